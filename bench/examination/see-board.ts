/** One board through the whole program, before its judge is examined and after. */
import { join } from 'node:path';
import { Application } from '@core/application.js';
import { applicationOptions } from '@core/host/index.js';
import type { JudgeExamination } from '@shared/contract/index.js';
import { type Skill, skillOf } from '@shared/examination/index.js';
import { shotsInOrder } from '@shared/records/index.js';
import { analyseBoard, finished, MODELS_FOLDER } from '../board.js';
import { type KnownShot, knownBoard, truthOfClaim } from './board.js';
import type { Faulty } from './faults.js';
import { startFaulty } from './faulty-judge.js';

/** A claim of known truth, and whether the artist is told that it does not hold. */
export interface SeenClaim {
  readonly skill: Skill;
  readonly text: string;
  readonly truth: boolean;
  /** It failed, or hangs on one that did. */
  readonly isFailed: boolean;
}

export interface SeenShot {
  readonly isFaulty: boolean;
  /** A finding rests on a claim. */
  readonly isFlagged: boolean;
  readonly claims: readonly SeenClaim[];
}

export interface SeenBoard {
  readonly before: readonly SeenShot[];
  readonly after: readonly SeenShot[];
  readonly examination: JudgeExamination;
  /** Seconds the examination took, drawing included. */
  readonly seconds: number;
}

function seen(application: Application, known: readonly KnownShot[]): SeenShot[] {
  const { review, derived } = application.board;
  return shotsInOrder(review.records).map(({ id, pickId }, at) => {
    const { scene, isFaulty } = known[at] as KnownShot;
    const verdicts = new Map(derived.analyses[pickId ?? '']?.verdicts.map((one) => [one.claimId, one]));
    const claims = application.board.claimsOf(id).flatMap((claim): SeenClaim[] => {
      const truth = truthOfClaim(scene, claim);
      const outcome = verdicts.get(claim.id)?.outcome;
      if (truth === undefined || outcome === undefined) return [];
      const isFailed = outcome === 'fail' || outcome === 'skipped';
      return [{ skill: skillOf(claim), text: claim.text, truth, isFailed }];
    });
    const isFlagged = derived.findings.some(({ shotId, claimIds }) => shotId === id && claimIds.length > 0);
    return { isFaulty, isFlagged, claims };
  });
}

/** `count` boards from number `from` on with one judge, which is examined on the first. `folder`: for all that is written. */
export async function seeBoards(
  folder: string,
  fault: Faulty,
  from: number,
  count: number,
): Promise<SeenBoard[]> {
  const application = await Application.create(
    await applicationOptions({
      host: 'test',
      startChild: startFaulty(fault),
      dataFolder: join(folder, `data-${fault}`),
      modelsFolder: MODELS_FOLDER,
      environment: {},
    }),
  );
  try {
    // All of them before the judge is examined: from then on it counts wherever it judges.
    const boards: Unexamined[] = [];
    for (let index = from; index < from + count; index++) {
      const board = join(folder, fault, `board-${index}`);
      const known = await knownBoard(board, index);
      await application.open(board);
      await analyseBoard(application);
      boards.push({ board, known, before: seen(application, known) });
    }
    const examined: SeenBoard[] = [];
    for (const board of boards) examined.push(await examine(application, board));
    return examined;
  } finally {
    await application.close();
  }
}

interface Unexamined extends Pick<SeenBoard, 'before'> {
  /** Its folder. */
  readonly board: string;
  readonly known: readonly KnownShot[];
}

async function examine(application: Application, { board, known, before }: Unexamined): Promise<SeenBoard> {
  await application.open(board);
  const started = performance.now();
  await finished(application, application.examinations.start());
  const seconds = (performance.now() - started) / 1000;
  // What nobody had asked yet, as where a skill of another board was silenced.
  await analyseBoard(application);
  const [examination] = (await application.examinations.list()).filter(({ onBoard }) => onBoard);
  if (!examination) throw new Error('nothing was kept of the examination');
  return { before, after: seen(application, known), examination, seconds };
}
