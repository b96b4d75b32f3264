import { emptyDraft, type Proposal, proposalOf, type ShotView } from '../board/index.js';
import { type Draft, useSession } from '../stores/index.js';

/** The prompt as it would be approved now, and how the artist changes it. */
export function useDraft(view: ShotView): {
  proposal: Proposal | null;
  draft: Draft;
  change: (part: Partial<Draft>) => void;
} {
  const shotId = view.shot.id;
  const stored = useSession((session) => session.drafts[shotId]);
  const takeId = view.pick?.id ?? '';
  const draft = stored?.takeId === takeId ? stored : emptyDraft(takeId);
  const change = (part: Partial<Draft>) =>
    useSession.setState(({ drafts }) => ({ drafts: { ...drafts, [shotId]: { ...draft, ...part } } }));
  return { proposal: proposalOf(view, draft), draft, change };
}
