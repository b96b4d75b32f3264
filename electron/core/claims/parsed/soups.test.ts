import { expect, it } from 'vitest';
import { Dictionary } from './dictionary.js';
import { belongTogether, breaksIn, isInSoup } from './soups.js';
import { type Arc, wordsOf } from './word.js';

/** "castle/NN sky/NN": each word with its tag. */
function tagged(text: string): { words: ReturnType<typeof wordsOf>; arcs: Arc[] } {
  const pairs = text.split(' ').map((one) => one.split('/') as [string, string]);
  const words = wordsOf(pairs.map(([word]) => word).join(' '));
  expect(words).toHaveLength(pairs.length);
  return { words, arcs: pairs.map(([, tag]) => ({ tag, head: 0, label: 'dep', sure: 1, held: 1 })) };
}
/** With nouns of two words alone. */
const DICTIONARY = Dictionary.of('\n\nfrying_pan leather_hat sports_hall watering_can');

it.each([
  ['girl/NN smile/NN hat/NN', 1, false],
  ['girl/NN red/JJ hat/NN', 1, true],
  ['girl/NN smile/NN hat/NN boots/NNS rain/NN', 1, true],
  ['girl/NN smile/NN hat/NN boots/NNS', 1, false],
  ['girl/NN red/JJ', 1, false],
  // Prose has articles or a verb.
  ['girl/NN wears/VBZ red/JJ hats/NNS', 2, false],
  ['girl/NN the/DT red/JJ hat/NN', 2, false],
  ['girl/NN may/MD red/JJ hat/NN', 2, false],
  // Articles between commas elsewhere do not count.
  ['a/DT girl/NN ,/, long/JJ red/JJ hat/NN ,/, the/DT sea/NN', 4, true],
  ['a/DT girl/NN ,/, red/JJ hat/NN ,/, the/DT sea/NN', 4, false],
  ['the/DT foxes/NNS red/JJ hat/NN', 2, true],
  ['the/DT children/NNS red/JJ hat/NN', 2, false],
  ['the/DT glass/NN red/JJ hat/NN', 2, false],
  ['the/DT girl/NN sitting/VBG walking/VBG', 3, true],
  ['the/DT girl/NN red/JJ walking/VBG', 3, false],
  ['the/DT girl/NN sitting/VBG red/JJ', 3, false],
])('“%s” is a list without commas around %i: %s', (text, at, isOne) => {
  const { words, arcs } = tagged(text);
  expect(isInSoup(words, arcs, at)).toBe(isOne);
});

it('nobody writes a longer list than eighty words', () => {
  const row = (length: number) => tagged(Array.from({ length }, () => 'red/JJ').join(' '));
  const isOne = ({ words, arcs }: ReturnType<typeof row>, at: number) => isInSoup(words, arcs, at);
  expect([isOne(row(80), 40), isOne(row(81), 40), isOne(row(200), 100)]).toEqual([true, false, false]);
});

it.each<[text: string, breaks: number[]]>([
  // Before an adjective with its noun, behind a noun.
  ['girl/NN red/JJ hat/NN', [1]],
  ['girl/NN blue/NN hat/NN', [1]],
  ['girl/NN red/JJ smiling/VBG', []],
  ['girl/NN Red/JJ hat/NN', []],
  ['half/NN red/JJ hat/NN', []],
  // What is worn does nothing but fall.
  ['hat/NN walking/VBG', [1]],
  ['hair/NN flowing/VBG', []],
  ['lamp/NN walking/VBG', []],
  ['hat/NN walking/VBG is/VBZ', []],
  ['hat/NN hair/NN', [1]],
  ['lamp/NN hair/NN', []],
  // Two plurals, but for a compound.
  ['foxes/NNS hens/NNS', [1]],
  ['foxes/NNS Hens/NNS', []],
  ['children/NNS hens/NNS', []],
  ['sports/NNS hall/NN', []],
  // Somebody and what they wear, in a long list alone.
  ['girl/NN hat/NN lamp/NN rain/NN fog/NN mist/NN', [1]],
  ['girl/NN hat/NN lamp/NN rain/NN fog/NN', []],
  ['girl/NN hat/NN ,/, lamp/NN rain/NN fog/NN', []],
  ['lamp/NN girl/NN rain/NN fog/NN mist/NN ice/NN', [1]],
  ['lamp/NN keeper/NN rain/NN fog/NN mist/NN ice/NN', []],
  ['girl/NN leather/NN hat/NN rain/NN fog/NN mist/NN', [1]],
  ['gnorp/NN girl/NN hat/NN rain/NN fog/NN mist/NN', []],
  ['children/NNS girl/NN rain/NN fog/NN mist/NN ice/NN', [1]],
  // Where a place stands behind somebody, or what is held, what comes next is another.
  ['camel/NN behind/RB drinking/VBG tea/NN', [2]],
  ['camel/NN behind/RB drinking/VBG tea/NN is/VBZ', []],
  ['camel/NN slowly/RB drinking/VBG', []],
  ['the/DT behind/RB drinking/VBG', []],
  ['camel/NN behind/RB tea/NN', []],
  ['holding/VBG lantern/NN path/NN', [2]],
  ['holding/VBG lantern/NN path/NN is/VBZ', []],
  ['holding/VBG lantern/NN path/NN ,/, fog/NN', []],
  ['glinting/VBG lantern/NN path/NN', []],
  ['holding/VBG fox/NN path/NN', []],
  ['holding/VBG lantern/NN lamp/NN', []],
  ['holding/NN lantern/NN path/NN', []],
  // Hands do nothing by themselves where somebody is there.
  ['girl/NN hands/NNS tuning/VBG violin/NN', [2]],
  ['hands/NNS tuning/VBG violin/NN', []],
  ['lamp/NN hands/NNS tuning/VBG violin/NN', []],
  ['lamp/NN girl/NN hands/NNS tuning/VBG violin/NN', [3]],
  ['girls/NNS with/IN hands/NNS tuning/VBG', [3]],
  ['coat/NN tuning/VBG violin/NN', [1]],
  // More qualities in a row, and what is no word.
  ['girl/NN red/JJ torn/VBN hat/NN', [1]],
  ['girl/NN torn/VBN hat/NN', []],
  ['girl/NN red/JJ very/RB hat/NN', []],
  ['foxes/NNS ./NN hens/NNS', []],
  // Behind no noun nothing breaks.
  ['the/DT red/JJ hat/NN', []],
  ['blue/NN red/JJ hat/NN', []],
  ['a/DT gnorp/NN gnorp/NN kitchen/NN sky/NN', [4]],
  ['a/DT gnorp/NN kitchen/NN sky/NN', []],
  // Two places, but not within a town.
  ['forest/NN beach/NN', []],
  ['kitchen/NN sky/NN', [1]],
  ['kitchen/NN lamp/NN', []],
  ['a/DT kitchen/NN sky/NN', []],
  ['kitchen/NN sky/NN ,/, rain/NN', []],
  // Behind what a thing does by itself, where no sentence and no commas are.
  ['pan/NN steam/NN rising/VBG hens/NNS', [3]],
  ['pan/NN steam/NN rising/VBG tall/JJ', [3]],
  ['pan/NN steam/NN rising/VBG in/IN fog/NN', []],
  ['pan/NN steam/NN rising/VBG Hens/NNS', []],
  ['pan/NN steam/NN rising/VBG ,/, hens/NNS red/VBN', []],
  ['pan/NN steam/NN rising/VBG hens/NNS ,/, fog/NN', []],
  ['pan/NN steam/NN rising/VBG hens/NNS sit/VBP', []],
  ['pan/NN steam/NN rising/NN hens/NNS', []],
  ['pan/NN crowd/NN waiting/VBG hens/NNS', [3]],
  ['pan/NN lamp/NN waiting/VBG hens/NNS', []],
])('“%s” breaks before %j', (text, breaks) => {
  const { words, arcs } = tagged(text);
  expect([...breaksIn(words, arcs, DICTIONARY)]).toEqual(breaks);
});

it.each([
  // Somebody, and what they do.
  ['masked/JJ dancers/NNS drumming/VBG', 2, true],
  ['masked/JJ lamps/NNS drumming/VBG', 2, false],
  ['masked/JJ dancers/NNS red/JJ', 2, false],
  ['pan/NN steam/NN rising/VBG', 2, true],
  ['steam/NN rising/VBG', 1, false],
  ['pan/NN hand/NN rising/VBG', 2, false],
  ['pan/NN crowd/NN waiting/VBG', 2, true],
  ['pan/NN lamp/NN waiting/VBG', 2, false],
  ['tuning/VBG her/PRP$', 1, true],
  ['sitting/VBG her/PRP$', 1, false],
  ['lamp/NN her/PRP$', 1, false],
  // What is done, and to what.
  ['watering/VBG tomatoes/NNS', 1, true],
  ['glinting/VBG tomatoes/NNS', 1, false],
  ['frying/VBG pan/NN', 1, false],
  ['watering/VBG red/JJ', 1, false],
  // One noun that says which the other is.
  ['sports/NN hall/NN', 1, true],
  ['copper/NN pots/NNS', 1, true],
  ['lamp/NN pots/NNS', 1, false],
  ['copper/JJ pots/NNS', 1, false],
  ['copper/NN red/JJ', 1, false],
  ['pots/NNS', 0, false],
  ['lamp/NN sailor/NN', 1, true],
  ['lamp/NN girl/NN', 1, false],
  ['king/NN sailor/NN', 1, false],
  ['hat/NN sailor/NN', 1, false],
  ['hand/NN sailor/NN', 1, false],
  ['old/JJ lamp/NN sailor/NN', 2, true],
  ['holding/VBG lamp/NN sailor/NN', 2, false],
  ['lamp/NN sailor/NN holding/VBG', 1, true],
])('“%s”: before word %i nothing breaks: %s', (text, at, belong) => {
  const { words, arcs } = tagged(text);
  expect(belongTogether(words, arcs, at, DICTIONARY)).toBe(belong);
});
