import { NO_PARTS } from '@shared/records/index.js';
import { aClaim } from '@testing/records.js';
import { describe, expect, it } from 'vitest';
import { counting, countsIn } from './counts.js';

const claim = (subject: string, value: string, more = {}) => ({
  ...aClaim(0),
  ...NO_PARTS,
  kind: 'count' as const,
  subject,
  value,
  text: `${value} ${subject}`,
  ...more,
});
const at = (label: string, x: number) => ({
  label,
  region: { x, y: 0, width: 0.1, height: 0.5 },
  confidence: 0.9,
});
/** Two girls, who are people, and a dog. */
const SEEN = {
  detections: [at('girl', 0), at('girl', 0.4), at('dog', 0.7)],
  boxes: {
    labels: ['girl', 'dog', 'owl', 'dragon', 'person'],
    detections: [at('girl', 0), at('girl', 0.4), at('dog', 0.7), at('person', 0), at('person', 0.4)],
    unknown: ['dragon'],
  },
  isDrawn: true,
  isCorrected: false,
};
const told = (claims: Parameters<typeof countsIn>[0]) =>
  countsIn(claims, SEEN).map(({ text, asked }) => [text, asked]);

describe('what is seen', () => {
  it('is counted for each number that is asked for, and for what else is there', () => {
    expect(told([claim('person', '1'), claim('owl', '2'), claim('dog', '1')])).toEqual([
      ['two people', 1],
      ['no owls', 2],
      ['one dog', 1],
      ['two girls', null],
    ]);
  });

  it('is wanted in words as far as there are words for it', () => {
    const wanted = ['0', '1', '12', '900'].map((value) => countsIn([claim('dog', value)], SEEN)[0]?.wanted);
    expect(wanted).toEqual(['none', 'one', 'twelve', '900']);
    expect(countsIn([], SEEN).map(({ wanted: of }) => of)).toEqual(['', '']);
  });

  it('says nothing of a noun that the eye does not know, and leaves aside what asks for no number', () => {
    const others = [
      claim('dragon', '1'),
      claim('knight', '2'),
      claim('person', 'many'),
      claim('person', '2', { muted: true }),
      claim('person', '2', { negated: true }),
      claim('person', '2', { kind: 'entity' as const }),
    ];
    expect(told(others)).toEqual([
      ['two girls', null],
      ['one dog', null],
    ]);
  });
});

it('is untested by an eye that nobody measured, but not by the drawn world’s or the artist', () => {
  const untested = (by: object) => countsIn([claim('person', '1')], { ...SEEN, ...by })[0]?.untested;
  expect(untested({ isDrawn: false })).toBe(true);
  expect([untested({}), untested({ isDrawn: false, isCorrected: true })]).toEqual([undefined, undefined]);
});

describe('a number that was counted', () => {
  const READING = { pass: 0.6, fail: 0.4 };
  const one = claim('person', '1', { id: 'one' });
  const two = claim('person', '2', { id: 'two' });
  const dogs = claim('dog', '2', { id: 'dogs' });
  const counts = countsIn([one, two, dogs], SEEN);
  const p = (
    which: typeof one,
    said: Parameters<ReturnType<typeof counting>>[1],
    { by = {}, reading = {} }: { by?: object; reading?: object } = {},
  ) => counting(counts, { ...SEEN, ...by })(which, said, { ...READING, ...reading })?.said ?? null;

  it('decides what the judge leaves open of people in drawn pictures', () => {
    expect([p(one, 0.5), p(two, 0.5)]).toEqual([expect.closeTo(0.03, 5), 0.97]);
    expect(p(two, { notJudged: 'it was not asked' })).toBe(0.97);
    expect(p(two, { p: 0.9, contrast: 0.9 })).toBe(0.97);
    expect(p(two, 0.9, { reading: { silence: 'no better than a coin' } })).toBe(0.97);
  });

  it('leaves the judge its word where both say the same, and wherever counting was not measured', () => {
    expect([p(one, 0.1), p(two, 0.9)]).toEqual([null, null]);
    expect(p(dogs, 0.5)).toBeNull();
    expect(p(one, 0.5, { by: { isDrawn: false } })).toBeNull();
  });

  it('leaves open what both decide otherwise, and says so', () => {
    const both = (which: typeof one, said: number) => counting(counts, SEEN)(which, said, READING);
    expect(both(one, 0.9)).toEqual({
      said: 0.5,
      reading: { pass: 1, fail: 0 },
      reason: 'two people are seen, and the judge says yes',
    });
    expect(both(two, 0.1)?.reason).toBe('two people are seen, and the judge says no');
  });

  it('counts in any picture and against any judge where the boxes are the artist’s', () => {
    const by = { isDrawn: false, isCorrected: true };
    expect(
      [p(one, 0.99, { by }), p(two, 0.01, { by }), p(dogs, 0.9, { by })].map((it) => Number(it).toFixed(2)),
    ).toEqual(['0.03', '0.97', '0.03']);
    const other = claim('knight', '1', { id: 'other' });
    expect(p(other, 0.5, { by })).toBeNull();
  });
});
