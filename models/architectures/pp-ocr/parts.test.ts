import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from './decode.js';
import { linesIn } from './lines-in.js';
import { cornersOf, grown, hullOf, smallestBox } from './turned-box.js';

const LETTERS = ['a', 'b', 'c', ' '];

/** As a network that is sure of each step. */
function said(steps: readonly number[]): Float32Array {
  const classes = LETTERS.length + 1;
  const values = new Float32Array(steps.length * classes).fill(0.01);
  for (const [step, best] of steps.entries()) values[step * classes + best] = 0.9;
  return values;
}

describe('letters from steps', () => {
  it('are those that were said, each held for a while, with a pause between two of the same', () => {
    const held = fc.array(
      fc.record({ letter: fc.integer({ min: 1, max: 3 }), times: fc.integer({ min: 1, max: 3 }) }),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(held, (line) => {
        const steps = line.flatMap(({ letter, times }) => [0, ...new Array<number>(times).fill(letter)]);
        const { text, confidence } = decode(said(steps), LETTERS);
        expect(text).toBe(line.map(({ letter }) => LETTERS[letter - 1]).join(''));
        expect(confidence).toBeCloseTo(0.9, 5);
      }),
      { numRuns: 200 },
    );
  });

  it('are none where nothing was said, and no blank stands at either end', () => {
    expect(decode(said([0, 0]), LETTERS)).toEqual({ text: '', confidence: 0 });
    expect(decode(said([4, 1, 4, 2, 4]), LETTERS).text).toBe('a b');
  });
});

const point = fc.record({
  x: fc.double({ min: 0, max: 500, noNaN: true }),
  y: fc.double({ min: 0, max: 500, noNaN: true }),
});

describe('the smallest box', () => {
  it('holds every point, and is no larger than the upright one', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 40 }), (points) => {
        const { centre, width, height, angle } = smallestBox(points);
        for (const { x, y } of points) {
          const [dx, dy] = [x - centre.x, y - centre.y];
          expect(Math.abs(dx * Math.cos(angle) + dy * Math.sin(angle))).toBeLessThanOrEqual(width / 2 + 1e-6);
          expect(Math.abs(dy * Math.cos(angle) - dx * Math.sin(angle))).toBeLessThanOrEqual(
            height / 2 + 1e-6,
          );
        }
        const side = (of: 'x' | 'y') =>
          Math.max(...points.map((one) => one[of])) - Math.min(...points.map((one) => one[of]));
        expect(width * height).toBeLessThanOrEqual(side('x') * side('y') + 1e-6);
      }),
      { numRuns: 300 },
    );
  });

  it('is found again from its corners, and grows on every side', () => {
    const box = { centre: { x: 60, y: 40 }, width: 80, height: 20, angle: 0.3 };
    const again = smallestBox(cornersOf(box));
    for (const key of ['width', 'height', 'angle'] as const) expect(again[key]).toBeCloseTo(box[key], 6);
    expect(grown(box, 1.5)).toEqual({ ...box, width: 80 + 24, height: 20 + 24 });
  });

  it('needs of its points only the corners', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 3, maxLength: 40 }), (points) => {
        const hull = hullOf(points);
        const [all, few] = [smallestBox(points), smallestBox(hull)];
        expect(few.width * few.height).toBeCloseTo(all.width * all.height, 4);
      }),
      { numRuns: 200 },
    );
  });
});

describe('lines in a map', () => {
  const map = (width: number, height: number, marks: readonly (readonly number[])[]) => {
    const values = new Float32Array(width * height);
    for (const [left = 0, top = 0, right = 0, bottom = 0, value = 0] of marks)
      for (let y = top; y < bottom; y++) values.fill(value, y * width + left, y * width + right);
    return { values, width, height };
  };

  it('are its connected marks, from top to bottom, as sure as their pixels', () => {
    const found = linesIn(
      map(60, 40, [
        [30, 28, 50, 34, 0.8],
        [5, 5, 25, 11, 1],
      ]),
    );
    expect(found.map(({ box }) => box.centre)).toEqual([
      { x: 15, y: 8 },
      { x: 40, y: 31 },
    ]);
    expect(found.map(({ confidence }) => confidence.toFixed(1))).toEqual(['1.0', '0.8']);
    expect(found[0]?.box.height).toBeGreaterThan(6);
  });

  it('leave out what is faint, and what is too small to be read', () => {
    expect(linesIn(map(60, 40, [[5, 5, 25, 11, 0.5]]))).toEqual([]);
    expect(linesIn(map(60, 40, [[5, 5, 25, 7, 1]]))).toEqual([]);
    expect(linesIn(map(60, 40, []))).toEqual([]);
  });
});
