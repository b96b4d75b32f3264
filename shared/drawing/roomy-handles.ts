/** Which handles of a figure there is room for on the screen: the figure itself can still be taken hold of between them. */
import type { Size } from '../mask/index.js';
import type { Region } from '../records/index.js';
import type { Handle } from './arranging.js';

/** CSS pixels: a side as long has a handle in its middle, too; a figure less wide and high than the other has few. */
const FOR_SIDES = 72;
const FOR_CORNERS = 44;

export interface Roomy<H> {
  readonly handles: readonly H[];
  /** They stand beside the figure, which leaves them no room. */
  readonly isBeside: boolean;
}

/** `bounds`: of the figure, 0–1 of the picture; `shown`: CSS pixels of the picture. Ends of arrows and the height of words always stay. */
export function roomyHandles<H extends readonly [Handle, unknown]>(
  handles: readonly H[],
  bounds: Region,
  shown: Size,
): Roomy<H> {
  const [wide, high] = [bounds.width * shown.width, bounds.height * shown.height];
  const fits = (handle: Handle): boolean => {
    if (handle === 'n' || handle === 's') return wide >= FOR_SIDES;
    if (handle === 'e' || handle === 'w') return high >= FOR_SIDES;
    if (handle === 'ne' || handle === 'sw') return wide >= FOR_CORNERS && high >= FOR_CORNERS;
    if (handle === 'nw') return wide >= FOR_CORNERS || high >= FOR_CORNERS;
    return true;
  };
  const isBeside = wide < FOR_CORNERS && high < FOR_CORNERS;
  return { handles: handles.filter(([handle]) => fits(handle)), isBeside };
}
