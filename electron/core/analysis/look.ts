/** Looks at one take: measures its pixels and asks the judge what it has not been asked yet. */
import { type Board, judgementKey, lacksWhole, unanswered } from '@core/board/index.js';
import { isWhole, type Measures } from '@core/measures/index.js';
import { type Seeing, seeTake } from '@core/seeing/index.js';
import type { Inference, Judged } from '@inference/index.js';
import type { JudgeDescription } from '@models/judge/index.js';
import { answerKey, type Judgement } from '@shared/analysis.js';
import { ContinuistError } from '@shared/errors.js';
import { type Failure, failureIn } from '@shared/failure.js';
import type { Claim, Take } from '@shared/records/index.js';
import { questionOf } from './question.js';
import { answersRead } from './writing-answers.js';

export interface Lookers {
  readonly inference: Inference;
  readonly measures: Measures;
  /** What is written is read in every picture; absent = it is. */
  readonly reads?: boolean;
  /** What eyes are asked through; absent = `inference`. */
  readonly seeing?: Seeing;
}

/** The judge that answered is not the one that was asked: its device failed or changed between two pictures. */
export class JudgeChanged extends ContinuistError {
  constructor() {
    super('JUDGE_UNAVAILABLE', 'it moved to another device, and answers of two devices are not mixed');
  }
}

/**
 * `again` forgets what was said before. What is asked meanwhile is asked as well. Results are in the review file when
 * this resolves. What goes wrong with this picture alone is remembered on the board for the frame to show, and returned;
 * only CANCELLED, JUDGE_UNAVAILABLE (also as JudgeChanged) and defects are thrown.
 */
export async function lookAt(
  board: Board,
  take: Take,
  judge: JudgeDescription,
  lookers: Lookers,
  signal: AbortSignal,
  again = false,
): Promise<Failure | null> {
  if (take.unreadable !== null) return board.failureOf(take);
  board.begin(take);
  try {
    const file = await board.assets.verified(take.sha256);
    // The judge works in a process of its own: it need not wait for a thread here to measure the pixels.
    const measured = measure(board, take, file, lookers.measures);
    try {
      let isFirst = true;
      while (await ask(board, take, file, judge, lookers, signal, again && isFirst, measured))
        isFirst = false;
    } finally {
      // What is wrong with the picture says more than what the judge made of it.
      await measured;
    }
    await see(board, take, judge, lookers.seeing ?? lookers.inference, signal);
    return null;
  } catch (thrown) {
    if (signal.aborted) throw signal.reason;
    const failure = failureIn(thrown);
    if (!failure) throw thrown;
    board.fail(take, failure);
    return failure;
  } finally {
    board.finish(take);
  }
}

/** A verdict doesn't hang on an eye: where it fails there are no boxes, and the viewer says why when it is asked for them. */
async function see(
  board: Board,
  take: Take,
  judge: JudgeDescription,
  seeing: Seeing,
  signal: AbortSignal,
): Promise<void> {
  try {
    await seeTake(board, take, judge.id, seeing, signal);
  } catch {
    signal.throwIfAborted();
  }
}

/** Everything that this version of the program measures is known of its picture. */
export function isMeasured(board: Board, take: Take): boolean {
  const known = board.measures(take);
  return known !== null && isWhole(known);
}

async function measure(board: Board, take: Take, file: string, measures: Measures): Promise<void> {
  if (!isMeasured(board, take)) board.measured(take, await measures.measure(file));
}

/** Asks everything that has no answer yet. False when there was nothing to ask. Nothing is kept before `measured`. */
async function ask(
  board: Board,
  take: Take,
  file: string,
  judge: JudgeDescription,
  lookers: Lookers,
  signal: AbortSignal,
  again: boolean,
  measured: Promise<void>,
): Promise<boolean> {
  const known = again ? null : board.review.judgement(judgementKey(take, judge));
  const questions = unanswered(board.askedOf(take.shotId), known);
  const read = await answersRead(board, take, file, questions, lookers.measures, measured);
  const judged = questions.filter(({ id }) => !read.has(id));
  const { description } = board.shot(take.shotId);
  const whole = lacksWhole(description, known) ? description : null;
  if (known && questions.length === 0 && whole === null) return false;
  const asked = { file, questions: judged.map((claim) => questionOf(claim, judge)), whole };
  const [result] = await Promise.all([lookers.inference.judge(judge.id, asked, signal), measured]);
  if (result.version !== judge.version) throw new JudgeChanged();
  // Its device may have failed at work and another, with the same answers, have gone on.
  const { loaded } = lookers.inference;
  if (loaded?.version === judge.version) board.adoptJudge(loaded);
  board.judged(take, {
    judge: judge.id,
    judgeVersion: judge.version,
    answers: { ...known?.answers, ...answersOf(judged, result), ...Object.fromEntries(read.values()) },
    whole: whole === null ? (known?.whole ?? {}) : { ...known?.whole, [whole]: result.whole },
    features: [...result.features],
    milliseconds: (known?.milliseconds ?? 0) + result.timings.total,
    coarse: result.coarse === true || known?.coarse === true,
    at: Date.now(),
  });
  return true;
}

/** One for every question: a judge that leaves one out is not asked it for ever. */
export function answersOf(
  questions: readonly Pick<Claim, 'id' | 'kind' | 'text'>[],
  result: Judged,
): Judgement['answers'] {
  const byId = new Map(result.answers.map((answer) => [answer.id, answer]));
  return Object.fromEntries(
    questions.map((claim) => {
      const { p, reason, contrast, agreement, members } = byId.get(claim.id) ?? {
        p: null,
        reason: 'the judge gave no answer',
      };
      return [
        answerKey(claim),
        {
          p,
          reason,
          ...(contrast !== undefined && { contrast }),
          ...(agreement !== undefined && { agreement }),
          ...(members && { members: [...members] }),
        },
      ];
    }),
  );
}
