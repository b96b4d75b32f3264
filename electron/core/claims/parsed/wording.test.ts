import { expect, it } from 'vitest';
import { lemmaOf } from './lemma.js';
import { aDraft, aMention } from './testing/a-draft.js';
import { tagged } from './testing/tagged.js';
import type { ParsedWord } from './word.js';
import {
  doing,
  inFrame,
  isOne,
  isProper,
  linkText,
  namedText,
  saidOf,
  spanOf,
  wordsText,
} from './wording.js';

/** "legs/NNS spread/VBN": each word with its tag, where it stands. */
const parsed = (text: string): ParsedWord[] => {
  const { words, arcs } = tagged(text);
  return words.map((word, i) => {
    const arc = arcs[i] as (typeof arcs)[number];
    return { ...word, ...arc, lemma: lemmaOf(word.lower, arc.tag) };
  });
};
const net = aMention(parsed('net/NN'));

it.each<readonly [said: string, more: Parameters<typeof aDraft>[0], text: string]>([
  ['holds/VBZ', {}, 'holding'],
  ['looks/VBZ up/RP', {}, 'looking up'],
  ['covered/VBN', { passive: true }, 'covered'],
  ['kneeled/VBN', { passive: true }, 'kneeling'],
  ['seated/VBN', {}, 'seated'],
  ['sitting/VBG', {}, 'sitting'],
  ['spread/VBN', {}, 'spread'],
  ['spread/VBD', {}, 'spread'],
  ['spread/VBZ', {}, 'spreading'],
  ['burst/VBN', { object: net }, 'bursting'],
  ['burst/VBN', { object: net, link: parsed('over/IN') }, 'burst'],
  ['burst/VBN', { direct: net, object: net, link: parsed('over/IN') }, 'bursting'],
  ['about/IN to/TO jump/VB', {}, 'about to jump'],
])('writes “%s”, %j, as “%s”', (said, more, text) => {
  const words = parsed(said);
  const verb = words.find(({ tag }) => /^VB/.test(tag)) as ParsedWord;
  expect(doing(aDraft({ said: words, ...more }), verb)).toBe(text);
});

it.each<readonly [link: string, head: string, where: string]>([
  ['on/IN', 'left/NN', 'on the left'],
  ['to/IN', 'right/NN', 'on the right'],
  ['at/IN', 'top/NN', 'at the top'],
  ['in/IN', 'bottom/NN', 'at the bottom'],
  ['in/IN', 'centre/NN', 'in the middle'],
  ['in/IN', 'center/NN', 'in the middle'],
  ['in/IN', 'middle/NN', 'in the middle'],
  ['in/IN', 'distance/NN', 'in the background'],
  ['in/IN', 'foreground/NN', 'in the foreground'],
  ['in/IN', 'lamp/NN', ''],
  ['over/IN', 'left/NN', ''],
  ['towards/IN', 'left/NN', ''],
  ['out/IN of/IN', 'left/NN', ''],
  ['on/IN', 'table/NN top/NN', ''],
])('in the picture “%s %s” is “%s”', (link, head, where) => {
  expect(inFrame(aDraft({ link: parsed(link) }), aMention(parsed(head)))).toBe(where);
});

it('is no place in the picture where several are meant, or that of something', () => {
  const draft = aDraft({ link: parsed('on/IN') });
  expect(inFrame(draft, aMention(parsed('left/NN'), { plural: true }))).toBe('');
  expect(inFrame(draft, aMention(parsed('left/NN'), { of: net }))).toBe('');
});

it('writes prepositions, hyphens, genitives and names as claims have them', () => {
  expect(['beside/IN', 'on/IN top/NN of/IN', 'across/IN'].map((text) => linkText(parsed(text)))).toEqual([
    'next to',
    'on',
    'across',
  ]);
  expect(wordsText(parsed("Teddy/NN -/HYPH bear/NN 's/POS hat/NN"))).toBe("teddy-bear's hat");
  expect(namedText(parsed('Jean/NNP -/HYPH Luc/NNP'))).toBe('Jean-Luc');
  expect([isProper(aMention(parsed('Lisbon/NNP'))), isProper(net)]).toEqual([true, false]);
  expect(isProper(aMention(parsed('Wenna/NNP'), { isName: true }))).toBe(false);
});

it('hears one where it is said, and not where the parser was given it', () => {
  expect(['one/CD', 'single/JJ', 'two/CD'].map((text) => isOne(parsed(text)))).toEqual([true, true, false]);
  expect(isOne(parsed('one/CD').map((word) => ({ ...word, start: -1 })))).toBe(false);
});

it('knows where in the description something is said', () => {
  const [fox, sits, on, log] = parsed('fox/NN sits/VBZ on/IN log/NN') as [
    ParsedWord,
    ParsedWord,
    ParsedWord,
    ParsedWord,
  ];
  const [a, b] = [aMention([fox]), aMention([log])];
  const putIn = { ...sits, start: -1, end: -1 };
  expect(spanOf(a, on)).toEqual([0, 11]);
  expect(spanOf(a, putIn)).toEqual([0, 3]);
  expect(saidOf(a, sits, on, b)).toEqual([4, 15]);
  // Whom a pronoun means was named before.
  expect(saidOf(b, sits, on, a)).toEqual([4, 11]);
  expect(saidOf(a, putIn)).toEqual([0, 3]);
  expect(saidOf(a)).toEqual([0, 3]);
});
