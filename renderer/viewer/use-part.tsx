import type { Take } from '@shared/records/index.js';
import type { ReactNode } from 'react';
import { changeDraft, MaskPainter, MaskShapes } from '../masking/index.js';
import { useSession, useSessionParts } from '../stores/index.js';

/** Over the pick on the screen: the part that is marked to be made anew, to paint on while that is done. */
export function usePart(shown: Take | null, pick: Take | null): ReactNode {
  const { editing, compare } = useSessionParts('editing', 'compare');
  const marked = useSession((session) => session.drafts[pick?.id ?? '']?.mask ?? null);
  if (!shown || shown.id !== pick?.id || shown.width === 0 || compare !== null) return null;
  if (editing === 'mask')
    return <MaskPainter size={shown} mask={marked} onDrawn={(mask) => changeDraft(shown.id, { mask })} />;
  return marked && <MaskShapes size={shown} mask={marked} />;
}
