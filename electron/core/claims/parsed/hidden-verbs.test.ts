import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { Dictionary } from './dictionary.js';
import { doubtfulVerbs, isSurer, sureOf, withVerbsShown } from './hidden-verbs.js';
import { tagged } from './testing/tagged.js';

const file = new URL('../../../../models/reading/files/words.txt', import.meta.url);
const dictionary = Dictionary.of(readFileSync(file, 'utf8'));
const textOf = (words: readonly { readonly text: string }[]): string =>
  words.map(({ text }) => text).join(' ');

it.each<readonly [parsed: string, tried: string]>([
  // what one does.
  ['a/DT robin/NN bursts/NNS/dep/0/0.5 from/IN', 'a robin sits from'],
  ['a/DT robin/NN bursts/NNS/dep/0/0.75 from/IN', 'a robin sits from'],
  ['a/DT robin/NN bursts/NNS/dep/0/0.76 from/IN', ''],
  ['a/DT robin/NN/dep/0/0.5 bursts/NNS from/IN', 'a robin sits from'],
  ['a/DT robin/NN bursts/NNS from/IN/dep/0/0.5', 'a robin sits from'],
  ['a/DT/dep/0/0.5 robin/NN bursts/NNS from/IN here/RB/dep/0/0.5', ''],
  ['a/DT robin/NN bursts/NN/dep/0/0.5 from/IN', 'a robin sits from'],
  ['a/DT robin/NN bursts/JJ/dep/0/0.5 from/IN', ''],
  ['a/DT robin/NN bursts/VBZ/dep/0/0.5 from/IN', ''],
  ['a/DT robin/NN Bursts/NNS/dep/0/0.5 from/IN', ''],
  ['a/DT robin/NN bursts/NNS/dep/0/0.5 a/DT', 'a robin holds a'],
  ['a/DT robin/NN lamps/NNS/dep/0/0.5 from/IN', ''],
  ['bursts/NNS/dep/0/0.5 from/IN', ''],
  ['a/DT lamp/NN bursts/NNS/dep/0/0.5 from/IN', 'a lamp sits from'],
  ['lamp/NN bursts/NNS/dep/0/0.5 from/IN', ''],
  ['his/PRP$ old/JJ lamp/NN bursts/NNS/dep/0/0.5 from/IN', 'his old lamp sits from'],
  ['its/POS red/JJ lamp/NN bursts/NNS/dep/0/0.5 from/IN', 'its red lamp sits from'],
  ['Lamp/NN bursts/NNS/dep/0/0.5 from/IN', 'Lamp sits from'],
  ['the/DT bursts/NNS/dep/0/0.5 from/IN', ''],
  ['two/CD bursts/NNS/dep/0/0.5 from/IN', ''],
  ['a/DT robin/NN dives/NNS/dep/0/0.5 from/IN', ''],
  // what several do.
  ['two/CD robins/NNS burst/NN/dep/0/0.5 from/IN', 'two robins sit from'],
  ['two/CD robins/NNS burst/JJ/dep/0/0.5 from/IN', 'two robins sit from'],
  ['two/CD robins/NNS burst/NNS/dep/0/0.5 from/IN', ''],
  ['two/CD robins/NNS burst/NN/dep/0/0.5', 'two robins sit'],
  ['two/CD robins/NNS burst/JJ/dep/0/0.5', ''],
  ['two/CD robins/NNS burst/NN/dep/0/0.5 red/JJ', ''],
  ['two/CD robins/NNS burst/NN/dep/0/0.5 now/RB', 'two robins sit now'],
  ['two/CD robins/NNS burst/JJ/dep/0/0.5 now/RB', ''],
  ['two/CD robins/NNS burst/JJ/dep/0/0.5 the/DT', 'two robins hold the'],
  ['two/CD robins/NNS burst/NN/dep/0/0.5 ,/,', 'two robins sit ,'],
  ['two/CD robins/NNS burst/NN/dep/0/0.5 ./.', 'two robins sit .'],
  ['two/CD robins/NNS burst/NN/dep/0/0.5 out/RP', 'two robins sit out'],
  ['two/CD robins/NNS burst/NN/dep/0/0.5 him/PRP', 'two robins sit him'],
  ['two/CD robins/NNS burst/NN/dep/0/0.5 two/CD', 'two robins hold two'],
  ['two/CD robins/NNS burst/NN/dep/0/0.5 glass/NN', 'two robins hold glass'],
  ['two/CD robins/NNS burst/NN/dep/0/0.5 is/VBZ', ''],
  ['the/DT lamps/NNS burst/NN/dep/0/0.5 from/IN', 'the lamps sit from'],
  ['the/DT lamp/NN burst/NN/dep/0/0.5 from/IN', ''],
  ['the/DT hat/NN and/CC the/DT lamp/NN burst/NN/dep/0/0.5 from/IN', 'the hat and the lamp sit from'],
  ['the/DT robin/NN burst/NN/dep/0/0.5 from/IN', 'the robin sit from'],
  ['two/CD robins/NNS lamp/NN/dep/0/0.5 from/IN', ''],
  ['two/CD robins/NNS wet/JJ/dep/0/0.5 the/DT', 'two robins hold the'],
  // several times, three at most.
  [
    'a/DT robin/NN bursts/NNS/dep/0/0.5 ,/, a/DT robin/NN bursts/NNS/dep/0/0.5',
    'a robin sits , a robin bursts | a robin bursts , a robin sits',
  ],
  [
    'a/DT robin/NN bursts/NNS/dep/0/0.5 a/DT robin/NN bursts/NNS/dep/0/0.5 a/DT robin/NN bursts/NNS/dep/0/0.5 a/DT robin/NN bursts/NNS/dep/0/0.5',
    'a robin holds a robin bursts a robin bursts a robin bursts | a robin bursts a robin holds a robin bursts a robin bursts | a robin bursts a robin bursts a robin holds a robin bursts',
  ],
])('of what the parser hardly knows, “%s”, it tries %s', (text, tried) => {
  const { words, arcs } = tagged(text);
  expect(
    doubtfulVerbs(words, arcs, dictionary)
      .map((one) => textOf(one.words))
      .join(' | '),
  ).toBe(tried);
});

it.each<readonly [now: string, before: string, isOne: boolean]>([
  ['robin/NN/nsubj/1/0.9 sits/VBZ/ROOT/1/0.9', 'robin/NN/dep/0/0.5 bursts/NNS/dep/0/0.5', true],
  ['robins/NNS/nsubj/1/0.9 sit/VBP/ROOT/1/0.9', 'robins/NNS/dep/0/0.5 burst/NN/dep/0/0.5', true],
  ['robin/NN/nsubj/1/0.5 sits/VBZ/ROOT/1/0.5', 'robin/NN/dep/0/0.5 bursts/NNS/dep/0/0.5', false],
  ['robin/NN/nsubj/1/0.505 sits/VBZ/ROOT/1/0.505', 'robin/NN/dep/0/0.5 bursts/NNS/dep/0/0.5', false],
  ['robin/NN/nsubj/1/0.9 sits/NNS/ROOT/1/0.9', 'robin/NN/dep/0/0.5 bursts/NNS/dep/0/0.5', false],
  ['robin/NN/dobj/1/0.9 sits/VBZ/ROOT/1/0.9', 'robin/NN/dep/0/0.5 bursts/NNS/dep/0/0.5', false],
  ['robin/NN/nsubj/0/0.9 sits/VBZ/nsubj/1/0.9', 'robin/NN/dep/0/0.5 bursts/NNS/dep/0/0.5', false],
  // What was done before is still done.
  [
    'robin/NN/nsubj/1/0.9 sits/VBZ/ROOT/1/0.9 is/NN/dep/0/0.9',
    'robin/NN/dep/0/0.5 bursts/NNS/dep/0/0.5 is/VBZ/dep/0/0.5',
    false,
  ],
  [
    'robin/NN/nsubj/1/0.9 sits/VBZ/ROOT/1/0.9 is/VBZ/dep/0/0.9',
    'robin/NN/dep/0/0.5 bursts/NNS/dep/0/0.5 is/VBZ/dep/0/0.5',
    true,
  ],
])('“%s” is surer than “%s”: %s', (now, before, isOne) => {
  const { words, arcs } = tagged(now);
  expect(isSurer({ at: 1, words }, arcs, tagged(before).arcs)).toBe(isOne);
});

it('is as sure of a sentence as of its words in the middle, whatever one of them costs', () => {
  const of = (...sure: number[]) =>
    Math.exp(sureOf(tagged(sure.map((one) => `a/DT/dep/0/${one}`).join(' ')).arcs));
  expect(of(0.25, 1)).toBeCloseTo(0.5);
  expect(of(0, 1)).toBeCloseTo(Math.sqrt(0.02));
});

it.each<readonly [parsed: string, asShown: string]>([
  ['goblins/NNS stand/NN between/IN lamps/NNS', 'goblins sit between lamps'],
  ['villagers/NNS in/IN black/JJ stand/NN around/IN it/PRP', 'villagers in black sit around it'],
  ['villagers/NNS in/IN tall/JJ stand/NN around/IN it/PRP', 'villagers in tall stand around it'],
  ['villagers/NNS by/IN black/JJ stand/NN around/IN it/PRP', 'villagers by black stand around it'],
  ['villager/NN in/IN black/JJ stand/NN around/IN it/PRP', 'villager in black stand around it'],
  ['villagers/NNS in/IN black/JJ stand/NN the/DT', 'villagers in black stand the'],
  ['villagers/NNS in/IN black/JJ lamp/NN around/IN it/PRP', 'villagers in black lamp around it'],
  [
    'the/DT boys/NNS/nsubj/2 drop/VBP cards/NNS and/CC scramble/JJ for/IN it/PRP',
    'the boys drop cards and sit for it',
  ],
  [
    'the/DT boys/NNS/dep/2 drop/VBP cards/NNS and/CC scramble/JJ for/IN it/PRP',
    'the boys drop cards and scramble for it',
  ],
  [
    'the/DT boys/NNS/nsubj/2 drop/VBP cards/NNS and/CC scramble/JJ red/JJ',
    'the boys drop cards and scramble red',
  ],
  [
    'the/DT boys/NNS/nsubj/2 drop/VBP cards/NNS or/CC scramble/JJ for/IN it/PRP',
    'the boys drop cards or scramble for it',
  ],
  [
    'the/DT boys/NNS/nsubj/2 drop/VBP cards/NNS and/CC lamp/JJ for/IN it/PRP',
    'the boys drop cards and lamp for it',
  ],
  ['sparks/VBZ leap/NN between/IN coils/NNS', 'sparks sit between coils'],
  ['sparks/VBZ leap/NN coils/NNS', 'sparks leap coils'],
  ['sparks/VBZ red/JJ between/IN coils/NNS', 'sparks red between coils'],
  ['sparks/NNP leap/NN between/IN coils/NNS', 'sparks leap between coils'],
  ['rain/NN drums/NNS on/IN a/DT roof/NN', 'rain sits on a roof'],
  ['rain/NN drums/NNS', 'rain sits'],
  ['rain/NN lamps/NNS on/IN a/DT roof/NN', 'rain lamps on a roof'],
  ['the/DT red/JJ rain/NN drums/NNS lamps/NNS', 'the red rain drums lamps'],
  ['a/DT porter/NN winds/NNS six/CD clocks/NNS', 'a porter holds six clocks'],
  ['fog/NN ,/, rain/NN drums/NNS on/IN it/PRP', 'fog , rain sits on it'],
  [
    'a/DT fox/NN is/VBZ red/JJ ,/, a/DT porter/NN winds/NNS six/CD clocks/NNS',
    'a fox is red , a porter holds six clocks',
  ],
])('“%s” is shown as “%s”', (text, asShown) => {
  const { words, arcs } = tagged(text);
  expect(textOf(withVerbsShown(words, arcs, dictionary))).toBe(asShown);
});
