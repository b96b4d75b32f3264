import { MEASURES_VERSION } from '@core/measures/index.js';
import { runThrough } from '@core/measures/steps.js';
import { canFlag } from '@shared/brand.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BrandScorer, brandScorer, type Known, type KnownExample } from './index.js';

const LENGTHS = { colour: 66, tone: 7, saturation: 8, line: 11, texture: 20, frequency: 11, grain: 9 };

function chance(...words: readonly (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const character of words.join(' ')) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
}

/** Frame `at` of a style: around a point of its own. */
function frame(style: string, at: number, more: Partial<Known> = {}): Known {
  const features = Object.entries(LENGTHS).map(([group, length]) => [
    group,
    Array.from(
      { length },
      (_, f) => 0.4 + 0.12 * chance(style, group, f) + 0.04 * chance(style, at, group, f),
    ),
  ]);
  const tower = Array.from({ length: 8 }, (_, f) => chance(style, 'tower', f) + 0.1 * chance(style, at, f));
  return { features: Object.fromEntries(features), measures: MEASURES_VERSION, judge: 'a', tower, ...more };
}

const frames = (style: string, from: number, to: number, more: Partial<Known> = {}): Known[] =>
  Array.from({ length: to - from }, (_, n) => frame(style, from + n, more));

const marked = (on: readonly Known[], off: readonly Known[]): KnownExample[] => [
  ...on.map((one) => ({ ...one, on: true })),
  ...off.map((one) => ({ ...one, on: false })),
];

const learned = (examples: readonly KnownExample[], judge = 'a', flags = true): BrandScorer =>
  runThrough(brandScorer(examples, judge, flags));

const p = (scorer: BrandScorer, one: Known): number => scorer.of(one, 'balanced')?.p ?? Number.NaN;

describe('a brand’s style', () => {
  const scorer = learned(marked(frames('ink', 0, 8), frames('gouache', 0, 8)));

  it('is told from another style, and says how sure it is', () => {
    for (const one of frames('ink', 20, 30)) expect(p(scorer, one)).toBeGreaterThan(0.5);
    for (const one of frames('gouache', 20, 30)) expect(p(scorer, one)).toBeLessThan(0.5);
    const { report } = scorer;
    expect(report).toMatchObject({ on: 8, off: 8, waiting: 0, stale: 0, tower: true });
    expect(report.sureness?.accuracy).toBe(1);
    expect(report.sureness?.low).toBeGreaterThan(0.7);
    expect(report.sureness?.high).toBe(1);
  });

  it('takes what is far from all that is on style for off it, although nobody marked that style', () => {
    for (const one of frames('woodcut', 0, 10)) expect(p(scorer, one)).toBeLessThan(0.5);
  });

  it('is the same however often it is learned', () => {
    const again = learned(marked(frames('ink', 0, 8), frames('gouache', 0, 8)));
    expect(again.report).toEqual(scorer.report);
    expect(p(again, frame('ink', 50))).toBe(p(scorer, frame('ink', 50)));
  });

  it('says of an off frame what differs, and of no other', () => {
    const off = scorer.of(frame('gouache', 40), 'balanced');
    expect(off?.off).toBe(true);
    expect(off?.difference?.detail).toMatch(/brand \d/);
    expect(scorer.of(frame('ink', 40), 'balanced')).toMatchObject({ off: false, difference: null });
  });
});

describe('how sure it is', () => {
  it('scores nothing with fewer than three examples of a side', () => {
    const scorer = learned(marked(frames('ink', 0, 9), frames('gouache', 0, 2)));
    expect(scorer.report).toMatchObject({ on: 9, off: 2, sureness: null });
    expect(scorer.of(frame('ink', 20), 'keen')).toBeNull();
  });

  it('flags nothing with fewer than six of a side, though it scores', () => {
    const few = learned(marked(frames('ink', 0, 5), frames('gouache', 0, 9)));
    expect(few.of(frame('gouache', 20), 'keen')).toMatchObject({ off: false });
    expect(p(few, frame('gouache', 20))).toBeLessThan(0.5);
    const enough = learned(marked(frames('ink', 0, 6), frames('gouache', 0, 9)));
    expect(enough.of(frame('gouache', 20), 'keen')).toMatchObject({ off: true });
  });

  it('flags nothing where the examples cannot be told apart, and nothing where the artist wants none flagged', () => {
    const alike = learned(marked(frames('ink', 0, 8), frames('ink', 8, 16)));
    expect(alike.report.sureness?.low).toBeLessThan(0.5);
    expect(canFlag(alike.report)).toBe(false);
    for (const one of frames('ink', 20, 30)) expect(alike.of(one, 'keen')?.off).toBe(false);
    const quiet = learned(marked(frames('ink', 0, 8), frames('gouache', 0, 8)), 'a', false);
    expect(quiet.of(frame('gouache', 20), 'keen')?.off).toBe(false);
    expect(canFlag(quiet.report)).toBe(true);
  });

  it('finds more to be off the keener it is asked', () => {
    const scorer = learned(marked(frames('ink', 0, 8), frames('gouache', 0, 8)));
    const mixed = Array.from({ length: 60 }, (_, at) => {
      const [a, b] = [frame('ink', at), frame('gouache', at)];
      const between = (group: string) =>
        Array.from(
          a.features?.[group] ?? [],
          (v, f) => v + (at / 60) * ((b.features?.[group]?.[f] ?? 0) - v),
        );
      return {
        ...a,
        judge: '',
        features: Object.fromEntries(Object.keys(LENGTHS).map((g) => [g, between(g)])),
      };
    });
    const [shy = 0, balanced = 0, keen = 0] = (['shy', 'balanced', 'keen'] as const).map(
      (level) => mixed.filter((one) => scorer.of(one, level)?.off).length,
    );
    expect(shy).toBeLessThan(balanced);
    expect(balanced).toBeLessThan(keen);
    expect(keen).toBeLessThan(60);
  });
});

describe('what counts as an example', () => {
  const other = { measures: MEASURES_VERSION + 1 };

  it('is none of another version of measuring, and that is said', () => {
    const scorer = learned(
      marked(frames('ink', 0, 8, other), [...frames('gouache', 0, 8), frame('gouache', 9, other)]),
    );
    expect(scorer.report).toMatchObject({ on: 0, off: 8, stale: 9 });
    expect(scorer.of(frame('ink', 20), 'balanced')).toBeNull();
  });

  it('is no frame of another version that is to be scored', () => {
    const scorer = learned(marked(frames('ink', 0, 8), frames('gouache', 0, 8)));
    expect(scorer.of(frame('ink', 20, other), 'balanced')).toBeNull();
    expect(scorer.of(frame('ink', 20, { features: null }), 'balanced')).toBeNull();
  });

  it('is none before it was measured', () => {
    const unmeasured = { ...frame('ink', 9), features: null, on: true };
    const scorer = learned([...marked(frames('ink', 0, 4), frames('gouache', 0, 4)), unmeasured]);
    expect(scorer.report).toMatchObject({ on: 4, waiting: 1, stale: 0 });
  });

  it('counts the tower only where the judge has seen all of them, and scores a frame it has not seen without', () => {
    const ink = frames('ink', 0, 8);
    const seen = learned(marked(ink, frames('gouache', 0, 8)));
    expect(seen.report.tower).toBe(true);
    const unseen = frame('ink', 20, { judge: '', tower: [] });
    const alone = learned(marked(ink, frames('gouache', 0, 8)), 'b');
    expect(alone.report.tower).toBe(false);
    expect(p(seen, unseen)).toBe(p(alone, unseen));
    expect(p(seen, frame('ink', 20))).not.toBe(p(alone, frame('ink', 20)));
    const one = { ...frame('gouache', 8), judge: 'b', on: false };
    expect(learned([...marked(ink, frames('gouache', 0, 8)), one]).report.tower).toBe(false);
  });
});

it('gives a probability whatever it is given', () => {
  const styles = ['ink', 'gouache', 'woodcut'] as const;
  const side = fc.array(fc.tuple(fc.constantFrom(...styles), fc.nat(4)), { minLength: 3, maxLength: 8 });
  fc.assert(
    fc.property(side, side, fc.constantFrom(...styles), fc.nat(5), (on, off, style, at) => {
      const made = (all: typeof on) => all.map(([name, n]) => frame(name, n));
      const scorer = learned(marked(made(on), made(off)));
      const { sureness } = scorer.report;
      for (const value of [p(scorer, frame(style, at)), ...Object.values(sureness ?? {})]) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
      }
      expect(sureness?.low).toBeLessThanOrEqual(sureness?.accuracy ?? 0);
      expect(sureness?.accuracy).toBeLessThanOrEqual(sureness?.high ?? 1);
    }),
    { numRuns: 200 },
  );
}, 60_000);
