import { expect, it } from 'vitest';
import { type Mention, wordsOfDraft, wordsOfMention } from './draft.js';
import { aDraft, aMention } from './testing/a-draft.js';
import { type ParsedWord, wordsOf } from './word.js';
import {
  doing,
  inFrame,
  isOne,
  isProper,
  isSoon,
  linkText,
  namedText,
  saidOf,
  spanOf,
  withoutArticle,
  wordsText,
} from './wording.js';

/** The words of a text, each as a parse has it but for what the test says. */
const read = (text: string, tags: Readonly<Record<string, Partial<ParsedWord>>> = {}): ParsedWord[] =>
  wordsOf(text).map((word) => ({
    ...word,
    lemma: word.lower,
    tag: 'NN',
    label: 'dep',
    head: 0,
    sure: 1,
    held: 1,
    ...tags[word.text],
  }));

it('a draft’s words are all that it speaks of, each once and as they stand', () => {
  const all = read('top tower kneading dough with fox owl');
  const [top, tower, kneading, dough, link, fox, owl] = all.map((word) => [word]) as ParsedWord[][];
  const of = (words: ParsedWord[] = [], more: Partial<Mention> = {}) => aMention(words, more);
  const subject = of(top, { of: of(tower) });
  expect(wordsOfMention(subject)).toEqual(all.slice(0, 2));
  const whole = aDraft({
    also: of(owl),
    object: of(fox),
    link: link ?? [],
    direct: of(dough),
    said: [...(kneading ?? []), ...(fox ?? [])],
    subject,
  });
  expect(wordsOfDraft(whole)).toEqual(all);
  expect(wordsOfDraft(aDraft())).toEqual([]);
});

it.each<[string, passive: boolean, words: string, verb: Partial<ParsedWord>, text: string]>([
  ['walks', false, 'walks up', { lemma: 'walk', tag: 'VBZ' }, 'walking up'],
  ['walking', false, 'walking', { lemma: 'walk', tag: 'VBG' }, 'walking'],
  ['covered', true, 'covered', { lemma: 'cover', tag: 'VBN' }, 'covered'],
  ['perched', true, 'perched', { lemma: 'perch', tag: 'VBN' }, 'perching'],
  ['ringed', false, 'ringed', { lemma: 'ring', tag: 'VBD' }, 'ringing'],
  ['lit', false, 'lit', { lemma: 'lit', tag: 'VBN' }, 'lit'],
  ['lit', false, 'lit', { lemma: 'lit', tag: 'VB' }, 'litting'],
  ['jump', false, 'about to jump', { lemma: 'jump', tag: 'VB' }, 'about to jump'],
])('what “%s” says is done (passive: %s): %s', (verb, passive, words, parsed, text) => {
  const said = read(words, { [verb]: parsed });
  expect(doing(aDraft({ said, passive }), said.find((word) => word.text === verb) as ParsedWord)).toBe(text);
  expect(isSoon(said)).toBe(words.startsWith('about'));
});

it('one is said by “one” and “single” as whole words that stand in the description', () => {
  expect([
    isOne(read('a single fox')),
    isOne(read('one')),
    isOne(read('lone')),
    isOne(read('onerous')),
  ]).toEqual([true, true, false, false]);
  expect(isOne(read('one').map((word) => ({ ...word, start: -1 })))).toBe(false);
});

it('words are written as claims write them', () => {
  expect(wordsText(read("The Keeper's well-worn coat"))).toBe("the keeper's well-worn coat");
  expect(namedText(read('Well-Worn Inn'))).toBe('Well-Worn Inn');
  expect(linkText(read('on the left side of'))).toBe('to the left of');
  expect(linkText(read('Beside'))).toBe('next to');
  expect(linkText(read('toward'))).toBe('toward');
  expect(['a fox', 'an owl', 'the fox', 'a', 'saga b', 'a fox on a hill'].map(withoutArticle)).toEqual([
    'fox',
    'owl',
    'the fox',
    'a',
    'saga b',
    'fox on a hill',
  ]);
  const proper = (word: string, isName = false) => isProper(aMention(read(word), { isName }));
  expect([proper('Mill'), proper('mill'), proper('iMac'), proper('Mira', true)]).toEqual([
    true,
    false,
    false,
    false,
  ]);
  expect(isSoon([])).toBe(false);
});

it.each([
  ['left', 'on the left'],
  ['right', 'on the right'],
  ['top', 'at the top'],
  ['bottom', 'at the bottom'],
  ['centre', 'in the middle'],
  ['center', 'in the middle'],
  ['middle', 'in the middle'],
  ['distance', 'in the background'],
  ['foreground', 'in the foreground'],
  ['garden', ''],
])('“%s” of a picture is %j', (word, where) => {
  const [at, of] = read('at of');
  const place = aMention(read(word));
  const said = aDraft({ link: [at as ParsedWord] });
  expect(inFrame(said, place)).toBe(where);
  expect(inFrame(said, { ...place, plural: true })).toBe('');
  expect(inFrame(said, { ...place, of: place })).toBe('');
  expect(inFrame(aDraft({ link: [at as ParsedWord, of as ParsedWord] }), place)).toBe('');
});

it('it spans from the first to the last of its words, and what was put in stands nowhere', () => {
  const [a, red, fox, runs, , hill] = read('a red fox runs uphill hill') as ParsedWord[];
  const subject = aMention([red as ParsedWord, fox as ParsedWord], { start: (a as ParsedWord).start });
  const object = aMention([hill as ParsedWord]);
  const put = { ...(runs as ParsedWord), start: -1, end: -1 };
  expect(spanOf(subject, runs as ParsedWord)).toEqual([0, 14]);
  expect(spanOf(put, object)).toEqual([22, 26]);
  // What it does begins behind who does it; where nothing else is said it is they.
  expect(saidOf(subject, subject, runs as ParsedWord, object)).toEqual([10, 26]);
  expect(saidOf(subject, put)).toEqual([0, 9]);
});
