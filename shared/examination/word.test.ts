import { aClaim } from '@testing/records.js';
import { describe, expect, it } from 'vitest';
import { claimKind } from '../records/index.js';
import type { Examined } from './told.js';
import { type Evidence, NO_WORD, readAlike, readingOf, wordOf } from './word.js';

const thresholds = Object.fromEntries(
  claimKind.options.map((kind) => [kind, { pass: 0.6, fail: 0.2 }]),
) as Evidence['thresholds'];
const NOTHING: Evidence = {
  thresholds,
  examined: [],
  pairs: [],
  own: new Map(),
  usual: new Map(),
  cases: new Map(),
};
/** Fourteen pairs, of which `right` are told. */
const sides = (right: number): Examined[] =>
  Array.from({ length: 14 }, (_, frame) => [
    { skill: 'side' as const, frame, truth: true, p: frame < right ? 0.9 : 0.1 },
    { skill: 'side' as const, frame, truth: false, p: frame < right ? 0.1 : 0.9 },
  ]).flat();
const left = { ...aClaim(0), kind: 'relation' as const, text: 'a girl on the left' };

describe('what a judge’s word is worth', () => {
  it('is the judge’s own where nothing is known', () => {
    const word = wordOf(NOTHING);
    expect(word.skills.size).toBe(0);
    expect(readingOf(word, thresholds, left)).toEqual({ pass: 0.6, fail: 0.2 });
  });

  it('is nothing where it tells no more than a coin, and says why', () => {
    const word = wordOf({ ...NOTHING, examined: sides(8) });
    expect(readingOf(word, thresholds, left).silence).toBe(
      'this judge is not asked about left and right: where the truth is known it told 57 % of 14 pairs, a coin 50 %',
    );
    // Of its other relations nothing was shown.
    const holding = { ...left, text: 'a girl holding a lantern' };
    expect(readingOf(word, thresholds, holding)).toEqual({ pass: 0.6, fail: 0.2 });
    const pairs = Array.from({ length: 8 }, () => ({ skill: 'side' as const, holds: 0.9, fails: 0.1 }));
    expect(
      readingOf(wordOf({ ...NOTHING, examined: sides(8), pairs }), thresholds, left).silence,
    ).toBeUndefined();
  });

  it('has the threshold that the board and the artist leave, and what is usual of the same words', () => {
    const cases = new Map([
      ['side' as const, Array.from({ length: 6 }, () => ({ p: 0.1, overruled: true }))],
    ]);
    const usual = new Map([['relation: a girl on the left', 0.7]]);
    const word = wordOf({ ...NOTHING, examined: sides(14), cases, usual });
    expect(word.skills.get('side')).toMatchObject({
      silenced: false,
      ownFail: 0.2,
      boardFail: 0.2,
      cases: 6,
      overruled: 6,
    });
    const reading = readingOf(word, thresholds, left);
    expect(reading.fail).toBeLessThan(0.1);
    expect(reading.usual).toBe(0.7);
    expect(readingOf(word, thresholds, { ...left, text: 'a boy on the left' }).usual).toBeUndefined();
  });

  it('reads claims alike while decisions are only counted, until they move a threshold or it is silenced', () => {
    const decided = (overruled: boolean, times: number) =>
      wordOf({
        ...NOTHING,
        examined: sides(14),
        cases: new Map([['side' as const, Array.from({ length: times }, () => ({ p: 0.1, overruled }))]]),
      });
    const examined = decided(true, 0);
    expect(readAlike(NO_WORD, wordOf(NOTHING))).toBe(true);
    expect(readAlike(NO_WORD, examined)).toBe(false);
    expect(decided(false, 3).skills).not.toEqual(examined.skills);
    expect(readAlike(examined, decided(false, 3))).toBe(true);
    expect(readAlike(examined, decided(true, 6))).toBe(false);
    expect(readAlike(examined, wordOf({ ...NOTHING, examined: sides(8) }))).toBe(false);
    expect(readAlike(examined, { ...examined, usual: new Map([['place: a harbour', 0.7]]) })).toBe(false);
  });

  it('has nothing drawn of a skill where none of its answers are known, whatever is of others', () => {
    const cases = new Map([['side' as const, [{ p: 0.1, overruled: true }]]]);
    const time = [{ skill: 'time' as const, frame: 0, truth: true, p: 0.9 }];
    const unanswered = sides(1).map((one) => ({ ...one, p: null }));
    const word = wordOf({ ...NOTHING, examined: [...time, ...unanswered], cases });
    expect(word.skills.get('side')).toMatchObject({ drawn: null, board: null, silenced: false, cases: 1 });
    expect(word.skills.get('time')?.drawn?.answers).toMatchObject({ claims: 1 });
    expect(word.skills.size).toBe(2);
    expect(wordOf({ ...NOTHING, examined: unanswered }).skills.size).toBe(0);
  });

  it('tells how often the judge was wrong where the truth is known', () => {
    const { drawn } = wordOf({ ...NOTHING, examined: sides(13) }).skills.get('side') ?? {};
    expect(drawn?.share).toBeCloseTo(13 / 14);
    expect(drawn?.answers).toMatchObject({ claims: 28, rate: 2 / 28 });
  });
});
