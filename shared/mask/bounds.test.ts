import fc from 'fast-check';
import { expect, it } from 'vitest';
import { boundsOf } from './bounds.js';

const size = { width: 160, height: 90 };
const box = (x: number, y: number, width: number, height: number) => ({
  kind: 'box' as const,
  region: { x, y, width, height },
});

it('is the rectangle that a box is, to a hundredth of the picture', () => {
  const part = fc.double({ min: 0.1, max: 0.45, noNaN: true });
  fc.assert(
    fc.property(part, part, part, part, (x, y, width, height) => {
      const bounds = boundsOf({ shapes: [box(x, y, width, height)] }, size);
      for (const [side, is] of Object.entries({ x, y, width, height }))
        expect(Math.abs((bounds?.[side as 'x'] ?? 9) - is)).toBeLessThan(0.02);
    }),
    { numRuns: 200 },
  );
});

it('ends where the picture does, however far a brush reaches beyond', () => {
  const brush = (x: number, y: number) =>
    boundsOf({ shapes: [{ kind: 'brush', size: 0.5, points: [[x, y]] }] }, size);
  const [right, below, above] = [brush(1, 0.5), brush(0.5, 1), brush(0, 0)];
  expect((right?.x ?? 9) + (right?.width ?? 9)).toBe(1);
  expect((below?.y ?? 9) + (below?.height ?? 9)).toBe(1);
  expect(above).toMatchObject({ x: 0, y: 0 });
});

it('goes round all of several, without what was erased, and is none where all was', () => {
  const eraser = { kind: 'eraser' as const, size: 1, points: [[0.9, 0.75]] as [number, number][] };
  const two = [box(0, 0, 0.25, 0.25), box(0.75, 0.5, 0.25, 0.5)];
  expect(boundsOf({ shapes: two }, size)).toEqual({ x: 0, y: 0, width: 1, height: 1 });
  expect(boundsOf({ shapes: [...two, eraser] }, size)).toEqual({ x: 0, y: 0, width: 0.25, height: 0.25 });
  expect(boundsOf({ shapes: [box(0.8, 0.4, 0.1, 0.1), eraser] }, size)).toBeNull();
});
