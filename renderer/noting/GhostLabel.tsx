import { fittedIn } from '@shared/drawing/index.js';
import type { Take } from '@shared/records/index.js';
import { ghostOf, type ShotView } from '../board/index.js';
import { useSession, useSessionParts } from '../stores/index.js';

/** Which take the faint drawing was made over, and a way to be rid of it. */
export function GhostLabel({ view, take }: { readonly view: ShotView; readonly take: Take }) {
  const { notes, ghosts } = useSessionParts('notes', 'ghosts');
  const ghost = notes && take.width > 0 ? ghostOf(view, take) : null;
  if (!ghost) return null;
  const other = fittedIn(ghost.take, take) ? ', which has other proportions' : '';
  return (
    <p className="stage-label ghost-label" data-testid="ghost-label">
      {ghosts ? `Faint: drawn on take ${ghost.takeNumber}${other}` : `Drawn on take ${ghost.takeNumber}`}
      <button type="button" className="link" onClick={() => useSession.setState({ ghosts: !ghosts })}>
        {ghosts ? 'Hide' : 'Show'}
      </button>
    </p>
  );
}
