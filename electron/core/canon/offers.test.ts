import type { Verdict } from '@shared/analysis.js';
import { type Claim, NO_PARTS, type PositionedFact } from '@shared/records/index.js';
import { aClaim, aFact } from '@testing/records.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAJORITY, OfferTally, POINTED, statementsOf } from './index.js';

const MIRA: PositionedFact = { ...aFact('who'), statement: 'a girl with brown hair', from: null, to: null };

const coat = (colour: string, more: Partial<Claim> = {}): Claim => ({
  ...aClaim(0),
  id: `coat ${colour}`,
  kind: 'attribute',
  text: `a girl in a ${colour} coat`,
  ...NO_PARTS,
  subject: 'girl',
  attribute: colour,
  relation: 'in',
  object: 'coat',
  factId: null,
  negated: false,
  muted: false,
  ...more,
});

const verdict = (claim: Claim, outcome: Verdict['outcome']): Verdict => ({
  claimId: claim.id,
  kind: claim.kind,
  text: claim.text,
  p: outcome === 'pass' ? 0.9 : 0.1,
  outcome,
  reason: '',
  weight: 1,
});

type Shown = readonly [claim: Claim, outcome: Verdict['outcome']];

function tallied(
  shots: readonly (readonly Shown[])[],
  facts: readonly PositionedFact[] = [MIRA],
): OfferTally {
  const tally = new OfferTally(facts);
  shots.forEach((shown, position) => {
    tally.add({
      shot: { id: `s${position}`, position },
      claims: shown.map(([claim]) => claim),
      verdicts: shown.map(([claim, outcome]) => verdict(claim, outcome)),
    });
  });
  return tally;
}

const NONE = new Set<string>();
const red: Shown = [coat('red'), 'pass'];

describe('what most frames show', () => {
  it('is offered of a place by what it is like, and called as its facts call it', () => {
    const snowy: Claim = {
      ...coat('snowy'),
      id: 'snowy',
      text: 'a snowy forest',
      subject: 'forest',
      relation: null,
      object: null,
    };
    const there: Claim = {
      ...coat(''),
      id: 'in',
      kind: 'place',
      text: 'in a forest',
      subject: null,
      attribute: null,
      relation: 'in',
      object: 'forest',
    };
    const shots: Shown[][] = Array(3).fill([
      [there, 'pass'],
      [snowy, 'pass'],
    ]);
    const offered = (facts: readonly PositionedFact[] = []) =>
      tallied(shots, facts)
        .offers(MAJORITY, NONE)
        .map(({ subject, name, statement, message }) => [subject, name, statement, message]);
    expect(offered()).toEqual([
      ['place', 'forest', 'a snowy forest', 'The forest is snowy in 3 of 3 shots.'],
    ]);
    const known: PositionedFact = {
      ...MIRA,
      subject: 'place',
      name: 'old forest',
      statement: 'a dark forest',
    };
    expect(offered([known])[0]?.slice(0, 2)).toEqual(['place', 'old forest']);
    expect(offered([{ ...known, statement: 'a snowy forest' }])).toEqual([]);
    const alone: Shown[][] = Array(3).fill([[snowy, 'pass']]);
    expect(tallied(alone).offers(MAJORITY, NONE)[0]?.subject).toBe('prop');
  });

  it('is offered with how many show it, and for whom', () => {
    const shots = [...Array(17).fill([red]), [[coat('green'), 'pass']], []] as Shown[][];
    expect(tallied(shots).offers(MAJORITY, NONE)).toEqual([
      {
        key: 'offer:character:Mira:a girl in a red coat',
        subject: 'character',
        name: 'Mira',
        statement: 'a girl in a red coat',
        message: 'Mira’s coat is red in 17 of 18 shots.',
        shotIds: ['s0', 's1', 's2', 's3', 's4', 's5'],
      },
    ]);
  });

  it('is not offered of few shots, of a split board, of frames that do not show it, or where it was declined', () => {
    const offers = (shots: readonly (readonly Shown[])[], declined = NONE) =>
      tallied(shots)
        .offers(MAJORITY, declined)
        .map(({ statement }) => statement);
    expect(offers([[red], [red]])).toEqual([]);
    expect(offers([[red], [red], [red]])).toEqual(['a girl in a red coat']);
    const blue: Shown = [coat('blue'), 'pass'];
    expect(offers([[red], [red], [red], [blue], [blue]])).toEqual([]);
    expect(offers(Array(5).fill([[coat('red'), 'fail']]))).toEqual([]);
    expect(offers(Array(5).fill([[coat('red'), 'unsure']]))).toEqual([]);
    expect(offers([[red], [red], [red]], new Set(['offer:character:Mira:a girl in a red coat']))).toEqual([]);
  });

  it('is not offered where the canon has spoken, or of words nobody means', () => {
    const offers = (facts: readonly PositionedFact[], shown: Shown = red) =>
      tallied([[shown], [shown], [shown]], facts).offers(MAJORITY, NONE);
    const said = (statement: string): PositionedFact => ({ ...MIRA, id: statement, statement });
    expect(offers([said('a girl in a red coat')])).toEqual([]);
    expect(offers([said('a girl in a blue coat')])).toEqual([]);
    expect(offers([said('a girl in blue boots')])).toHaveLength(1);
    for (const more of [
      { negated: true },
      { muted: true },
      { factId: 'f' },
      { subject: null },
      { kind: 'relation' },
      { kind: 'entity' },
      { attribute: null, object: null },
    ] as const)
      expect(offers([MIRA], [coat('red', more), 'pass'])).toEqual([]);
    expect(offers([MIRA, { ...said('a girl in a red coat'), subject: 'prop' }])).toHaveLength(1);
  });

  it('is counted among the shots whose answer is known, and what most of them show comes first', () => {
    const hat: Shown = [coat('blue', { id: 'hat', text: 'a girl in a blue hat', object: 'hat' }), 'pass'];
    const unsure: Shown = [coat('red'), 'unsure'];
    expect(
      tallied([[red, hat], [red, hat], [red, hat], [unsure, hat], [unsure]])
        .offers(MAJORITY, NONE)
        .map(({ message }) => message),
    ).toEqual(['Mira’s hat is blue in 4 of 4 shots.', 'Mira’s coat is red in 3 of 3 shots.']);
  });

  it('is said of the picture where it is its style, and of who has no name by the noun', () => {
    const style = coat('red', { kind: 'style', subject: null, object: null, text: 'a gouache painting' });
    const offer = (claim: Claim, facts: readonly PositionedFact[]) =>
      tallied(Array(3).fill([[claim, 'pass']]), facts).offers(MAJORITY, NONE)[0];
    expect(offer(style, [MIRA])).toMatchObject({
      subject: 'style',
      name: '',
      message: 'The picture is a gouache painting in 3 of 3 shots.',
    });
    for (const name of ['the girl', 'girl'])
      expect(offer(coat('red'), [{ ...MIRA, name }])).toMatchObject({
        name,
        message: 'The girl’s coat is red in 3 of 3 shots.',
      });
    expect(offer(coat('red'), [{ ...MIRA, name: 'little Mira' }])?.message).toMatch(/^The little Mira’s/);
    const has = coat('', { attribute: null, text: 'a girl with a scar', object: 'scar' });
    expect(offer(has, [MIRA])?.message).toBe('Mira has a scar in 3 of 3 shots.');
    const boots = coat('', { attribute: null, text: 'a girl in boots', object: 'boots' });
    expect(offer(boots, [MIRA])?.message).toBe('Mira has boots in 3 of 3 shots.');
    const red = coat('red', { text: 'a girl in red boots', object: 'boots' });
    expect(offer(red, [MIRA])?.message).toBe('Mira’s boots are red in 3 of 3 shots.');
  });

  it('is nobody’s where two are of that kind, and the noun’s own where nobody is', () => {
    const other = { ...MIRA, id: 'other', name: 'Ada', statement: 'a girl with red hair' };
    expect(tallied([[red], [red], [red]], [MIRA, other]).offers(MAJORITY, NONE)).toEqual([]);
    const named = (claim: Claim) =>
      tallied(Array(3).fill([[claim, 'pass']]), [])
        .offers(MAJORITY, NONE)
        .map((offer) => [offer.subject, offer.name, offer.message]);
    expect(named(coat('red'))).toEqual([['character', 'girl', 'The girl’s coat is red in 3 of 3 shots.']]);
    const lamp = coat('lit', { text: 'a lit lamp', subject: 'lamp', object: null, relation: null });
    expect(named(lamp)).toEqual([['prop', 'lamp', 'The lamp is lit in 3 of 3 shots.']]);
    const fox = coat('orange', { text: 'an orange fox', subject: 'fox', object: null, relation: null });
    expect(named(fox)[0]?.[0]).toBe('character');
  });

  it('holds in at least three quarters of the shots that could show otherwise, whatever they are', () => {
    const shown = fc.constantFrom<Shown>(
      red,
      [coat('blue'), 'pass'],
      [coat('red'), 'fail'],
      [coat('green'), 'fail'],
    );
    fc.assert(
      fc.property(fc.array(shown, { maxLength: 30 }), (all) => {
        const offers = tallied(all.map((one) => [one])).offers(MAJORITY, NONE);
        const passing = (text: string) =>
          all.filter(([claim, outcome]) => outcome === 'pass' && claim.text === text).length;
        const expected = ['a girl in a red coat', 'a girl in a blue coat'].filter(
          (text) => passing(text) >= 3 && passing(text) >= all.length * 0.75,
        );
        expect(offers.map(({ statement }) => statement)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });
});

it('learns from one shot that the artist points at', () => {
  expect(tallied([[red]]).offers(POINTED, NONE)).toHaveLength(1);
});

it('reads what an artist types of a character as a sheet’s entry, and of other things as it stands', () => {
  expect(statementsOf({ subject: 'character', name: 'Ada' }, 'the queen’s servant, in a grey coat')).toEqual([
    'a servant in a grey coat',
  ]);
  for (const [words, statement] of [
    ['unlit lamp.', 'an unlit lamp'],
    ['  wet stone . .', 'a wet stone'],
    ['no crown', 'no crown'],
    ['a lit lamp', 'a lit lamp'],
    ['two lamps with a crack', 'two lamps with a crack'],
    ['red boots', 'red boots'],
    ['brass lamp in the hall', 'a brass lamp in the hall'],
  ] as const)
    expect(statementsOf({ subject: 'prop', name: 'lamp' }, words)).toEqual([statement]);
  expect(statementsOf({ subject: 'style', name: '' }, 'ink drawing, flat colour')).toEqual([
    'ink drawing, flat colour',
  ]);
  expect(statementsOf({ subject: 'place', name: 'hall' }, ' ')).toEqual([]);
});
