import type { Pixels } from './picture.js';
import { LEVEL, type Plane } from './planes.js';

/** As bright as what counts as pure white. */
const WHITE = 251.5 * LEVEL;
const LIGHT = 235 * LEVEL;
const INK = 128 * LEVEL;
/** Of a channel: no room is left above it. */
const FULL = 250;
/** Shares of the edges that are white, and of what is not white: too light or with a full channel, and dark. */
const LEAST_EDGE = 0.9;
const MOST_OVER = 0.2;
const LEAST_INK = 0.1;
/** Pixels from an edge. */
const DEEP = 2;
/** Every seventh pixel says enough, and 7 shares no factor with usual widths. */
const EVERY = 7;

/**
 * Share of a picture, 0–1, that is blank paper: white all around what is drawn, which has its dark parts and hardly
 * comes near white itself. 0 where it is no drawing on paper. Too much light leaves colours with one channel full, and
 * passes into white by degrees.
 */
export function paperOf({ data: bytes }: Pixels, luma: Plane): number {
  if (whiteAlongEdges(luma) < LEAST_EDGE) return 0;
  const { data } = luma;
  let [seen, drawn, over, ink] = [0, 0, 0, 0];
  for (let i = 0; i < data.length; i += EVERY) {
    const value = data[i] ?? 0;
    seen++;
    if (value >= WHITE) continue;
    const brightest = Math.max(bytes[3 * i] ?? 0, bytes[3 * i + 1] ?? 0, bytes[3 * i + 2] ?? 0);
    drawn++;
    if (value >= LIGHT || brightest >= FULL) over++;
    else if (value < INK) ink++;
  }
  return over > MOST_OVER * drawn || ink < LEAST_INK * drawn || drawn === 0 ? 0 : (seen - drawn) / seen;
}

/** Share of the pixels along the four edges. */
function whiteAlongEdges({ data, width, height }: Plane): number {
  let [seen, white] = [0, 0];
  const look = (x: number, y: number) => {
    seen++;
    if ((data[y * width + x] ?? 0) >= WHITE) white++;
  };
  for (let deep = 0; deep < Math.min(DEEP, width, height); deep++) {
    for (let x = 0; x < width; x++) {
      look(x, deep);
      look(x, height - 1 - deep);
    }
    for (let y = 0; y < height; y++) {
      look(deep, y);
      look(width - 1 - deep, y);
    }
  }
  return white / Math.max(1, seen);
}
