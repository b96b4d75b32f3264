import type { TakeAnalysis, Verdict } from '@shared/analysis.js';
import { summary, take } from '@testing/derived-board.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Compared, differencesOf, MOST, windowOf } from './differences.js';

const of = (fields: Parameters<typeof take>[1] = {}, verdicts: Partial<Verdict>[] = []): Compared => ({
  take: take(0, fields),
  summary: summary(0),
  analysis: { verdicts } as unknown as TakeAnalysis,
});
const told = (...compared: Compared[]) =>
  differencesOf(compared).map(({ name, values }) => [name, ...values.map(({ text }) => text)]);

describe('what differs between takes', () => {
  it('is nothing where all is the same, or only one is there', () => {
    expect(told(of(), of(), of())).toEqual([]);
    expect(told(of({ prompt: 'a' }))).toEqual([]);
  });

  it('is the pieces of a prompt that not all have, seeds and how they were made', () => {
    const one = of({
      prompt: 'a girl, red coat, night',
      seed: '7',
      settings: { model: 'a', steps: 20, cfg: 4 },
    });
    const other = of({
      prompt: 'a girl, green coat, night',
      seed: '7',
      settings: { model: 'a', steps: 30, cfg: 4 },
    });
    const third = of({ prompt: 'a girl, night', seed: null, settings: { model: 'a', cfg: 4 } });
    expect(told(one, other, third)).toEqual([
      ['Prompt', 'red coat', 'green coat', ''],
      ['Seed', '7', '7', 'not known'],
      ['Steps', '20', '30', ''],
    ]);
  });

  it('is scores as they are shown, and claims with another outcome', () => {
    const known = summary(0);
    const scored = (description: number): Partial<Compared> => ({
      summary: { ...known, scores: { ...known.scores, description } },
    });
    const said = (outcome: Verdict['outcome'], p: number): Partial<Verdict>[] => [
      { claimId: 'coat', text: 'a red coat', outcome, p },
      { claimId: 'girl', text: 'a girl', outcome: 'pass', p },
    ];
    const one = { ...of({}, said('pass', 0.9)), ...scored(0.911) };
    const other = { ...of({}, said('fail', 0.1)), ...scored(0.914) };
    expect(differencesOf([one, other])).toEqual([
      {
        name: 'a red coat',
        values: [
          { text: 'p 0.90', outcome: 'pass' },
          { text: 'p 0.10', outcome: 'fail' },
        ],
      },
    ]);
    expect(told(one, { ...other, ...scored(0.6) })[0]).toEqual(['Description', '91', '60']);
    // What is not here in full says nothing of a claim.
    expect(told(one, { ...other, analysis: null })).toEqual([]);
  });

  it('never says the same of all', () => {
    const word = fc.constantFrom('a', 'b', 'c', '');
    const any = fc.record({
      prompt: fc.array(word, { maxLength: 3 }).map((pieces) => pieces.join(', ')),
      negativePrompt: word,
      seed: fc.constantFrom('1', '2', null),
      settings: fc.dictionary(fc.constantFrom('steps', 'cfg', 'other'), fc.integer({ min: 0, max: 2 })),
    });
    fc.assert(
      fc.property(fc.array(any, { minLength: 2, maxLength: 8 }), (all) => {
        for (const { values } of differencesOf(all.map((fields) => of(fields)))) {
          expect(values).toHaveLength(all.length);
          expect(new Set(values.map(({ text }) => text)).size).toBeGreaterThan(1);
        }
      }),
      { numRuns: 200 },
    );
  });
});

it('eight are seen at once, the newest at first, and others by going on', () => {
  const takes = Array.from({ length: 11 }, (_, i) => i);
  expect(windowOf(takes, null)).toEqual([3, takes.slice(3)]);
  expect(windowOf(takes, -5)).toEqual([0, takes.slice(0, MOST)]);
  expect(windowOf(takes, 99)).toEqual([3, takes.slice(3)]);
  expect(windowOf([1, 2], null)).toEqual([0, [1, 2]]);
});
