import { headOf } from '@core/claims/index.js';
import type { Claim, PositionedFact } from '@shared/records/index.js';
import { aClaim, aFact } from '@testing/records.js';
import { describe, expect, it } from 'vitest';
import {
  type HintContext,
  hasNetwork,
  isThere,
  looksOf,
  namedIn,
  nounOf,
  occurrencesOf,
  wordsOf,
} from './hint-context.js';

const positioned = (id: string, fields: Partial<PositionedFact> = {}): PositionedFact => ({
  ...aFact(id),
  from: null,
  to: null,
  ...fields,
});
const wenna = positioned('wenna', { name: 'Wenna', aliases: ['the keeper'] });
const look = (fields: Partial<Claim> = {}): Claim => ({
  ...aClaim(1),
  kind: 'attribute',
  text: 'a girl in a red coat',
  object: 'red coat',
  factId: 'wenna',
  ...fields,
});
const member = (name: string, noun: string) => ({ name, aliases: [], noun }) as never;

describe('looks that a shot asks for', () => {
  const looks = (claim: Claim, facts = [wenna]) =>
    looksOf({ claims: [claim], facts } as unknown as HintContext).map(({ noun, fact }) => [noun, fact.name]);

  it('are what its claims say of somebody in the canon', () => {
    expect(looks(look())).toEqual([['coat', 'Wenna']]);
    expect(headOf('long red coat')).toBe('coat');
  });

  it.each<[string, Partial<Claim>]>([
    ['switched off', { muted: true }],
    ['negated', { negated: true }],
    ['no look', { kind: 'action' }],
    ['without a thing', { object: null }],
    ['of nobody', { factId: null }],
  ])('are none that are %s', (_what, fields) => {
    expect(looks(look(fields))).toEqual([]);
  });

  it('are no prop’s, and of whom the canon speaks there', () => {
    expect(looks(look(), [{ ...wenna, subject: 'prop' }])).toEqual([]);
    const tobren = positioned('tobren', { name: 'Tobren' });
    expect(looks(look(), [tobren, wenna])).toEqual([['coat', 'Wenna']]);
    expect(looks(look(), [tobren])).toEqual([]);
  });
});

describe('somebody of the cast', () => {
  const cast = [member('Wenna', 'girl'), member('Tobren', 'old man'), member('Una', 'tall man')];
  const there = (prompt: string, fact = wenna) => isThere({ cast } as unknown as HintContext, fact, prompt);

  it('is what nobody else is, or nothing by which a prompt could mean them', () => {
    expect(nounOf(cast, 'Wenna')).toBe('girl');
    expect(nounOf(cast, 'Tobren')).toBeNull();
    expect(nounOf([...cast, member('Ivo', 'small girl')], 'Wenna')).toBeNull();
    expect(nounOf(cast, 'Nobody')).toBeNull();
  });

  it('is in a prompt by a name, or as what they alone are', () => {
    expect(there('Wenna on a pier')).toBe(true);
    expect(there('the keeper on a pier')).toBe(true);
    expect(there('a girl on a pier')).toBe(true);
    expect(there('a man on a pier')).toBe(false);
    expect(there('a man', positioned('tobren', { name: 'Tobren', aliases: [] }))).toBe(false);
    expect(there('Tobren', positioned('tobren', { name: 'Tobren', aliases: [] }))).toBe(true);
  });
});

it('counts a word in the singular and the plural, each place once', () => {
  expect(occurrencesOf('a coat, two coats, a coating', 'coat')).toBe(2);
  expect(occurrencesOf('glasses on a glass', 'glass')).toBe(2);
  expect(occurrencesOf('boots and a boot', 'boots')).toBe(2);
  expect(occurrencesOf('a pier', 'coat')).toBe(0);
});

it('knows the networks and embeddings that bring the looks of somebody by their name', () => {
  for (const tag of ['<lora:WENNA_v2:1>', 'embedding:my_wenna', '<lora:keeper:0.5>'])
    expect(hasNetwork(`a girl, ${tag}`, wenna)).toBe(true);
  for (const prompt of ['a girl, <lora:tobren:1>', 'wenna', 'embedding:ink, wenna'])
    expect(hasNetwork(prompt, wenna)).toBe(false);
});

it('are called by name where the prompt says it, and by nothing else there', () => {
  const cast = [
    { ...wenna, aliases: ['the keeper'], noun: 'girl', statements: [] },
    { name: 'Tobren', aliases: [], noun: 'old man', statements: [] },
  ];
  expect(namedIn('Wenna and an old man', cast)).toEqual([{ ...cast[0], aliases: [] }]);
  expect(namedIn('the keeper and an old man', cast)).toEqual([]);
});

it('gives the words that match as the prompt writes them, where they stand by themselves', () => {
  expect(wordsOf('a Wide shot, at night', /wide shot/i)).toBe('Wide shot');
  expect(wordsOf('at night', /wide shot/i)).toBeNull();
  expect(wordsOf('a carpet', /car/)).toBeNull();
});
