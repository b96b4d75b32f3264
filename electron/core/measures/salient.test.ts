import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Pixels } from './picture.js';
import { sumsOf } from './planes.js';
import { Reused } from './reused.js';
import { salientOf } from './salient.js';

const [WIDTH, HEIGHT] = [128, 72];

const ROOM = new Reused((length) => new Int32Array(length));
const salientIn = (pixels: Pixels) => salientOf(sumsOf(pixels, ROOM));

/** Grey with grain, and a bright block. */
function picture(at: { x: number; y: number } | null, mirrored = false): Pixels {
  const data = new Uint8Array(WIDTH * HEIGHT * 3);
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++) {
      const isBlock = at && x >= at.x && x < at.x + 14 && y >= at.y && y < at.y + 12;
      const level = isBlock ? 235 : at ? 110 + ((x * 7 + y * 13) % 5) : 110;
      const column = mirrored ? WIDTH - 1 - x : x;
      data.fill(level, (y * WIDTH + column) * 3, (y * WIDTH + column) * 3 + 3);
    }
  return { data, width: WIDTH, height: HEIGHT };
}

it('is where the one thing is that differs, on the other side when mirrored', () => {
  const place = fc.record({ x: fc.integer({ min: 8, max: 106 }), y: fc.integer({ min: 6, max: 54 }) });
  fc.assert(
    fc.property(place, (at) => {
      const found = salientIn(picture(at));
      const middle = (found?.region.x ?? 9) + (found?.region.width ?? 0) / 2;
      // Of all places the worst is .086 off.
      expect(Math.abs(middle - (at.x + 7) / WIDTH)).toBeLessThan(0.09);
      const mirrored = salientIn(picture(at, true));
      const other = (mirrored?.region.x ?? 9) + (mirrored?.region.width ?? 0) / 2;
      expect(Math.abs(middle - (1 - other))).toBeLessThan(0.05);
      expect(Math.abs((found?.x ?? 9) - (1 - (mirrored?.x ?? 9)))).toBeLessThan(0.05);
    }),
    { numRuns: 200 },
  );
});

it('is none in an even picture, nor in a small one', () => {
  expect(salientIn(picture(null))).toBeNull();
  expect(salientIn({ ...picture({ x: 9, y: 9 }), width: 40 })).toBeNull();
});
