import type { Finding } from '@shared/analysis.js';
import { type PositionedFact, positionFacts, type Reference } from '@shared/records/index.js';
import { aFact, aPortrait, aShot } from '@testing/records.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  endNamed,
  lanePieces,
  narrowed,
  type Subject,
  shortStatement,
  shotsWith,
  stretchWords,
  subjectsOf,
  worstOf,
} from './canon.js';
import type { ShotView } from './shot-view.js';

const shots = Array.from({ length: 8 }, (_, at) => aShot(at));
const fact = (statement: string, from: number | null, to: number | null, more = {}): PositionedFact => {
  const [id] = [`${statement} ${from}`];
  const ends = {
    firstShotId: from === null ? null : `shot-${from}`,
    lastShotId: to === null ? null : `shot-${to}`,
  };
  return positionFacts([{ ...aFact(id), statement, ...ends, ...more }], shots)[0] as PositionedFact;
};
const shown = shots.map((shot) => ({ shot }));
const numberOf = (id: string) => shots.find((shot) => shot.id === id)?.number ?? '?';

it('names subjects once, characters before places, props and style, facts in story order', () => {
  const said = subjectsOf([
    fact('ink drawing', null, null, { subject: 'style', name: '' }),
    fact('an unlit lamp', 4, null, { subject: 'prop', name: 'lamp' }),
    fact('a girl in a blue coat', 3, null),
    fact('a girl in a red coat', null, 2),
    fact('a low hall', null, null, { subject: 'place', name: 'hall' }),
  ]);
  expect(said.map(({ key }) => key)).toEqual(['character Mira', 'place hall', 'prop lamp', 'style ']);
  expect(said[0]?.facts.map(({ statement }) => statement)).toEqual([
    'a girl in a red coat',
    'a girl in a blue coat',
  ]);
});

it('tells facts of one subject in the order of the story, those that end sooner first', () => {
  const ends: [number | null, number | null][] = [
    [null, null],
    [null, 2],
    [4, 6],
    [4, 5],
    [1, null],
    [4, null],
    [null, 1],
  ];
  const [said] = subjectsOf(ends.map(([from, to]) => fact(`a girl ${to}`, from, to)));
  expect(said?.facts.map(({ from, to }) => `${from ?? ''}–${to ?? ''}`)).toEqual([
    '–1',
    '–2',
    '–',
    '1–',
    '4–5',
    '4–6',
    '4–',
  ]);
});

it('counts among a subject’s shots those that speak of it by any of its names', () => {
  const views = ['Mira walks.', 'The girl sleeps.', 'An empty pier.', 'The lass runs.'].map(
    (description) => ({ shot: { description } }) as ShotView,
  );
  const facts = [
    fact('a girl in a red coat', null, 2, { aliases: ['the girl'] }),
    fact('a girl in a blue coat', 3, null, { aliases: ['the lass'] }),
  ];
  const [mira] = subjectsOf(facts);
  expect(shotsWith(views, mira as Subject).map(({ shot }) => shot.description)).toEqual([
    'Mira walks.',
    'The girl sleeps.',
    'The lass runs.',
  ]);
});

it('has pictures with whom they show, and whom nothing but a picture shows as a character', () => {
  const kept = (name: string): Reference => ({
    id: `kept ${name}`,
    takeId: 'take-0',
    region: null,
    name,
    createdAt: 0,
  });
  const said = subjectsOf(
    [fact('a girl', null, null), fact('ink', null, null, { subject: 'style', name: '' })],
    { portraits: [aPortrait('Bram'), aPortrait('mira')], references: [kept('Mira'), kept('Lamp')] },
  );
  expect(said.map(({ key }) => key)).toEqual([
    'character Mira',
    'character Bram',
    'character Lamp',
    'style ',
  ]);
  expect(
    said.map(({ portraits, references }) => [...portraits, ...references].map(({ name }) => name)),
  ).toEqual([['mira', 'Mira'], ['Bram'], ['Lamp'], []]);
});

it('knows the worst that is found of a subject on a shot', () => {
  const facts = [fact('a girl', null, null), fact('a red coat', null, null)];
  const found = (factId: string | null, severity: Finding['severity']) => ({ factId, severity }) as Finding;
  const coat = found('a red coat null', 'medium');
  const findings = [found('a girl null', 'low'), coat, found('ink null', 'high'), found(null, 'high')];
  expect(worstOf({ findings }, { facts })).toBe(coat);
  expect(worstOf({ findings }, { facts: [] })).toBeUndefined();
});

it('shows only what is found where that is asked for, and all once nothing is found any more', () => {
  expect(narrowed([1, 2, 3], [2], true)).toEqual([2]);
  expect(narrowed([1, 2, 3], [], true)).toEqual([1, 2, 3]);
  expect(narrowed([1, 2, 3], [2], false)).toEqual([1, 2, 3]);
});

it('says where a fact holds', () => {
  const words = (from: number | null, to: number | null) => stretchWords(fact('x', from, to), numberOf);
  expect([words(null, null), words(3, null), words(null, 3), words(2, 5), words(4, 4)]).toEqual([
    'whole story',
    'from shot 4',
    'up to shot 4',
    'shots 3–6',
    'shot 5',
  ]);
});

it('finds the shot of a typed number, and none where there is none', () => {
  const numbered = [
    { id: 'a', number: '007' },
    { id: 'b', number: '12A' },
  ];
  expect(['7', '007', 'shot 7', '12A', '', '  ', '99'].map((words) => endNamed(words, numbered))).toEqual([
    'a',
    'a',
    'a',
    'b',
    null,
    null,
    undefined,
  ]);
});

it('finds the shot whose number is typed as it is written before one that only counts the same', () => {
  const numbered = [
    { id: 'a', number: '07' },
    { id: 'b', number: '7' },
    { id: 'c', number: 'longshot 2' },
  ];
  expect(['7', '07', 'Shot  7', '0007', 'longshot 2'].map((words) => endNamed(words, numbered))).toEqual([
    'b',
    'a',
    'b',
    'a',
    'c',
  ]);
});

it('takes no noughts within a number for those before it', () => {
  expect(endNamed('13', [{ id: 'a', number: '1003' }])).toBeUndefined();
  expect(endNamed('1003', [{ id: 'a', number: '13' }])).toBeUndefined();
  expect(endNamed('10', [{ id: 'a', number: '010' }])).toBe('a');
});

it('shortens a statement to what it says of its subject', () => {
  expect(
    [
      'a girl in a red coat',
      'a girl with brown hair',
      'an unlit lamp',
      'no crown',
      'a tall girl',
      'lamp of the pier',
    ].map(shortStatement),
  ).toEqual(['red coat', 'brown hair', 'unlit lamp', 'no crown', 'tall girl', 'lamp of the pier']);
});

describe('a lane', () => {
  const subject = { facts: [fact('a', null, 2), fact('b', 3, 5), fact('c', 2, 3)] };

  it('shows where what is said changes', () => {
    const pieces = lanePieces(subject, shown, 0, 8);
    expect(
      pieces.map(({ start, length, facts }) => [
        start,
        length,
        facts.map(({ statement }) => statement).join(''),
      ]),
    ).toEqual([
      [0, 2, 'a'],
      [2, 1, 'ac'],
      [3, 1, 'bc'],
      [4, 2, 'b'],
    ]);
    expect(pieces.map(({ isNew }) => isNew)).toEqual([true, true, true, true]);
    // It went on before what is drawn.
    expect(lanePieces(subject, shown, 1, 3).map(({ isNew }) => isNew)).toEqual([false, true]);
  });

  it('says the same of a shot however little of the strip is drawn, in any order', () => {
    const end = fc.option(fc.nat(7));
    const drawn = fc.record({
      stretches: fc.array(fc.tuple(end, end), { maxLength: 5 }),
      order: fc.shuffledSubarray(shown, { minLength: 1 }),
      from: fc.nat(7),
      length: fc.nat(8),
    });
    fc.assert(
      fc.property(drawn, ({ stretches, order, from, length }) => {
        const facts = stretches.map(([a, b], n) =>
          fact(
            `f${n}`,
            ...((a !== null && b !== null && b < a ? [b, a] : [a, b]) as [number | null, number | null]),
          ),
        );
        const said = (first: number, last: number) => {
          const at = new Map<number, string>();
          for (const piece of lanePieces({ facts }, order, first, last))
            for (let n = piece.start; n < piece.start + piece.length; n++)
              at.set(n, piece.facts.map(({ id }) => id).join(' '));
          return at;
        };
        const whole = said(0, order.length);
        const part = said(from, from + length);
        for (let n = from; n < Math.min(order.length, from + length); n++)
          expect(part.get(n)).toBe(whole.get(n));
        for (const n of part.keys()) expect(n >= from && n < from + length).toBe(true);
        const begins = (first: number, last: number) =>
          lanePieces({ facts }, order, first, last)
            .filter(({ isNew }) => isNew)
            .map(({ start }) => start);
        expect(begins(from, from + length)).toEqual(
          begins(0, order.length).filter((n) => n >= from && n < from + length),
        );
      }),
      { numRuns: 300 },
    );
  });
});
