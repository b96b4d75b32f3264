import type { HandBox } from '@shared/records/index.js';
import { LEAST } from '@shared/region-shaping.js';
import { someRegion } from '@testing/regions.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { between, byKey, likelyName, named } from './shaping.js';

describe('a box', () => {
  it('is drawn from any corner to the one across, and none by a click', () => {
    fc.assert(
      fc.property(someRegion, fc.boolean(), fc.boolean(), ({ x, y, width, height }, isBack, isUp) => {
        const [left, right] = isBack ? [x + width, x] : [x, x + width];
        const [top, bottom] = isUp ? [y + height, y] : [y, y + height];
        const box = between({ x: left, y: top }, { x: right, y: bottom });
        expect(box?.x).toBeCloseTo(x, 3);
        expect(box?.height).toBeCloseTo(height, 3);
        expect(between({ x, y }, { x: x + LEAST / 3, y: 1 })).toBeNull();
      }),
      { numRuns: 200 },
    );
  });

  it('goes by arrows, grows with Shift, and leaves other keys alone', () => {
    const box = { x: 0.2, y: 0.2, width: 0.2, height: 0.2 };
    expect(byKey(box, 'ArrowRight', false)).toEqual({ ...box, x: 0.21 });
    expect(byKey(box, 'ArrowUp', false)).toEqual({ ...box, y: 0.19 });
    expect(byKey(box, 'ArrowRight', true)).toEqual({ ...box, width: 0.21 });
    expect(byKey(box, 'ArrowUp', true)).toEqual({ ...box, height: 0.19 });
    expect(byKey(box, 'a', false)).toBeNull();
  });
});

describe('a name', () => {
  const at = (label: string, also: string[] = []): HandBox => ({
    label,
    also,
    region: { x: 0, y: 0, width: 0.1, height: 0.1 },
  });

  it('is first what is asked for and has no box', () => {
    expect(likelyName(['girl', 'dog', 'person'], [at('girl', ['person'])])).toBe('dog');
    expect(likelyName(['girl'], [at('girl')])).toBe('girl');
    expect(likelyName([], [])).toBe('thing');
  });

  it('is written as it is known, and answers to what its like does', () => {
    const [girl, cat] = [at('girl', ['person']), at('cat')];
    expect(named(cat, '  Girl ', ['girl', 'cat'], [girl, cat])).toEqual({
      ...cat,
      label: 'girl',
      also: ['person'],
    });
    expect(named(girl, 'old   dog', ['girl'], [girl])).toEqual({ ...girl, label: 'old dog', also: [] });
    expect(named(girl, ' ', ['girl'], [girl])).toBe(girl);
    expect(named(girl, 'GIRL', ['girl'], [girl])).toBe(girl);
  });
});
