/** Analysis as a job: every take that has not been looked at, in story order, picks first. */
import type { Board } from '@core/board/index.js';
import type { Came, JobControl } from '@core/jobs/index.js';
import { isSeenBy } from '@core/seeing/index.js';
import type { JudgeDescription } from '@models/judge/index.js';
import { ContinuistError, ERRORS } from '@shared/errors.js';
import type { Failure } from '@shared/failure.js';
import { failuresTold } from '@shared/failures-told.js';
import { isInPlay, type Take } from '@shared/records/index.js';
import { isMeasured, JudgeChanged, type Lookers, lookAt } from './look.js';
import { type LookOrder, LookQueue, orderedBy } from './look-queue.js';
import { measureAlone } from './measure-alone.js';
import { measuredAhead } from './measured-ahead.js';
import { readWriting } from './read-writing.js';

export interface AnalysisOrder extends LookOrder {
  readonly judge: string;
  /** What the artist waits for while the judge is loaded; absent = for that. */
  readonly loading?: string | undefined;
  /** Where the judge cannot be had, what needs none is measured before that is said. */
  readonly measuresAlone?: boolean;
}

/** So many pictures one after another that a judge fails at, and the rest is not asked: they are not to blame. */
const FAILS_ALLOWED = 5;

const NOTHING: Came = { summary: '', warning: '' };

/**
 * Resolves with what came of it, for the artist, when nothing waits any more, whatever was asked meanwhile; with nothing
 * where there was nothing to do and nobody had asked. Throws JUDGE_FAILS where the judge fails at one picture after another.
 */
export async function analyse(
  board: Board,
  order: AnalysisOrder,
  lookers: Lookers,
  control: JobControl,
): Promise<Came> {
  const { signal, progress } = control;
  const started = performance.now();
  await board.identities.during(control);
  const failed: Failed[] = [];
  for (;;) {
    progress(0, 0, order.loading ?? 'Loading the model');
    const judge = await lookers.inference.describe(order.judge, signal).catch(async (thrown: unknown) => {
      signal.throwIfAborted();
      if (order.measuresAlone) await measureAlone(board, order, lookers.measures, control);
      throw thrown;
    });
    board.adoptJudge(judge);
    await board.seen();
    signal.throwIfAborted();
    const queue = new LookQueue(board, order, unseenBy(board, order, lookers));
    const stop = board.onAsked((takeIds) => queue.ask(takeIds));
    try {
      let looked = 0;
      do looked += await lookAtAll(board, queue, judge, lookers, control, failed);
      while (!(await readAll(board, order, queue, lookers, control)));
      progress(looked, looked, '');
      if (looked === 0 && order.isAsked?.() === false) return NOTHING;
      const summary = await summaryOf(board, looked, (performance.now() - started) / 1000);
      return { summary: summary + onWhat(board.judge ?? judge), warning: warningOf(board, failed) };
    } catch (thrown) {
      if (!(thrown instanceof JudgeChanged)) throw thrown;
    } finally {
      stop();
    }
  }
}

/** What an eye that came since would see; looked for when the artist asks, and only then: it means reading every row. */
function unseenBy(board: Board, { failedToo }: LookOrder, lookers: Lookers): (take: Take) => boolean {
  const { eye } = lookers.seeing ?? lookers.inference;
  if (!failedToo || !eye) return () => false;
  return (take) => {
    const known = board.sighting(take);
    return !known || !isSeenBy(known, eye);
  };
}

/** False = the judge was asked something meanwhile. */
async function readAll(
  board: Board,
  order: AnalysisOrder,
  queue: LookQueue,
  { measures, reads = true }: Lookers,
  control: JobControl,
): Promise<boolean> {
  if (!reads) return true;
  return readWriting(board, orderedBy(board, order), measures, control, () => queue.left > 0);
}

/** Where it ran, if that is not where it was to run. */
function onWhat({ device, refused = [] }: JudgeDescription): string {
  if (refused.length === 0) return '';
  return `, on ${device}; refused: ${refused.map((one) => one.device).join(', ')}`;
}

/** A take that was looked at to no avail. */
interface Failed extends Failure {
  readonly take: Take;
}

/** In story order. A shot that was taken back meanwhile is spoken of no more. */
function warningOf({ review }: Board, failed: readonly Failed[]): string {
  const { shot } = review.records;
  const those = failed.flatMap(({ take, ...why }) => {
    const of = shot[take.shotId];
    return of ? [{ ...of, ...why }] : [];
  });
  return failuresTold(those.sort((a, b) => a.position - b.position));
}

/**
 * As many takes at once as the judge takes. The first error stops the start of more; what runs is finished. Returns
 * how many were looked at; `failed` gets those of which nothing could be said.
 */
async function lookAtAll(
  board: Board,
  queue: LookQueue,
  judge: JudgeDescription,
  lookers: Lookers,
  { signal, progress, checkpoint }: JobControl,
  failed: Failed[],
): Promise<number> {
  const failures: unknown[] = [];
  let failsInARow = 0;
  const note = (take: Take, failure: Failure | null): void => {
    if (failure) failed.push({ take, ...failure });
    if (failure?.of === 'picture') return;
    failsInARow = failure ? failsInARow + 1 : 0;
    if (failure && failsInARow === FAILS_ALLOWED) failures.push(failsAtAll(failure));
  };
  let done = 0;
  let underWay = 0;
  const measures = measuredAhead(lookers.measures, async () => {
    const take = queue.likely;
    if (!take || take.unreadable !== null || isMeasured(board, take)) return null;
    return board.assets.verified(take.sha256);
  });
  const lane = async (): Promise<void> => {
    while (!signal.aborted && failures.length === 0) {
      const look = queue.next();
      if (!look) return;
      underWay++;
      try {
        checkpoint();
        progress(done, done + underWay + queue.left, `Shot ${board.shot(look.take.shotId).number}`);
        const failure = await lookAt(board, look.take, judge, { ...lookers, measures }, signal, look.again);
        note(look.take, failure);
      } catch (thrown) {
        failures.push(thrown);
        return;
      } finally {
        underWay--;
      }
      done++;
    }
  };
  // A lane that ends early leaves what is asked later to the others.
  await Promise.all(Array.from({ length: judge.concurrency ?? 1 }, lane));
  signal.throwIfAborted();
  if (failures.length > 0) throw failures[0];
  return done;
}

async function summaryOf(board: Board, looked: number, seconds: number): Promise<string> {
  if (looked === 0)
    return board.takesInOrder().length > 0 ? 'Everything is judged already' : 'No shot has a picture yet';
  await board.found();
  const shots = board.shots.filter(isInPlay);
  const flagged = shots.filter(({ id }) => board.findingsOf(id).some((one) => !one.dismissed)).length;
  const picks = shots.flatMap(({ pickId }) => (pickId && board.brief(pickId)) || []);
  const unsure = picks.filter(({ verdicts }) => verdicts.some(({ outcome }) => outcome === 'unsure')).length;
  const silent = picks.filter(({ state, verdicts }) =>
    verdicts.length > 0 ? verdicts.every(({ outcome }) => outcome === 'not-judged') : state === 'failed',
  ).length;
  const unreadable = board.takesInOrder().filter(({ id }) => board.brief(id)?.state === 'unreadable').length;
  const parts = [`${looked} ${looked === 1 ? 'frame' : 'frames'}`, `${flagged} flagged`, `${unsure} unsure`];
  if (silent > 0) parts.push(`${silent} not judged`);
  if (unreadable > 0) parts.push(`${unreadable} unreadable`);
  return `${parts.join(', ')}; ${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`;
}

/** For the reason that it failed at the last of them. */
const failsAtAll = ({ message }: Failure): ContinuistError =>
  new ContinuistError('JUDGE_FAILS', message.replace(ofOne, ''));

const ofOne = ERRORS.JUDGE_FAILED.message.replace(/\.$/, ': ');
