/** The part of an examination that is this board's own: each claim on pictures that, by their description, cannot show it. */
import { answersOf, questionOf } from '@core/analysis/index.js';
import type { Board } from '@core/board/index.js';
import type { Inference } from '@inference/index.js';
import type { JudgeDescription } from '@models/judge/index.js';
import { answerKey } from '@shared/analysis.js';
import { type Contradiction, contradictionsOf } from '@shared/examination/index.js';
import type { Claim, Take } from '@shared/records/index.js';
import type { ExaminationSteps } from './examine-drawn.js';

export const contradictionsOn = (board: Board): Contradiction[] =>
  contradictionsOf(
    board.shots.map(({ id, description }) => ({
      shotId: id,
      description: description.toLowerCase(),
      claims: board.claimsOf(id),
    })),
  );

/** The picks of those shots, as far as they have one. */
export const picksOf = (board: Board, shots: readonly string[]): Take[] =>
  shots.flatMap((shotId) => {
    const { take } = board.review.records;
    return take[board.shot(shotId).pickId ?? ''] ?? [];
  });

/** What is still to be asked of each pick that was judged. */
export function questionsOn(board: Board): Map<Take, Claim[]> {
  const open = new Map<Take, Map<string, Claim>>();
  for (const { claim, shots } of contradictionsOn(board))
    for (const take of picksOf(board, shots)) {
      const known = board.judgement(take);
      if (!known || known.answers[answerKey(claim)]) continue;
      const questions = open.get(take) ?? new Map<string, Claim>();
      open.set(take, questions.set(answerKey(claim), claim));
    }
  return new Map([...open].map(([take, questions]) => [take, [...questions.values()]]));
}

/** The answers are kept with those to the picture's own claims. */
export async function examineBoard(
  board: Board,
  judge: JudgeDescription,
  inference: Inference,
  { signal, turn, done }: ExaminationSteps,
): Promise<void> {
  let asked = 0;
  for (const [take, claims] of questionsOn(board)) {
    await turn();
    const file = await board.fileOf(take).catch(() => null);
    if (file === null) continue;
    const questions = claims.map((claim) => questionOf(claim, judge));
    const result = await inference.judge(judge.id, { file, questions }, signal);
    const known = board.judgement(take);
    if (result.version !== judge.version || known?.judgeVersion !== judge.version) return;
    board.judged(take, { ...known, answers: { ...answersOf(claims, result), ...known.answers } });
    done(++asked);
  }
}
