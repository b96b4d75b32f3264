import { expect, it } from 'vitest';
import { Dictionary } from './dictionary.js';
import { Mentions } from './mentions.js';
import type { Nouns } from './nouns.js';
import { tagged } from './testing/tagged.js';
import { parsed, Tree } from './tree.js';

const DICTIONARY = Dictionary.of(
  [
    'boat color forest outdoors shoe traffic',
    'grey left leftmost old red tall wide',
    'black_hole dancing_bear hot_air rolling_pin traffic_lights winged_horse',
    'cook wait',
    'umpire',
    'orca',
    '',
  ].join('\n'),
);

/** A sentence of tagged words, and where a word of it stands. */
function reading(sentence: string): { nouns: Nouns; tree: Tree; at: (word: string) => number } {
  const { words, arcs } = tagged(sentence);
  const tree = new Tree(parsed(words, arcs));
  const nouns = new Mentions(DICTIONARY, ({ text }) => text === 'Mira');
  nouns.enter(tree, new Map(), false);
  return { nouns, tree, at: (word) => tree.words.findIndex(({ lower }) => lower === word) };
}

it.each([
  ['traffic/NN/compound/1 lights/NNS', 'lights', 'traffic lights'],
  ['red/JJ/amod/1 boat/NN', 'boat', 'boat'],
  ['red/NN/compound/1 boat/NN', 'boat', 'boat'],
  ['black/NN/compound/1 hole/NN', 'hole', 'black hole'],
  ['pine/NN/compound/2 tree/NN/compound/2 house/NN', 'house', 'pine tree house'],
  ['two/CD/compound/1 foxes/NNS', 'foxes', 'foxes'],
  ['leftmost/JJ/compound/1 fox/NN', 'fox', 'fox'],
  ['boat/NN shed/NN/compound/0', 'boat', 'boat'],
  ['old/NN/compound/1 color/NN/compound/2 photo/NN', 'photo', 'photo'],
  ['fish/NN/nmod/3 and/CC/cc/0 chip/NN/conj/0 shop/NN', 'shop', 'shop'],
  // What a look hangs on, and what it hangs on.
  ['a/DT/det/3 lace/NN/compound/3 trimmed/VBN/amod/3 dress/NN', 'dress', 'dress'],
  ['ice/NN/compound/2 skating/VBG/compound/2 rink/NN', 'rink', 'ice skating rink'],
  ['rock/NN/compound/1 climbing/VBG', 'climbing', 'rock climbing'],
  // What the parser is not sure of.
  ['shoes/NNS/compound/1/0.4 backstage/NN', 'backstage', 'backstage'],
  ['shoes/NNS/compound/1/0.5 backstage/NN', 'backstage', 'shoes backstage'],
  ['stone/NN/compound/1/0.4 bridge/NN', 'bridge', 'stone bridge'],
  // No further than it can belong to it.
  ['stone/NN/compound/4 old/JJ/amod/4 grey/JJ/amod/4 tall/JJ/amod/4 bridge/NN', 'bridge', 'stone bridge'],
  [
    'stone/NN/compound/5 old/JJ/amod/5 grey/JJ/amod/5 tall/JJ/amod/5 wide/JJ/amod/5 bridge/NN',
    'bridge',
    'bridge',
  ],
  // Of words with a hyphen between.
  ['double/JJ/amod/3 -/HYPH/punct/3 decker/NN/compound/3 bus/NN', 'bus', 'bus'],
  ['red/JJ/amod/3 -/HYPH/punct/3 winged/VBN/amod/3 horse/NN', 'horse', 'horse'],
  ['-/HYPH/punct/2 traffic/NN/compound/2 lights/NNS', 'lights', 'traffic lights'],
  ['T/NN/compound/2 -/HYPH/punct/2 shirt/NN', 'shirt', 't - shirt'],
  // What the dictionary has as one thing.
  ['rolling/VBG/amod/1 pin/NN', 'pin', 'rolling pin'],
  ['rolling/VBG/amod/2 pin/NN/nsubj/2 waits/VBZ', 'pin', 'pin'],
  ['living/VBG/amod/1 room/NN', 'room', 'living room'],
  ['dancing/VBG/amod/1 bear/NN', 'bear', 'bear'],
  ['winged/VBN/amod/1 horse/NN', 'horse', 'winged horse'],
  ['hot/JJ/amod/1 air/NN/compound/2 balloon/NN', 'balloon', 'hot air balloon'],
  ['hot/JJ/amod/2 air/NN/compound/2 balloon/NN', 'balloon', 'hot air balloon'],
  ['hot/JJ/amod/3 air/NN/compound/2 balloon/NN/nsubj/3 waits/VBZ', 'balloon', 'air balloon'],
  ['left/JJ/amod/1 knee/NN', 'knee', 'left knee'],
  ['left/VBD/ROOT/0 knee/NN/dobj/0', 'knee', 'knee'],
  ['left/JJ/amod/1 boat/NN', 'boat', 'boat'],
  // What no word of it says.
  ['kawa/JJ/amod/2 fumo/NN/amod/2 plushie/NN', 'plushie', 'kawa fumo plushie'],
  ['akedo/NN/amod/1 plushie/NN', 'plushie', 'akedo plushie'],
  ['fumo/NN/amod/2 traffic/NN/compound/2 lights/NNS', 'lights', 'fumo traffic lights'],
  ['fumo/JJ/amod/2 plushie/NN/nsubj/2 waits/VBZ', 'plushie', 'plushie'],
  ['fumo/RB/amod/1 plushie/NN', 'plushie', 'plushie'],
  ['fumoish/JJ/amod/1 plushie/NN', 'plushie', 'plushie'],
  ['fumo2/NN/amod/1 plushie/NN', 'plushie', 'plushie'],
  ['2fumo/NN/amod/1 plushie/NN', 'plushie', 'plushie'],
  ['boat/NN/amod/1 plushie/NN', 'plushie', 'plushie'],
])('in “%s” the words of “%s” are “%s”', (sentence, noun, core) => {
  const { nouns, tree, at } = reading(sentence);
  expect(
    nouns
      .core(at(noun))
      .map((i) => tree.lower(i))
      .join(' '),
  ).toBe(core);
});

it.each([
  ['girl/NN', 'female'],
  ['soldier/NN', 'person'],
  ['toy/NN/compound/1 soldier/NN', null],
  ['somebody/NN', 'person'],
  ['audience/NN', 'person'],
  ['foxes/NNS', 'animal'],
  ['Mira/NNP', 'person'],
  ['umpire/NN', 'person'],
  ['umpires/NNS', 'person'],
  ['Umpire/NNP', null],
  ['toy/NN/compound/1 umpire/NN', null],
  ['orca/NN', 'animal'],
  ['boat/NN', null],
])('“%s” is %s', (sentence, living) => {
  const { nouns, tree } = reading(sentence);
  const last = tree.words.length - 1;
  expect(nouns.living(tree.word(last))).toBe(living);
  expect(nouns.livingHead(last)).toBe(living !== null);
});

it.each([
  ['12/CD', true],
  ['12/NN', false],
  ['two/CD', true],
  ['boat/NN', true],
  ['boats/NNS', true],
  ['lifts/VBZ boat/JJ/dobj/0', true],
  ['lifts/VBZ outdoors/RB/pobj/0', true],
  ['lifts/VBZ red/JJ/dobj/0', false],
  ['lifts/VBZ boat/JJ/acomp/0', false],
  ['lifts/VBZ boat/VB/dobj/0', false],
])('whether “%s” ends in a noun: %s', (sentence, isNoun) => {
  const { nouns, tree } = reading(sentence);
  expect(nouns.isNoun(tree.words.length - 1)).toBe(isNoun);
});

it('what counts stands in front, as a number or as the parser has it', () => {
  const numbers = (sentence: string): readonly number[] => {
    const { nouns, tree } = reading(sentence);
    return nouns.numbersOf(tree.roots()[0] as number);
  };
  expect(numbers('nine/NN/compound/1 sheep/NN/ROOT/1')).toEqual([0]);
  expect(numbers('umpteen/JJ/nummod/1 sheep/NN/ROOT/1')).toEqual([0]);
  expect(numbers('one/NN/compound/1 sheep/NN/ROOT/1')).toEqual([]);
  expect(numbers('boat/NN/ROOT/0 seven/CD/nummod/0')).toEqual([]);
  const { nouns } = reading('umpteen/CD sheep/NN');
  expect([nouns.isNumber(0), nouns.isNumber(1)]).toEqual([true, false]);
});

it.each([
  ['group/NN of/IN/prep/0 soldiers/NNS/pobj/1', 'soldiers'],
  ['group/NN of/IN/prep/0 boats/NNS/pobj/1', 'boats'],
  ['pair/NN of/IN/prep/0 boats/NNS/pobj/1', 'boats'],
  ['crew/NN of/IN/prep/0 sailors/NNS/pobj/1', 'sailors'],
  // One thing.
  ['bunch/NN of/IN/prep/0 flowers/NNS/pobj/1', 'bunch'],
  ['group/NN with/IN/prep/0 soldiers/NNS/pobj/1', 'group'],
  ['group/NN of/IN/prep/0 red/JJ/pobj/1', 'group'],
  ['group/NN', 'group'],
  ['boat/NN of/IN/prep/0 soldiers/NNS/pobj/1', 'boat'],
])('“%s” is made of %s', (sentence, kernel) => {
  const { nouns, tree } = reading(sentence);
  expect(tree.lower(nouns.kernel(0))).toBe(kernel);
});

it.each([
  ['leftmost/JJS of/IN/prep/0 knights/NNS/pobj/1', true],
  ['strongest/JJS of/IN/prep/0 knights/NNS/pobj/1', true],
  ['eldest/NN of/IN/prep/0 knights/NNS/pobj/1', true],
  ['one/CD of/IN/prep/0 them/PRP/pobj/1', true],
  ['one/CD of/IN/prep/0 gold/NN/pobj/1', false],
  ['one/CD', false],
  ['first/RB of/IN/prep/0 knights/NNS/pobj/1', false],
  ['forest/NN of/IN/prep/0 pines/NNS/pobj/1', false],
  ['boat/NN of/IN/prep/0 knights/NNS/pobj/1', false],
])('“%s” is one of several: %s', (sentence, isOne) => {
  expect(reading(sentence).nouns.groupOf(0)).toBe(isOne ? 2 : null);
});

it.each([
  ['leftmost/NN/nsubj/1 waits/VBZ', 'leftmost', true],
  ['leftmost/JJ/amod/1 knight/NN', 'leftmost', false],
  ['a/DT/det/1 tenth/JJ/nsubj/2 waits/VBZ', 'tenth', true],
  ['tenth/JJ/nsubj/1 waits/VBZ', 'tenth', false],
  ['sees/VBZ a/DT/det/2 tenth/JJ/dobj/0', 'tenth', false],
  ['a/DT/det/1 tenth/VB/nsubj/2 waits/VBZ', 'tenth', false],
  ['a/DT/det/1 knight/NN/nsubj/2 waits/VBZ', 'knight', false],
])('in “%s” “%s” is one of those who were named: %s', (sentence, word, isOne) => {
  const { nouns, at } = reading(sentence);
  expect(nouns.isSidemost(at(word))).toBe(isOne);
});

it('a noun starts with all that stands before it in the description', () => {
  const { words, arcs } = tagged('the/DT/det/2 red/JJ/amod/2 fox/NN with/IN/prep/2 boats/NNS/pobj/3');
  const all = parsed(words, arcs);
  const start = (put: boolean): number | undefined => {
    const nouns = new Mentions(DICTIONARY, () => false);
    // What was put in for the parser stands nowhere.
    const [the, ...rest] = all as [(typeof all)[number]];
    nouns.enter(new Tree([put ? { ...the, start: -1 } : the, ...rest]), new Map(), false);
    return nouns.at(2)?.start;
  };
  expect([start(false), start(true)]).toEqual([0, 4]);
});

it.each([
  ['moments/NNS', 'moments', true],
  ['boat/NN', 'boat', false],
  // Light is seen where it does something.
  ['light/NN', 'light', true],
  ['light/NN/nsubj/1 falls/VBZ', 'light', false],
  ['light/NN falling/VBG/acl/0', 'light', false],
  ['light/NN of/IN/prep/0 lamps/NNS/pobj/1', 'light', true],
  ['light/NN of/IN/prep/0 lamps/NNS/pobj/1 through/IN/prep/0 doors/NNS/pobj/3', 'light', false],
  ['bunch/NN', 'bunch', true],
  ['bunch/NN of/IN/prep/0 flowers/NNS/pobj/1', 'bunch', false],
  ['spring/NN', 'spring', true],
  ['a/DT/det/1 spring/NN', 'spring', false],
  ['springs/NNS', 'springs', false],
  // A line that things hang on.
  ['on/IN a/DT/det/2 line/NN/pobj/0', 'line', false],
  ['on/IN line/NN/pobj/0', 'line', true],
  ['in/IN a/DT/det/2 line/NN/pobj/0', 'line', true],
  ['on/IN a/DT/det/2 line/NN/pobj/0 of/IN/prep/2 boats/NNS/pobj/3', 'line', true],
  ['on/IN a/DT/det/2 line/NN/pobj/0 with/IN/prep/2 boats/NNS/pobj/3', 'line', false],
  // A picture in the picture.
  ['a/DT/det/1 picture/NN/nsubj/2 hangs/VBZ', 'picture', false],
  ['the/DT/det/1 picture/NN/nsubj/2 hangs/VBZ', 'picture', true],
  ['the/DT/det/2 two/CD/nummod/2 pictures/NNS/nsubj/3 hang/VBP', 'pictures', false],
  ['a/DT/det/1 picture/NN', 'picture', true],
  // A verb that was taken for a noun, and what is none.
  ['kneels/NNS', 'kneels', true],
  ['on/IN kneels/NNS/pobj/0', 'kneels', false],
  ['on/IN kneels/NN/pobj/0', 'kneels', true],
  ['two/CD/nummod/1 kneels/NNS', 'kneels', false],
  ['waves/NNS', 'waves', false],
  ['1930s/NNS', '1930s', true],
  ['mp3s/NNS', 'mp3s', false],
  ['2sided/NN', '2sided', false],
  // What the dictionary has as one thing.
  ['night/NN/compound/2 traffic/NN/compound/2 lights/NNS', 'lights', false],
  ['blue/NN', 'blue', true],
  ['rose/NN/compound/1 gold/NN', 'gold', false],
])('in “%s” “%s” is nothing that a picture shows by itself: %s', (sentence, word, isAbstract) => {
  const { nouns, at } = reading(sentence);
  expect(nouns.isAbstract(at(word))).toBe(isAbstract);
});

it.each([
  ['boat/NN', true],
  ['lamp/NN', true],
  ['forest/NN', true],
  ['tower/NN', true],
  ['smoke/NN', true],
  ['hands/NNS', true],
  ['coats/NNS', true],
  ['golem/NN', false],
])('“%s” is certainly nobody: %s', (sentence, isThing) => {
  const { nouns, tree } = reading(sentence);
  expect(nouns.isThing(tree.word(0))).toBe(isThing);
});

it('a deed is a verb that there is', () => {
  const { nouns, tree } = reading('waits/VBZ asleep/RB is/VBZ');
  expect(tree.words.map((word) => nouns.isDeed(word))).toEqual([true, false, true]);
});
