import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chosenIds,
  extendedTo,
  keptWithin,
  NONE_SELECTED,
  type Selection,
  toggledShot,
} from './selection.js';

const ORDER = ['a', 'b', 'c', 'd', 'e'];
const at = (shotId: string | null): Selection => ({ shotId, ...NONE_SELECTED });

describe('choosing shots', () => {
  it('begins with the one on the screen', () => {
    expect(chosenIds(at('a'))).toEqual(['a']);
    expect(chosenIds(at(null))).toEqual([]);
    expect(chosenIds({ ...at('a'), selected: ['a', 'b'] })).toEqual(['a', 'b']);
  });

  it('adds one more and shows it', () => {
    const two = toggledShot(at('a'), 'c');
    expect(two).toEqual({ shotId: 'c', selected: ['a', 'c'], anchorId: 'c' });
    expect(toggledShot(at(null), 'c')).toEqual({ shotId: 'c', selected: [], anchorId: 'c' });
  });

  it('takes one out again; the last stays', () => {
    const three = toggledShot(toggledShot(at('a'), 'c'), 'd');
    expect(toggledShot(three, 'c')).toEqual({ shotId: 'd', selected: ['a', 'd'], anchorId: 'd' });
    expect(toggledShot(three, 'd')).toEqual({ shotId: 'c', selected: ['a', 'c'], anchorId: 'c' });
    const one = toggledShot(toggledShot(three, 'c'), 'd');
    expect(one).toEqual({ shotId: 'a', selected: [], anchorId: 'a' });
    expect(toggledShot(one, 'a')).toBe(one);
  });

  it('draws a range from where it began, both ways, and draws it anew', () => {
    const range = extendedTo(at('b'), ORDER, 'd');
    expect(range).toEqual({ shotId: 'd', selected: ['b', 'c', 'd'], anchorId: 'b' });
    expect(extendedTo(range, ORDER, 'a')).toEqual({ shotId: 'a', selected: ['a', 'b'], anchorId: 'b' });
    expect(extendedTo(range, ORDER, 'b')).toEqual({ shotId: 'b', selected: [], anchorId: 'b' });
    // From what was added last, not from the first.
    expect(extendedTo(toggledShot(at('a'), 'c'), ORDER, 'd').selected).toEqual(['c', 'd']);
  });

  it('draws no range to what is not shown, and from the start where its beginning is not', () => {
    expect(extendedTo(at('b'), ORDER, 'z')).toEqual(at('b'));
    expect(extendedTo({ ...at('b'), anchorId: 'gone' }, ORDER, 'b').selected).toEqual(['a', 'b']);
    expect(extendedTo(at(null), ORDER, 'c')).toEqual({ shotId: 'c', selected: [], anchorId: 'c' });
  });

  it('loses what is not shown any more', () => {
    const selected = ['a', 'b', 'c'];
    expect(keptWithin(selected, new Set(ORDER))).toBe(selected);
    expect(keptWithin(selected, new Set(['c', 'a']))).toEqual(['a', 'c']);
    expect(keptWithin(selected, new Set(['b']))).toEqual([]);
  });

  it('always has the shot on the screen among the chosen, each once', () => {
    const step = fc.record({ range: fc.boolean(), id: fc.constantFrom(...ORDER) });
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const end = steps.reduce(
          (now, { range, id }) => (range ? extendedTo(now, ORDER, id) : toggledShot(now, id)),
          at('a'),
        );
        const ids = chosenIds(end);
        expect(ids).toContain(end.shotId);
        expect(new Set(ids).size).toBe(ids.length);
        expect(end.selected).not.toHaveLength(1);
      }),
      { numRuns: 200 },
    );
  });
});
