import { expect, it } from 'vitest';
import type { Draft, Mention } from './draft.js';
import { aDraft, aMention } from './testing/a-draft.js';
import type { ParsedWord } from './word.js';
import { isBody, isClothing, isClothingWord, isWearing, isWorn, wearersIn } from './worn.js';

const word = (lower: string, lemma = lower): ParsedWord => ({
  text: lower,
  lower,
  lemma,
  start: 0,
  end: lower.length,
  tag: 'NN',
  label: 'dep',
  head: 0,
  sure: 1,
  held: 1,
});
const a = (noun: string, more: Partial<Mention> = {}): Mention => aMention([word(noun)], more);
const words = (text: string): ParsedWord[] => text.split(' ').map((one) => word(one));
const girl = a('girl', { living: 'female' });
const boy = a('boy', { living: 'male' });
const coat = a('coat');
const hand = a('hand');

it.each([
  ['coat', true, false],
  ['coats', true, false],
  // Listed as several alone.
  ['glove', true, false],
  ['whisker', false, true],
  ['eyes', false, true],
  ['glasses', true, false],
  // It is drunk from.
  ['glass', false, false],
  ['lantern', false, false],
])('“%s” is worn: %s, of a body: %s', (noun, clothing, body) => {
  expect([isClothing(a(noun)), isBody(a(noun))]).toEqual([clothing, body]);
});

it('a word is worn as it stands or as lists have it', () => {
  const all = [word('coats', 'coat'), word('gloves', 'glove'), word('hands', 'hand'), word('lantern')];
  expect(all.map(isWorn)).toEqual([true, true, true, false]);
  expect(all.map(isClothingWord)).toEqual([true, true, false, false]);
});

it.each<[what: string, said: Partial<Draft>, isWorn: boolean]>([
  ['a girl wears a coat', { said: words('wear') }, true],
  ['a girl dressed in a coat', { said: words('dress'), link: words('in') }, true],
  ['a girl in a coat', { link: words('in') }, true],
  ['a girl with a hand', { link: words('with'), object: hand }, true],
  ['a girl with her own hand', { link: words('with'), object: a('hand', { owner: girl }) }, true],
  ['a girl wears his coat', { said: words('wear'), object: a('coat', { owner: boy }) }, true],
  ['a girl with his hand', { link: words('with'), object: a('hand', { owner: boy }) }, false],
  ['a girl and a coat', {}, false],
  ['a coat is worn', { said: words('wear'), subject: null }, false],
  ['a girl wears', { said: words('wear'), object: null }, false],
  ['a coat in itself', { link: words('in'), subject: coat }, false],
  ['a girl wears gold in a coat', { said: words('wear'), link: words('in'), direct: a('gold') }, false],
  ['a girl holds a coat', { said: words('hold') }, false],
  ['a girl wears and holds a coat', { said: words('wear hold') }, false],
  ['a girl on a coat', { link: words('on') }, false],
  ['a girl on in a coat', { link: words('on in') }, false],
])('%s', (_, said, isWorn) => {
  expect(isWearing(aDraft({ subject: girl, object: coat, ...said }))).toBe(isWorn);
});

const ribbon = a('ribbon');
const hat = a('hat');
const hers = a('coat', { owner: girl });
const herHand = a('hand', { owner: girl });
const wears = (subject: Mention, object: Mention): Draft => aDraft({ subject, object, said: words('wear') });
const acts = (subject: Mention): Draft => aDraft({ subject, said: words('flap') });

it.each<[what: string, drafts: readonly Draft[], worn: Mention, isTag: boolean, by: Mention | undefined]>([
  ['whoever wears it', [wears(boy, hat), wears(girl, coat)], coat, false, girl],
  ['whoever wears it, though somebody else has it', [wears(boy, hers)], hers, true, boy],
  ['nobody who only holds it', [{ ...wears(girl, coat), said: words('hold') }], coat, false, undefined],
  ['whose it is', [], hers, false, girl],
  ['whose it is that is like something', [{ ...acts(hers), kind: 'attribute' }], hers, false, girl],
  ['nobody where it does something itself', [acts(hers)], hers, true, undefined],
  ['whose hand does something', [acts(herHand)], herHand, false, girl],
  ['of whom the tags are', [], coat, true, boy],
  ['nobody of the tags where it does something', [acts(coat)], coat, true, undefined],
  ['of whom the tags are, of a body too', [], hand, true, boy],
  ['nobody where it is no tag', [], coat, false, undefined],
  ['no hat that it is on', [wears(hat, ribbon)], ribbon, false, undefined],
  ['nobody who has a thing', [wears(girl, a('lantern'))], a('lantern', { owner: girl }), true, undefined],
])('is worn by %s', (_, drafts, worn, isTag, by) => {
  const wearers = wearersIn(
    drafts,
    [girl, worn],
    () => isTag,
    () => boy,
  );
  expect([...wearers]).toEqual(by === undefined ? [] : [[worn, by]]);
});

it('nothing is worn by itself', () => {
  const wearers = wearersIn(
    [],
    [coat],
    () => true,
    () => coat,
  );
  expect(wearers.size).toBe(0);
});
