import { expect, it } from 'vitest';
import { takeForeign, takeQuotes } from './quotes.js';

const written = (text: string): string[] => takeQuotes(text).quotes.map(({ words }) => words);

it.each([
  ['A sign reads "Bakery".', ['Bakery']],
  ['A door with “ Mill ” on it.', ['Mill']],
  ["A sign: 'No way'.", ['No way']],
  ["the boys' hats and the girls' coats", []],
  ["('Open')", ['Open']],
  ["'Open' over a door", ['Open']],
  ['"a\nb"', []],
  ["A sign reads 'Joe's Diner'.", ["Joe's Diner"]],
  [`A 5'10" man holds a 6" ruler`, []],
  ['A sign "SALE 50" and "9" on a door', ['SALE 50', '9']],
  ['Mira: "Where is it?" She looks up.', []],
  ['She stops. OLD TOM (off screen): "Wait!"', []],
  ['Sign: "Exit"', ['Exit']],
  ["A neon sign reading JOE'S DINER glows", ["JOE'S DINER"]],
  ['a shop with the words GOOD BREAD over it, the text: OPEN', ['GOOD BREAD', 'OPEN']],
  ['a box labelled 7 UP', []],
  ['a page that reads A tale', []],
  ['MIRA says NO WAY', []],
  ['a sign that says NO WAY', ['NO WAY']],
  [`"${'x'.repeat(121)}"`, []],
  [`"${'x'.repeat(120)}"`, ['x'.repeat(120)]],
])('%j shows the words %j', (text, words) => {
  expect(written(text)).toEqual(words);
});

it.each([
  ...['say', 'says', 'said', 'ask', 'asks', 'asked', 'whisper', 'whispers', 'whispered', 'shout', 'shouts'],
  ...['shouted', 'replies', 'replied', 'answer', 'answers', 'answered', 'cries', 'cried', 'call', 'calls'],
  ...['called', 'exclaim', 'exclaims', 'exclaimed', 'murmur', 'murmurs', 'yell', 'yells', 'think', 'thinks'],
  ...['tell', 'tells', 'told', 'Says'],
])('“%s” makes what is quoted beside it speech, which nobody sees', (verb) => {
  const text = `"Come," they ${verb}.`;
  expect(takeQuotes(text)).toEqual({ text: `        they ${verb}.`, quotes: [], all: [[0, 7]] });
});

it.each([
  ...['sign', 'signs', 'label', 'labels', 'labeled', 'labelled', 'reads', 'reading', 'written', 'words'],
  ...['text', 'title', 'titled', 'banner', 'banners', 'letter', 'letters', 'lettering', 'lettered', 'poster'],
  ...[
    'posters',
    'caption',
    'captions',
    'inscribed',
    'engraved',
    'printed',
    'painted',
    'logo',
    'note',
    'page',
  ],
  ...['cover', 'headline', 'plaque', 'speech bubble'],
])('and a “%s” makes it seen, whoever speaks', (word) => {
  expect(written(`He says: a ${word} "Come"`)).toEqual(['Come']);
  expect(written(`He says un${word}x "Come"`)).toEqual([]);
});

it('far away neither counts, and what is taken out leaves its room', () => {
  expect(written(`He says no.${' '.repeat(60)}"Come"`)).toEqual(['Come']);
  expect(written(`"Come"${' '.repeat(40)} he says`)).toEqual(['Come']);
  const text = 'A sign "Mill" on a door';
  const { text: rest, quotes, all } = takeQuotes(text);
  expect(rest).toBe('A sign        on a door');
  expect(quotes).toEqual([{ words: 'Mill', span: [7, 13] }]);
  expect(all).toEqual([[7, 13]]);
});

it('sentences of another language are taken out whole, each where it stands', () => {
  const text = 'A girl waits. Ein Hund schläft im Garten. Rain!';
  const { text: rest, foreign } = takeForeign(text);
  expect(foreign.map(({ words, span }) => [words, text.slice(...span)])).toEqual([
    ['Ein Hund schläft im Garten.', 'Ein Hund schläft im Garten.'],
  ]);
  expect(rest).toBe(text.replace(' Ein Hund schläft im Garten.', (all) => ' '.repeat(all.length)));
  expect(takeForeign('A girl waits.')).toEqual({ text: 'A girl waits.', foreign: [] });
});
