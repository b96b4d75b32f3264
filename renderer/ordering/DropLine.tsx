import { appState, useSession } from '../stores/index.js';
import { useDragging } from './dragging.js';
import { newScene } from './words.js';

/** Where the shots that are held would go, with the scene that they would come into. */
export function DropLine() {
  const target = useDragging((dragging) => dragging.target);
  const carried = useSession((session) => session.carried);
  if (!target) return null;
  const { left, top, height, beside, side } = target;
  const scene = newScene(appState().document.records, carried, beside);
  return (
    <div className="drop-line" style={{ left, top, height }} data-side={side} data-testid="drop-line">
      {scene !== null && <span>into {scene}</span>}
    </div>
  );
}
