import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Pixels } from './picture.js';
import { shrink, sumsOf } from './planes.js';
import { Reused } from './reused.js';

/** The mean of the pixels that lie in each of the smaller one's places. */
function averaged({ data, width: wide, height: high }: Pixels, width: number, height: number): number[] {
  const means: number[] = [];
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let channel = 0; channel < 3; channel++) {
        const within: number[] = [];
        for (let row = Math.floor((y * high) / height); row < Math.floor(((y + 1) * high) / height); row++)
          for (let at = Math.floor((x * wide) / width); at < Math.floor(((x + 1) * wide) / width); at++)
            within.push(data[3 * (row * wide + at) + channel] as number);
        means.push(Math.floor(within.reduce((sum, value) => sum + value, 0) / within.length));
      }
  return means;
}

it('a smaller copy has the mean of what lies in each of its places, whatever was in that memory before', () => {
  const room = new Reused((length) => new Int32Array(length).fill(7));
  const side = fc.integer({ min: 1, max: 24 });
  const picture = fc.tuple(side, side).chain(([width, height]) =>
    fc.record({
      width: fc.constant(width),
      height: fc.constant(height),
      data: fc.uint8Array({ minLength: 3 * width * height, maxLength: 3 * width * height }),
      smaller: fc.tuple(fc.integer({ min: 1, max: width }), fc.integer({ min: 1, max: height })),
    }),
  );
  fc.assert(
    fc.property(picture, ({ smaller: [width, height], ...pixels }) => {
      const copy = shrink(sumsOf(pixels, room), width, height);
      expect([copy.width, copy.height]).toEqual([width, height]);
      expect([...copy.data]).toEqual(averaged(pixels, width, height));
    }),
    { numRuns: 300 },
  );
});
