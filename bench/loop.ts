/**
 * Whether suggestions help: `npm run bench:loop [-- --trials 3 --rounds 3]`. The sample board in automatic mode, with suggestions
 * and with plain re-rolls of the old prompt, the same number of regenerations each. A shot counts as right when
 * its pick shows everything its description asks for, by the world's own truth and not by the judge.
 */
import { parseArgs } from 'node:util';
import type { Application } from '@core/application.js';
import { imagine, type Scene } from '@models/storybook/world/index.js';
import { shotsInOrder, type Take } from '@shared/records/index.js';
import { analyseBoard, finished, withBoard } from './board.js';
import { mean, percent, table } from './statistics.js';
import { isPixelFault, readTruth, SAMPLE, type ShotTruth } from './truth.js';
import { brokenClaims } from './wanted.js';

const { values } = parseArgs({
  options: { trials: { type: 'string', default: '3' }, rounds: { type: 'string', default: '3' } },
});
const rounds = Number(values.rounds);
const { shots: truths } = await readTruth();

function sceneOf(take: Take, truth: ShotTruth): Scene {
  if (take.origin.kind === 'imported') return truth.scene;
  const { prompt, negativePrompt } = take;
  // The seed as the generator takes it.
  return imagine({ prompt, negativePrompt, seed: Number(BigInt(take.seed ?? '0') % 2n ** 32n) }).scene;
}

function isRight(take: Take, truth: ShotTruth): boolean {
  const isSpoiled = take.origin.kind === 'imported' && truth.planted.some(isPixelFault);
  return !isSpoiled && brokenClaims(sceneOf(take, truth), truth.wanted).length === 0;
}

interface Standing {
  /** Shots whose pick is right by the world's truth. */
  readonly right: number;
  /** Shots without a finding: what the judge thinks. */
  readonly unflagged: number;
}

function standing({ board }: Application): Standing {
  const { records } = board.review;
  const flagged = new Set(board.derived.findings.map(({ shotId }) => shotId));
  const shots = shotsInOrder(records);
  return {
    unflagged: shots.filter(({ id }) => !flagged.has(id)).length / shots.length,
    right:
      shots.filter((shot) => {
        const truth = truths.find(({ number }) => number === shot.number);
        const pick = shot.pickId ? records.take[shot.pickId] : undefined;
        return truth && pick && isRight(pick, truth);
      }).length / shots.length,
  };
}

const run = (max: number, reroll: boolean) =>
  withBoard(SAMPLE, async (application) => {
    await analyseBoard(application);
    const before = standing(application);
    const summary = await finished(application, application.automatic({ rounds, max, reroll }));
    const { records } = application.board.review;
    const made = Object.values(records.request).filter(({ state }) => state === 'done').length;
    return { before, after: standing(application), made, summary };
  });

type Run = Awaited<ReturnType<typeof run>>;
const suggested: Run[] = [];
const rerolled: Run[] = [];
for (let trial = 0; trial < Number(values.trials); trial += 1) {
  const first = await run(rounds * truths.length, false);
  suggested.push(first);
  rerolled.push(await run(first.made, true));
  console.error(`trial ${trial + 1}: ${first.summary}; re-rolled: ${rerolled.at(-1)?.summary}`);
}

const row = (name: string, runs: readonly Run[]): string[] => [
  name,
  mean(runs.map(({ made }) => made)).toFixed(1),
  percent(mean(runs.map(({ before }) => before.right))),
  percent(mean(runs.map(({ after }) => after.right))),
  percent(mean(runs.map(({ before }) => before.unflagged))),
  percent(mean(runs.map(({ after }) => after.unflagged))),
];
console.log(
  table(
    ['', 'regenerated', 'right before', 'right after', 'unflagged before', 'unflagged after'],
    [row('with suggestions', suggested), row('plain re-rolls', rerolled)],
  ),
);
console.log(`\n${values.trials} trials of up to ${rounds} rounds a shot; means.`);
