import { overlapOf } from '@shared/overlap.js';
import type { Region } from '@shared/records/index.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { boxOf, heatOf } from './crop-heat.js';

/** Asks somebody who says how much of `shown` a part has in it; each part that is asked is counted. */
async function asked(answer: (part: Region) => number) {
  const parts: Region[] = [];
  const heat = await heatOf(async (part) => {
    parts.push(part);
    return answer(part);
  });
  return { heat, parts };
}

/** Share of a box that lies in a part. */
const within = (box: Region, part: Region): number => {
  const both = overlapOf(box, part);
  const sum = box.width * box.height + part.width * part.height;
  return (both * sum) / (1 + both) / (box.width * box.height);
};

/** All cells, as if each had been asked. */
function inFull(answer: (part: Region) => number): number[] {
  const all = Array.from({ length: 25 }, (_, at): Region => {
    const [column, row] = [at % 5, Math.floor(at / 5)];
    return { x: column / 6, y: row / 6, width: 1 / 3, height: 1 / 3 };
  });
  return all.map(answer);
}

it('finds the box that asking of every part finds, of whatever is no smaller than half a part, and asks of no part twice', () =>
  fc.assert(
    fc.asyncProperty(
      fc.record({
        x: fc.double({ min: 0, max: 0.75, noNaN: true }),
        y: fc.double({ min: 0, max: 0.75, noNaN: true }),
        width: fc.double({ min: 0.17, max: 0.25, noNaN: true }),
        height: fc.double({ min: 0.17, max: 0.25, noNaN: true }),
      }),
      async (box) => {
        const answer = (part: Region) => within(box, part);
        const { heat, parts } = await asked(answer);
        expect(boxOf(heat)).toEqual(boxOf(inFull(answer)));
        expect(new Set(parts.map(({ x, y }) => `${x} ${y}`)).size).toBe(parts.length);
      },
    ),
    { numRuns: 300 },
  ));

it('asks of fewer parts where one stands out, and of all where none does', async () => {
  const small = { x: 0.2, y: 0.4, width: 0.15, height: 0.15 };
  const { parts } = await asked((part) => within(small, part));
  expect(parts.length).toBeLessThan(22);
  expect((await asked(() => 0.2)).parts).toHaveLength(25);
  expect((await asked(() => 0.9)).parts).toHaveLength(25);
});

it('points nowhere where nothing is seen, or everything alike', async () => {
  expect(boxOf((await asked(() => 0.2)).heat)).toBeNull();
  expect(boxOf((await asked(() => 0.9)).heat)).toBeNull();
});
