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

  it('fails less where the judge says another thing when it is asked again, and says that it is unsteady', () => {
    const own = new Map([['side' as const, [[0.9], [0.95], [0.85], [0.97], [0.92], [0.99]]]]);
    const twice = (again: (p: number) => number) =>
      sides(14).map((one) => ({ ...one, again: again(one.p ?? 0) }));
    const steady = wordOf({ ...NOTHING, own, examined: twice((p) => p) });
    expect(steady.steadiness).toMatchObject({ claims: 28, chance: expect.closeTo(0, 6) });
    expect(steady.skills.get('side')?.boardFail).toBe(0.2);
    const unsteady = wordOf({ ...NOTHING, own, examined: twice((p) => (p > 0.5 ? 0.6 : 0.5)) });
    expect(unsteady.skills.get('side')?.boardFail).toBeLessThan(0.1);
    expect(wordOf({ ...NOTHING, own, examined: sides(14) }).steadiness).toBeNull();
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
    // What it was examined in, and decided on, is read as before.
    expect(readAlike(NO_WORD, examined)).toBe(true);
    const agreed = wordOf({ ...NOTHING, cases: new Map([['time', [{ p: 0.1, overruled: false }]]]) });
    expect(agreed.skills.size).toBe(1);
    expect(readAlike(NO_WORD, agreed)).toBe(true);
    expect(decided(false, 3).skills).not.toEqual(examined.skills);
    expect(readAlike(examined, decided(false, 3))).toBe(true);
    expect(readAlike(examined, decided(true, 6))).toBe(false);
    expect(readAlike(examined, wordOf({ ...NOTHING, examined: sides(8) }))).toBe(false);
    expect(readAlike(examined, { ...examined, usual: new Map([['place: a harbour', 0.7]]) })).toBe(false);
    // Then every claim is read by both to the same, whichever skill nothing is known of.
    const usual = new Map([['relation: a girl on the left', 0.7]]);
    const bare = { ...NO_WORD, usual };
    const known = { ...examined, usual };
    expect(readAlike(bare, known)).toBe(true);
    expect(readingOf(bare, thresholds, left)).toEqual(readingOf(known, thresholds, left));
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

  it('knows of each skill what was seen of that skill alone', () => {
    const colours = sides(0).map((one) => ({ ...one, skill: 'colour' as const }));
    const pairs = [
      { skill: 'side' as const, holds: 0.9, fails: 0.1 },
      { skill: 'time' as const, holds: 0.1, fails: 0.9 },
    ];
    const { skills } = wordOf({ ...NOTHING, examined: [...sides(14), ...colours], pairs });
    expect(skills.get('side')).toMatchObject({
      drawn: { pairs: 14, share: 1 },
      board: { pairs: 1, share: 1 },
    });
    expect(skills.get('colour')).toMatchObject({ drawn: { pairs: 14, share: 0 }, board: null });
    expect(skills.get('time')).toMatchObject({ drawn: null, board: { pairs: 1, share: 0 } });
  });

  it('starts from the threshold of the kind that a skill is part of', () => {
    const apart = {
      ...thresholds,
      attribute: { pass: 0.6, fail: 0.1 },
      relation: { pass: 0.6, fail: 0.15 },
      place: { pass: 0.6, fail: 0.25 },
    };
    const skills = ['attribute', 'colour', 'relation', 'side', 'place'] as const;
    const pairs = skills.map((skill) => ({ skill, holds: 0.9, fails: 0.1 }));
    const word = wordOf({ ...NOTHING, thresholds: apart, pairs });
    expect(skills.map((skill) => word.skills.get(skill)?.ownFail)).toEqual([0.1, 0.1, 0.15, 0.15, 0.25]);
  });

  it('fails less where claims that hold lie scattered on the board, and less still where those of other skills do', () => {
    const steady = [0.93, 0.94, 0.95, 0.96, 0.97];
    const wild = [0.3, 0.6, 0.8, 0.95, 0.999];
    const failOf = (side: number[], action: number[]) => {
      const own = new Map([
        ['side' as const, side.map((p) => [p])],
        ['action' as const, action.map((p) => [p])],
      ]);
      return wordOf({ ...NOTHING, own }).skills.get('side')?.fail ?? 1;
    };
    expect(failOf(steady, steady)).toBe(0.2);
    expect(failOf(wild, steady)).toBeLessThan(0.2);
    expect(failOf(wild, wild)).toBeLessThan(failOf(wild, steady));
  });

  it.each([
    ['examined and contradicted', { examined: [{ skill: 'time', frame: 0, truth: true, p: 0.9 }] }],
    ['on its own pictures and contradicted', { own: new Map([['time', [[0.9]]]]) }],
    ['decided on and contradicted', { cases: new Map([['time', [{ p: 0.1, overruled: true }]]]) }],
  ])('is of a skill that was %s once each', (_, evidence) => {
    const pairs = [{ skill: 'time', holds: 0.9, fails: 0.1 }];
    expect([...wordOf({ ...NOTHING, pairs, ...evidence } as Evidence).skills.keys()]).toEqual(['time']);
  });

  it('counts the fails that were decided on, and of these the overruled', () => {
    const cases = new Map([
      ['side' as const, [true, false, true].map((overruled) => ({ p: 0.1, overruled }))],
    ]);
    expect(wordOf({ ...NOTHING, cases }).skills.get('side')).toMatchObject({ cases: 3, overruled: 2 });
  });

  it('is read anew where it is silent for another reason', () => {
    const silent = (right: number) => wordOf({ ...NOTHING, examined: sides(right) });
    expect(readAlike(silent(8), silent(8))).toBe(true);
    expect(readAlike(silent(8), silent(7))).toBe(false);
  });
});
