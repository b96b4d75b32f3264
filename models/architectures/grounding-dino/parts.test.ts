import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectionsIn } from './boxes.js';
import { phraseOf, promptOf, wordsOf } from './phrases.js';

describe('phrases', () => {
  it('are in small letters, and nothing in them ends them', () => {
    expect(['A Girl', ' St. Bernard? ', 'fox'].map(phraseOf)).toEqual(['a girl', 'st bernard', 'fox']);
    expect(promptOf(['a girl', 'fox'])).toBe('a girl. fox.');
  });

  it('have each word of the prompt between the marks once', () => {
    const phrase = fc.array(fc.integer({ min: 2000, max: 30_000 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(phrase, { minLength: 1 }), (phrases) => {
        const ids = [101, ...phrases.flatMap((words) => [...words, 1012]), 102].map(BigInt);
        expect(wordsOf(ids).map((places) => places.map((at) => Number(ids[at])))).toEqual(phrases);
      }),
      { numRuns: 200 },
    );
  });
});

describe('boxes', () => {
  /** Two nouns of one word each, at places 1 and 3. */
  const found = (queries: readonly { odds: readonly [number, number]; box: readonly number[] }[]) =>
    detectionsIn(
      {
        logits: Float32Array.from(queries.flatMap(({ odds: [a, b] }) => [-9, a, -9, b, -9])),
        words: 5,
        boxes: Float32Array.from(queries.flatMap(({ box }) => box)),
      },
      ['girl', 'fox'],
      [[1], [3]],
    );

  it('show the noun whose words they show best, best first', () => {
    const detections = found([
      { odds: [1, -3], box: [0.2, 0.5, 0.2, 0.4] },
      { odds: [0, 3], box: [0.7, 0.5, 0.2, 0.4] },
      { odds: [2, 0], box: [0.5, 0.5, 0.2, 0.4] },
    ]);
    expect(detections.map(({ label }) => label)).toEqual(['girl', 'girl', 'fox']);
    expect(detections[0]?.region.x).toBeCloseTo(0.4, 6);
    expect(detections[2]?.confidence).toBeCloseTo(0.953, 3);
  });

  it('are left out where they are unsure, and where a surer one of the same noun lies on them', () => {
    expect(found([{ odds: [-1, -1], box: [0.5, 0.5, 0.2, 0.2] }])).toEqual([]);
    const box = [0.5, 0.5, 0.4, 0.4];
    expect(
      found([
        { odds: [1, -9], box },
        { odds: [2, -9], box },
      ]),
    ).toHaveLength(1);
    expect(
      found([
        { odds: [1, -9], box },
        { odds: [-9, 2], box },
      ]),
    ).toHaveLength(2);
  });

  it('stay in the picture', () => {
    const unit = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.tuple(unit, unit, unit, unit), (box) => {
        const [one] = found([{ odds: [2, -9], box }]);
        const { x = -1, y = -1, width = -1, height = -1 } = one?.region ?? {};
        for (const [from, length] of [
          [x, width],
          [y, height],
        ] as const) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(length).toBeGreaterThanOrEqual(0);
          expect(from + length).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
      { numRuns: 200 },
    );
  });
});
