import { emptyDraft, isUnsent, type Proposal, proposalOf, type ShotView, withDraft } from '../board/index.js';
import { type Draft, useSession } from '../stores/index.js';

interface Drafting {
  readonly proposal: Proposal | null;
  readonly draft: Draft;
  /** Words are typed that are neither ordered nor kept. */
  readonly isUnsent: boolean;
  readonly change: (part: Partial<Draft>) => void;
}

/** The prompt as it would be approved now, and how the artist changes it. */
export function useDraft(view: ShotView): Drafting {
  const takeId = view.pick?.id ?? '';
  const stored = useSession((session) => session.drafts[takeId]);
  const draft = stored ?? emptyDraft(takeId);
  const change = (part: Partial<Draft>) =>
    useSession.setState(({ drafts }) => ({ drafts: withDraft(drafts, takeId, part) }));
  return { proposal: proposalOf(view, stored), draft, isUnsent: isUnsent(stored, view.shot), change };
}
