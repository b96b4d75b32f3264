/** Analysis as a job: every take that has not been looked at, in story order, picks first. */
import { setMaxListeners } from 'node:events';
import type { Board } from '@core/board/index.js';
import type { JobControl } from '@core/jobs/index.js';
import type { JudgeDescription } from '@models/judge/index.js';
import { shotsInOrder, type Take } from '@shared/records/index.js';
import { isLookedAt, JudgeChanged, type Lookers, lookAt } from './look.js';

export interface AnalysisOrder {
  readonly judge: string;
  /** Null = the whole storyboard. */
  readonly shotIds: readonly string[] | null;
  /** Judge anew what was judged already. */
  readonly again: boolean;
  /** What the artist waits for while the judge is loaded; absent = for that. */
  readonly loading?: string | undefined;
}

/** Takes still to be looked at, picks in story order and then the rest. */
export function waitingTakes(board: Board, judge: JudgeDescription, order: AnalysisOrder): Take[] {
  const { records } = board.review;
  const shots = shotsInOrder(records).filter((shot) => order.shotIds?.includes(shot.id) ?? true);
  const picks = shots.flatMap((shot) => (shot.pickId ? (records.take[shot.pickId] ?? []) : []));
  const picked = new Set(picks.map((take) => take.id));
  const wanted = new Set(shots.map((shot) => shot.id));
  const rest = Object.values(records.take).filter((take) => wanted.has(take.shotId) && !picked.has(take.id));
  return [...picks, ...rest].filter((take) => order.again || !isLookedAt(board, take, judge));
}

/** Resolves with the summary for the artist. */
export async function analyse(
  board: Board,
  order: AnalysisOrder,
  lookers: Lookers,
  control: JobControl,
): Promise<string> {
  const { signal, progress } = control;
  const started = performance.now();
  for (;;) {
    progress(0, 0, order.loading ?? 'Loading the model');
    const judge = await lookers.inference.describe(order.judge, signal);
    board.adoptJudge(judge);
    const takes = waitingTakes(board, judge, order);
    try {
      await lookAtAll(board, takes, judge, lookers, control, order.again);
    } catch (thrown) {
      if (thrown instanceof JudgeChanged) continue;
      throw thrown;
    }
    progress(takes.length, takes.length, '');
    return (
      summaryOf(board, takes.length, (performance.now() - started) / 1000) + onWhat(board.judge ?? judge)
    );
  }
}

/** Where it ran, if that is not where it was to run. */
function onWhat({ device, refused = [] }: JudgeDescription): string {
  if (refused.length === 0) return '';
  return `, on ${device}; refused: ${refused.map((one) => one.device).join(', ')}`;
}

/** As many takes at once as the judge takes. The first error stops the start of more; what runs is finished. */
async function lookAtAll(
  board: Board,
  takes: readonly Take[],
  judge: JudgeDescription,
  lookers: Lookers,
  { signal, progress, checkpoint }: JobControl,
  again: boolean,
): Promise<void> {
  // Every take under way listens to it.
  setMaxListeners(0, signal);
  const waiting = takes.values();
  const failures: unknown[] = [];
  let done = 0;
  const lane = async (): Promise<void> => {
    // One iterator for all lanes: each take goes to the lane that asks first.
    for (const take of waiting) {
      if (signal.aborted || failures.length > 0) return;
      try {
        checkpoint();
        progress(done, takes.length, `Shot ${board.shot(take.shotId).number}`);
        await lookAt(board, take, judge, lookers, signal, again);
      } catch (thrown) {
        failures.push(thrown);
        return;
      }
      done++;
    }
  };
  const lanes = Math.min(takes.length, judge.concurrency ?? 1);
  await Promise.all(Array.from({ length: lanes }, lane));
  signal.throwIfAborted();
  if (failures.length > 0) throw failures[0];
}

function summaryOf(board: Board, looked: number, seconds: number): string {
  if (looked === 0) return 'Everything is judged already';
  const { findings, analyses } = board.derived;
  const flagged = new Set(findings.filter((finding) => !finding.dismissed).map((finding) => finding.shotId))
    .size;
  const picks = new Set(Object.values(board.review.records.shot).map((shot) => shot.pickId));
  const unsure = Object.values(analyses).filter(
    ({ takeId, verdicts }) => picks.has(takeId) && verdicts.some(({ outcome }) => outcome === 'unsure'),
  ).length;
  const silent = Object.values(analyses).filter(
    ({ takeId, verdicts }) =>
      picks.has(takeId) && verdicts.length > 0 && verdicts.every(({ outcome }) => outcome === 'not-judged'),
  ).length;
  const unreadable = Object.values(analyses).filter(({ state }) => state === 'failed').length;
  const parts = [`${looked} ${looked === 1 ? 'frame' : 'frames'}`, `${flagged} flagged`, `${unsure} unsure`];
  if (silent > 0) parts.push(`${silent} not judged`);
  if (unreadable > 0) parts.push(`${unreadable} unreadable`);
  return `${parts.join(', ')}; ${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`;
}
