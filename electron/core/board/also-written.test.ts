import type { Frame } from '@core/findings/index.js';
import type { Writing } from '@shared/analysis.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Sight } from './sight.js';
import { plainAnswers } from './testing/plain-answers.js';

const IDS = ['a', 'b', 'c', 'd'];
const line = (text: string, x: number): Writing => ({
  text,
  confidence: 0.95,
  region: { x, y: 0.9, width: 0.2, height: 0.05 },
});
/** Two that are read of one mark, one that may be misread for either, another mark at their place, one elsewhere. */
const LINES = [
  line('STOCK', 0.1),
  line('ST0CK', 0.12),
  line('STACKS', 0.1),
  line('HOTEL', 0.1),
  line('STOCK', 0.6),
];

/** Shots of which each reads, with `read`, in how many others each of its lines stands. */
function boardOf() {
  const answers = plainAnswers({ positionOf: (id) => IDS.indexOf(id) });
  const written = new Map<string, readonly Writing[]>();
  return {
    put(id: string, lines: readonly Writing[]): readonly string[] {
      written.set(id, lines);
      const sight = { take: { id }, shotId: id, claims: [], verdicts: [], measures: null, writing: lines };
      return [...answers.put(id, null, sight as unknown as Sight)].sort();
    },
    read: (id: string): number[] =>
      answers.reading(id, ({ alsoWritten }) =>
        (written.get(id) ?? []).map((one) => alsoWritten({ shot: { id } } as Frame, one)),
      ),
  };
}

it('who has a line where another shot’s stood or stands is told, and nobody else', () => {
  const { put, read } = boardOf();
  const [stock, misread, , , elsewhere] = LINES as [Writing, Writing, Writing, Writing, Writing];
  put('a', [stock]);
  put('b', [elsewhere]);
  expect([read('a'), read('b')]).toEqual([[0], [0]]);
  expect(put('c', [misread])).toEqual(['a']);
  expect([read('a'), read('b')]).toEqual([[1], [0]]);
  expect(put('c', [misread])).toEqual([]);
  expect(put('c', [elsewhere])).toEqual(['a', 'b']);
  expect([read('a'), read('b')]).toEqual([[0], [1]]);
});

it('what a shot has read of the others holds until it is told', () => {
  const lines = fc.subarray(LINES, { maxLength: 3 });
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...IDS), lines), { maxLength: 12 }), (puts) => {
      const { put, read } = boardOf();
      const known = new Map<string, number[]>();
      for (const [id, now] of puts) {
        for (const told of [id, ...put(id, now)]) known.set(told, read(told));
        for (const [one, numbers] of [...known]) expect(read(one)).toEqual(numbers);
      }
    }),
    { numRuns: 300 },
  );
});
