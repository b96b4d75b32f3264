import type { Board } from '@core/board/index.js';
import { castOf, factsAt } from '@core/canon/index.js';
import { canOf, PromptReading } from '@core/edits/index.js';
import type { Edit } from '@shared/analysis.js';
import type { GeneratorCapability, NotedPrompt } from '@shared/contract/index.js';
import { dialectOfTake } from '@shared/dialect.js';
import { factsOnBoard } from '@shared/out-of-date/index.js';
import { need } from '@shared/records/index.js';
import { noteEdits } from './note-edits.js';

/** The edits of a prompt that a note asks for; [] where it says all of that already. Throws NOT_FOUND. */
export function editsForNote(
  board: Pick<Board, 'review' | 'claimsOf'>,
  { shotId, text, prompt, negativePrompt }: NotedPrompt,
  capabilities: readonly GeneratorCapability[],
): Edit[] {
  const { review } = board;
  const shot = need(review.records, 'shot', shotId);
  const take = review.records.take[shot.pickId ?? ''];
  const dialect = dialectOfTake(take);
  const facts = factsOnBoard(review.records);
  const [storyboard] = Object.values(review.records.storyboard);
  return noteEdits(text, {
    reading: new PromptReading(prompt, castOf(facts, shot.position), new Set()),
    negativePrompt,
    claims: new Map(board.claimsOf(shotId).map((claim) => [claim.id, claim])),
    facts: factsAt(facts, shot.position),
    styleBrief: storyboard?.styleBrief ?? '',
    dialect,
    can: canOf(capabilities, dialect),
  });
}
