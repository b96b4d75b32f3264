import { emptyDraft } from '../board/index.js';
import { type Draft, useSession } from '../stores/index.js';

/** Changes what the artist has changed of a take's suggestion. */
export function changeDraft(takeId: string, part: Partial<Draft>): void {
  useSession.setState(({ drafts: { [takeId]: draft = emptyDraft(takeId), ...others } }) => ({
    drafts: { ...others, [takeId]: { ...draft, ...part } },
  }));
}
