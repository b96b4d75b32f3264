import type { Region } from '@shared/records/index.js';
import fc from 'fast-check';

const share = fc.double({ min: 0, max: 1, noNaN: true });

/** A region within the picture, none of whose sides is shorter than 0.02. */
export const someRegion: fc.Arbitrary<Region> = fc.tuple(share, share, share, share).map(([x, y, w, h]) => ({
  x: x * 0.9,
  y: y * 0.9,
  width: 0.02 + w * (0.98 - x * 0.9),
  height: 0.02 + h * (0.98 - y * 0.9),
}));
