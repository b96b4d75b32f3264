/** Looks at one take: measures its pixels and asks the judge what it has not been asked yet. */
import { type Board, judgementKey } from '@core/board/index.js';
import type { Measures } from '@core/measures/index.js';
import type { InferenceClient } from '@inference/index.js';
import type { JudgeDescription } from '@models/judge/index.js';
import { answerKey, type Judgement } from '@shared/analysis.js';
import { ContinuistError, toErrorData } from '@shared/errors.js';
import type { Claim, Take } from '@shared/records/index.js';

export interface Lookers {
  readonly inference: InferenceClient;
  readonly measures: Measures;
}

/** The judge that answered is not the one that was asked: its device failed or changed between two pictures. */
export class JudgeChanged extends ContinuistError {
  constructor() {
    super('JUDGE_UNAVAILABLE', 'it moved to another device, and answers of two devices are not mixed');
  }
}

/** Questions whose answers are not known yet: each text once, muted claims not at all. */
export function unanswered(claims: readonly Claim[], known: Judgement | null): Claim[] {
  const asked = new Set(Object.keys(known?.answers ?? {}));
  return claims.filter((claim) => {
    const key = answerKey(claim);
    if (claim.muted || asked.has(key)) return false;
    asked.add(key);
    return true;
  });
}

export function isLookedAt(board: Board, take: Take, judge: JudgeDescription): boolean {
  const known = board.review.judgement(judgementKey(take, judge));
  if (!known || !board.measures(take)) return false;
  return unanswered(claimsOf(board, take.shotId), known).length === 0;
}

export const claimsOf = (board: Board, shotId: string): Claim[] =>
  Object.values(board.review.records.claim).filter((claim) => claim.shotId === shotId);

/**
 * `again` forgets what was said before. Results are in the review file when this resolves. What goes wrong with this
 * picture is remembered on the board for the frame to show and does not throw; only CANCELLED, JUDGE_UNAVAILABLE (also
 * as JudgeChanged) and defects do.
 */
export async function lookAt(
  board: Board,
  take: Take,
  judge: JudgeDescription,
  { inference, measures }: Lookers,
  signal: AbortSignal,
  again = false,
): Promise<void> {
  if (take.unreadable !== null) return board.fail(take, take.unreadable);
  board.begin(take);
  try {
    const file = await board.assets.verified(take.sha256);
    if (!board.measures(take)) board.measured(take, await measures.measure(file));
    signal.throwIfAborted();
    const known = again ? null : board.review.judgement(judgementKey(take, judge));
    const claims = claimsOf(board, take.shotId);
    const questions = unanswered(claims, known);
    const { description } = board.shot(take.shotId);
    const askWhole = description !== '' && known?.whole[description] === undefined;
    if (known && questions.length === 0 && !askWhole) return;
    const result = await inference.judge(
      judge.id,
      {
        file,
        questions: questions.map(({ id, kind, text }) => ({ id, kind, text })),
        whole: askWhole ? description : null,
      },
      signal,
    );
    if (result.version !== judge.version) throw new JudgeChanged();
    // Its device may have failed at work and another, with the same answers, have gone on.
    const { loaded } = inference;
    if (loaded?.version === judge.version) board.adoptJudge(loaded);
    const byId = new Map(questions.map((claim) => [claim.id, claim]));
    const answers = { ...known?.answers };
    for (const { id, p, reason, agreement, members } of result.answers) {
      const claim = byId.get(id);
      if (!claim) continue;
      answers[answerKey(claim)] = {
        p,
        reason,
        ...(agreement !== undefined && { agreement }),
        ...(members && { members: [...members] }),
      };
    }
    board.judged(take, {
      judge: judge.id,
      judgeVersion: judge.version,
      answers,
      whole: askWhole ? { ...known?.whole, [description]: result.whole } : (known?.whole ?? {}),
      features: [...result.features],
      milliseconds: (known?.milliseconds ?? 0) + result.timings.total,
      coarse: result.coarse === true || known?.coarse === true,
      at: Date.now(),
    });
  } catch (thrown) {
    if (signal.aborted) throw signal.reason;
    const ofThisPicture =
      thrown instanceof ContinuistError &&
      ['IMAGE_UNREADABLE', 'IMAGE_MISSING', 'JUDGE_FAILED'].includes(thrown.code);
    if (!ofThisPicture) throw thrown;
    board.fail(take, toErrorData(thrown).message);
  } finally {
    board.finish(take);
  }
}
