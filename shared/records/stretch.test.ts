import { aBoard, aFact, aShot } from '@testing/records.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeOf, type Inputs } from '../commands/index.js';
import { applyDiff, reverseDiff } from './diff.js';
import type { Fact } from './fact.js';
import { mergeImport } from './merge.js';
import { shotsInOrder } from './queries.js';
import { keepStretches, positionFacts } from './stretch.js';
import type { Records } from './tables.js';

const fact = (firstShotId: string | null, lastShotId: string | null): Fact => ({
  ...aFact('fact'),
  origin: 'artist',
  firstShotId,
  lastShotId,
});

const inputs: Inputs = { id: 'move', at: 0, who: 'Ada', generator: 'none', rounds: 3 };

/** Ids of the shots that a fact holds for, in story order. */
function heldBy(one: Fact | undefined, records: Pick<Records, 'shot'>): string[] {
  const shots = shotsInOrder(records);
  const [positioned] = one ? positionFacts([one], shots) : [];
  if (!positioned) return [];
  const { from, to } = positioned;
  return shots
    .filter(({ position }) => (from === null || position >= from) && (to === null || position <= to))
    .map(({ id }) => id);
}

/** "abcd" stands for a board of four shots in that order. */
const kept = (one: Fact, before: string, after: string, moved = '') => {
  const { fact: left } = keepStretches({ fact: one }, [...before], [...after], new Set(moved));
  return left ? [left.firstShotId, left.lastShotId] : 'gone';
};

describe('a fact’s stretch of the story', () => {
  it.each([
    ['a shot before it goes away', 'abcd', 'acd', ['c', 'd']],
    ['its first shot goes away', 'abcd', 'abd', ['d', 'd']],
    ['its last shot goes away', 'abcd', 'abc', ['c', 'c']],
    ['all of it goes away', 'abcd', 'ab', 'gone'],
    ['a shot comes before it', 'abcd', 'abxcd', ['c', 'd']],
    ['a shot comes after it', 'abcd', 'abcdx', ['c', 'd']],
    ['a shot comes into it', 'abcd', 'abcxd', ['c', 'd']],
    ['everything is turned round', 'abcd', 'dcba', ['d', 'c']],
  ])('holds on when %s', (_what, before, after, bounds) => {
    expect(kept(fact('c', 'd'), before, after)).toEqual(bounds);
  });

  it.each([
    ['a shot outside', 'abcde', 'bacde', 'a', ['c', 'd']],
    ['a shot from outside into it', 'abcde', 'bcade', 'a', ['c', 'd']],
    ['its first shot within it', 'abcde', 'abdce', 'c', ['d', 'c']],
    ['its first shot out of it, to the front', 'abcde', 'cabde', 'c', ['d', 'd']],
    ['its first shot out of it, to the end', 'abcde', 'abdec', 'c', ['d', 'd']],
    ['its last shot out of it, to the front', 'abcde', 'dabce', 'd', ['c', 'c']],
    ['its last shot to before its first', 'abcde', 'abdce', 'd', ['d', 'c']],
  ])('holds on when the artist moves %s', (_what, before, after, moved, bounds) => {
    expect(kept(fact('c', 'd'), before, after, moved)).toEqual(bounds);
  });

  it('takes a shot with it that the artist moves to the other side of several', () => {
    expect(kept(fact('b', 'd'), 'abcde', 'adbce', 'd')).toEqual(['d', 'c']);
    expect(kept(fact('b', 'd'), 'abcde', 'acdbe', 'b')).toEqual(['c', 'b']);
    expect(kept(fact('b', 'd'), 'abcde', 'dabce', 'd')).toEqual(['b', 'c']);
  });

  it.each([
    ['several away', 'b', 'd', 'abcde', 'aebcd', 'bcd', ['b', 'd']],
    ['two of it away, to the front', 'b', 'd', 'abcde', 'cdabe', 'cd', ['b', 'b']],
    ['two of it to just beside it', 'b', 'd', 'abcde', 'acdbe', 'cd', ['c', 'b']],
    ['one of it with a stranger between', 'b', 'd', 'abcde', 'bcaed', 'ad', ['b', 'c']],
    ['one of it behind a stranger that comes between', 'b', 'd', 'abcde', 'badce', 'ad', ['b', 'c']],
    ['all of it and more to the end', 'b', 'c', 'abcde', 'deabc', 'abc', ['b', 'c']],
  ])('holds on when the artist moves %s', (_what, first, last, before, after, moved, bounds) => {
    expect(kept(fact(first, last), before, after, moved)).toEqual(bounds);
  });

  it('closes its open ends when all of it is moved at once', () => {
    expect(kept(fact(null, 'b'), 'abcd', 'cdab', 'ab')).toEqual(['a', 'b']);
    expect(kept(fact('c', null), 'abcd', 'cdab', 'cd')).toEqual(['c', 'd']);
    expect(kept(fact(null, 'b'), 'abcd', 'cdab', 'cd')).toEqual([null, 'b']);
  });

  it('keeps an open end open', () => {
    expect(kept(fact(null, 'c'), 'abcd', 'bcad', 'a')).toEqual([null, 'a']);
    expect(kept(fact('b', null), 'abcd', 'adbc', 'd')).toEqual(['d', null]);
    expect(kept(fact(null, 'b'), 'abc', 'bc')).toEqual([null, 'b']);
    expect(kept(fact('b', null), 'abc', 'ac')).toEqual(['c', null]);
    expect(kept(fact(null, null), 'abc', '')).toEqual([null, null]);
    expect(kept(fact(null, 'b'), 'abc', 'bca', 'a')).toEqual([null, 'b']);
    expect(kept(fact(null, 'b'), 'abc', 'xabc')).toEqual([null, 'b']);
  });

  it('goes with the only shot it holds for, and then has two ends', () => {
    expect(kept(fact('b', 'b'), 'abc', 'acb', 'b')).toEqual(['b', 'b']);
    expect(kept(fact(null, 'a'), 'abc', 'bca', 'a')).toEqual(['a', 'a']);
    expect(kept(fact('c', null), 'abc', 'cab', 'c')).toEqual(['c', 'c']);
    expect(kept(fact('c', null), 'abc', 'abcd')).toEqual(['c', null]);
  });

  it('is left alone where it held for nothing', () => {
    expect(kept(fact('x', null), 'abc', 'ac')).toEqual(['x', null]);
    expect(kept(fact('c', 'a'), 'abc', 'cb')).toEqual(['c', 'a']);
    expect(heldBy(fact('x', null), aBoard(2))).toEqual([]);
    expect(heldBy(fact(null, 'x'), aBoard(2))).toEqual([]);
  });
});

const BOARD = 6;
const shotId = fc.nat(BOARD - 1).map((n) => `shot-${n}`);
/** With its ends in story order on a board that nobody has moved yet. */
const anyFact = fc.tuple(fc.option(shotId), fc.option(shotId)).map(([a, b]) => {
  const [first, last] = a !== null && b !== null && a > b ? [b, a] : [a, b];
  return fact(first, last);
});
const anyMove = fc.record({
  shotIds: fc.uniqueArray(shotId, { minLength: 1, maxLength: 4 }),
  beside: shotId,
  side: fc.constantFrom('before' as const, 'after' as const),
});

describe('moving shots', () => {
  it('changes for no other shot what holds for it, and undone leaves everything as it was', () => {
    fc.assert(
      fc.property(anyFact, fc.array(anyMove, { minLength: 1, maxLength: 8 }), (one, moves) => {
        let records: Records = { ...aBoard(BOARD), fact: { fact: one } };
        const begun = records;
        const diffs = moves.map((move) => {
          const diff = changeOf(records, { type: 'move-shots', ...move }, inputs);
          const before = heldBy(records.fact.fact, records);
          records = applyDiff(records, diff);
          const after = heldBy(records.fact.fact, records);
          const others = (ids: readonly string[]) => ids.filter((id) => !move.shotIds.includes(id)).sort();
          expect(others(after)).toEqual(others(before));
          expect(after.length).toBeGreaterThan(0);
          return diff;
        });
        for (const diff of diffs.reverse()) records = applyDiff(records, reverseDiff(diff));
        expect(records).toEqual(begun);
      }),
      { numRuns: 500 },
    );
  });

  it('within a stretch, or beside it, leaves the same shots in it', () => {
    const order = (ids: readonly string[], moved: string, at: number) => {
      const rest = ids.filter((id) => id !== moved);
      return [...rest.slice(0, at), moved, ...rest.slice(at)];
    };
    fc.assert(
      fc.property(fc.nat(5), fc.nat(5), fc.nat(5), fc.nat(6), (a, b, m, to) => {
        const before = [...'abcdef'];
        const [first, last] = [Math.min(a, b), Math.max(a, b)];
        const moved = before[m] as string;
        const after = order(before, moved, to);
        const held = before.slice(first, last + 1);
        const at = held.map((id) => after.indexOf(id)).sort((x, y) => x - y);
        // Only where they still lie together.
        fc.pre(at.every((position, i) => position === (at[0] as number) + i));
        const { fact: left } = keepStretches(
          { fact: fact(before[first] as string, before[last] as string) },
          before,
          after,
          new Set([moved]),
        );
        expect([left?.firstShotId, left?.lastShotId]).toEqual([
          after[at[0] as number],
          after[at.at(-1) as number],
        ]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('an import over a review', () => {
  /** The board with these shots, in this order. */
  const boardOf = (numbers: readonly number[]): Records => ({
    ...aBoard(0),
    shot: Object.fromEntries(numbers.map((n, position) => [`shot-${n}`, { ...aShot(n), position }])),
    fact: {},
  });

  it('lets the artist’s facts hold for the same shots, without those that are gone', () => {
    const numbers = fc.uniqueArray(fc.nat(9), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(anyFact, numbers, (one, imported) => {
        const records: Records = { ...boardOf([0, 1, 2, 3, 4, 5]), fact: { fact: one } };
        // In the order of the story, as a corrected file brings them.
        const after = mergeImport(records, boardOf(imported.sort((a, b) => a - b)));
        const was = heldBy(one, records);
        const left = was.filter((id) => Object.hasOwn(after.shot, id));
        const now = heldBy(after.fact.fact, after);
        if (one.firstShotId === null && one.lastShotId === null) expect(after.fact.fact).toEqual(one);
        else if (left.length === 0) expect(after.fact).toEqual({});
        else expect(now.filter((id) => was.includes(id))).toEqual(left);
        for (const id of now) if (!was.includes(id)) expect(Object.hasOwn(records.shot, id)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('lets what it brings have its own facts, and takes away those that no artist made', () => {
    const text: Fact = { ...fact('shot-0', null), id: 'text', origin: 'text' };
    const records: Records = { ...boardOf([0, 1]), fact: { text, fact: fact('shot-1', null) } };
    const brought = { ...fact(null, 'shot-1'), id: 'sheet' };
    const after = mergeImport(records, { ...boardOf([0, 1]), fact: { sheet: brought } });
    expect(after.fact).toEqual({ fact: records.fact.fact, sheet: brought });
  });
});
