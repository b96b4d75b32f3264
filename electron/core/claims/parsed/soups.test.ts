import { expect, it } from 'vitest';
import { Dictionary } from './dictionary.js';
import { breaksIn, isInSoup } from './soups.js';
import { type Arc, wordsOf } from './word.js';

/** "castle/NN sky/NN": each word with its tag. */
function tagged(text: string): { words: ReturnType<typeof wordsOf>; arcs: Arc[] } {
  const pairs = text.split(' ').map((one) => one.split('/') as [string, string]);
  const words = wordsOf(pairs.map(([word]) => word).join(' '));
  expect(words).toHaveLength(pairs.length);
  return { words, arcs: pairs.map(([, tag]) => ({ tag, head: 0, label: 'dep', sure: 1, held: 1 })) };
}
/** With two nouns of two words. */
const DICTIONARY = Dictionary.of('\n\nleather_hat sports_hall');

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
])('“%s” breaks before %j', (text, breaks) => {
  const { words, arcs } = tagged(text);
  expect([...breaksIn(words, arcs, DICTIONARY)]).toEqual(breaks);
});
