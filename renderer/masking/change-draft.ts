import { withDraft } from '../board/index.js';
import { type Draft, useSession } from '../stores/index.js';

/** Changes what the artist has changed of a take's suggestion. */
export function changeDraft(takeId: string, part: Partial<Draft>): void {
  useSession.setState(({ drafts }) => ({ drafts: withDraft(drafts, takeId, part) }));
}
