import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useEffect } from 'react';
import { CONTEXT, moveTo, selectShot } from '../actions/index.js';
import { appState, useSession } from '../stores/index.js';
import { count, Key } from '../ui/index.js';
import { SHOTS, useDragging } from './dragging.js';
import './ordering.css';

interface Held {
  readonly shotId: string;
  readonly shotIds: readonly string[];
}
const heldIn = (data: Record<string | symbol, unknown>): Held => data as unknown as Held;

/** Takes shots that are dragged to where they are dropped; anywhere else, and on Escape, they stay. */
function useDrags(): void {
  useEffect(() => {
    const stop = monitorForElements({
      canMonitor: ({ source }) => source.data.kind === SHOTS,
      onDragStart: ({ source }) => {
        useDragging.setState({ isHeld: true });
        useSession.setState({ carried: heldIn(source.data).shotIds });
      },
      onDrop: ({ source, location }) => {
        const { target } = useDragging.getState();
        const { shotId, shotIds } = heldIn(source.data);
        useDragging.setState({ isHeld: false, target: null });
        useSession.setState({ carried: [] });
        if (!target || location.current.dropTargets.length === 0) return;
        if (!appState().session.selected.includes(shotId)) selectShot(CONTEXT, shotId);
        void moveTo(CONTEXT, shotIds, { beside: target.beside, side: target.side });
      },
    });
    return () => stop();
  }, []);
}

/** What there is of ordering besides the frames: where drags end, what is picked up, and what was done, said. */
export function Ordering() {
  useDrags();
  const carried = useSession((session) => session.carried.length);
  const isHeld = useDragging((dragging) => dragging.isHeld);
  const said = useSession((session) => session.ordered);
  return (
    <>
      <p className="unseen" role="status" data-testid="ordered">
        {said}
      </p>
      {carried > 0 && !isHeld && (
        <p className="carried" role="status" data-testid="carried">
          <span>{count(carried, 'shot')} picked up:</span>
          <span>
            <Key action="put-after" /> after this shot
          </span>
          <span>
            <Key action="put-before" /> before it
          </span>
          <span>
            <Key action="put-back" /> leave
          </span>
        </p>
      )}
    </>
  );
}
