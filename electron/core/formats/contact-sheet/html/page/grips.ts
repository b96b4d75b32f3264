/** What the figure that is chosen is moved by, and made larger and smaller by. */
import { boundsOf, handlesOf, roomyHandles } from '@shared/drawing/index.js';
import type { Size } from '@shared/mask/index.js';
import { boxStyle, placed } from '@shared/over-picture.js';
import type { Figure } from '@shared/records/index.js';
import { element } from './element.js';

/** None where no figure is chosen. `shown`: what they lie over. Each says in its data which handle it is. */
export function gripsOf(figure: Figure | null, size: Size, shown: HTMLElement): HTMLElement[] {
  if (!figure) return [];
  const bounds = boundsOf(figure, size);
  const room = { width: shown.clientWidth, height: shown.clientHeight };
  const { handles, isBeside } = roomyHandles(handlesOf(figure, size), bounds, room);
  const frame = element('i', { className: 'draw-frame' });
  Object.assign(frame.style, boxStyle(bounds));
  const grips = handles.map(([handle, place]) => {
    const grip = element('i', { className: 'draw-grip' });
    grip.dataset.handle = handle;
    const translate = isBeside && handle === 'se' ? '10px 10px' : '';
    Object.assign(grip.style, placed(place), { translate });
    return grip;
  });
  return figure.kind === 'arrow' ? grips : [frame, ...grips];
}
