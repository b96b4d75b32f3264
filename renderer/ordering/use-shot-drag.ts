import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { setCustomNativeDragPreview } from '@atlaskit/pragmatic-drag-and-drop/element/set-custom-native-drag-preview';
import { type RefObject, useEffect } from 'react';
import { CONTEXT, whyNotMoved } from '../actions/index.js';
import { chosenIds } from '../board/selection.js';
import { appState } from '../stores/index.js';
import { count } from '../ui/index.js';
import { SHOTS } from './dragging.js';

/** A shot that is chosen takes the others along that are. */
function takenAlong(shotId: string): readonly string[] {
  const chosen = chosenIds(appState().session);
  return chosen.includes(shotId) ? chosen : [shotId];
}

/** Many are held as their number. */
function numberOf(shotIds: readonly string[]): HTMLElement {
  const number = document.createElement('div');
  number.className = 'drag-number';
  number.textContent = count(shotIds.length, 'shot');
  return number;
}

/** Lets the frame of a shot be dragged, alone or with the others that are chosen. */
export function useShotDrag(frame: RefObject<HTMLElement | null>, shotId: string): void {
  useEffect(() => {
    if (!frame.current) return;
    const stop = draggable({
      element: frame.current,
      canDrag: () => {
        const why = whyNotMoved(appState());
        if (why !== null) CONTEXT.say(why);
        return why === null;
      },
      getInitialData: () => ({ kind: SHOTS, shotId, shotIds: takenAlong(shotId) }),
      onGenerateDragPreview: ({ nativeSetDragImage }) => {
        const shotIds = takenAlong(shotId);
        if (shotIds.length > 1)
          setCustomNativeDragPreview({
            nativeSetDragImage,
            render: ({ container }) => container.append(numberOf(shotIds)),
          });
      },
    });
    return () => stop();
  }, [frame, shotId]);
}
