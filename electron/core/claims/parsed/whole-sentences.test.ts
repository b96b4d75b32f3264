import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Dictionary } from './dictionary.js';
import { withParticiples } from './mended-deeds.js';
import { changed, tagged } from './testing/tagged.js';
import { mended, wholeSentences } from './whole-sentences.js';
import { type Arc, wordsOf } from './word.js';

const file = new URL('../../../../models/reading/files/words.txt', import.meta.url);
const dictionary = Dictionary.of(readFileSync(file, 'utf8'));

it.each<readonly [parsed: string, moved: string]>([
  // "spiky", "asleep", "scarecrow": adjectives and nouns that no parse makes anything else.
  ['a/DT/det/2 spiky/NN/compound/2 fox/NN/ROOT/2', 'spiky/JJ/compound/2'],
  ['a/DT/det/2 spiky/NNS/compound/2 fox/NN/ROOT/2', 'spiky/JJ/compound/2'],
  ['a/DT/det/2 Spiky/NN/compound/2 fox/NN/ROOT/2', ''],
  ['a/DT/det/1 fox/NN/nsubj/2 asleep/VBN/ROOT/2', 'asleep/JJ/ROOT/2'],
  ['a/DT/det/1 fox/NN/nsubj/2 asleep/VB/ROOT/2', 'asleep/JJ/ROOT/2'],
  ['a/DT/det/1 fox/NN/nsubj/2 asleep/VBZ/ROOT/2', ''],
  ['scarecrow/VBP/ROOT/0', 'scarecrow/NN/ROOT/0'],
  ['scarecrow/VBG/ROOT/0', ''],
  ['walk/VBP/ROOT/0', ''],
  ['building/VBG/ROOT/0', 'building/NN/ROOT/0'],
  ['painting/VBG/ROOT/0 in/IN/prep/0', 'painting/NN/ROOT/0'],
  ['drawing/VBG/ROOT/0 a/DT/det/2 bow/NN/dobj/0', ''],
  ['running/VBG/ROOT/0', ''],
  ['building/VBG/acl/0', ''],
  ['building/VBN/ROOT/0', ''],
  ['a/DT/dep/1 building/VBG/ROOT/1', ''],
  // "in a suit and tie", "carries surf boards": what is reached is a thing where it can be one.
  ['in/IN/ROOT/0 a/DT/det/2 tie/VBP/pobj/0', 'tie/NN/pobj/0'],
  ['is/VBZ/ROOT/0 a/DT/det/2 tie/VB/attr/0', 'tie/NN/attr/0'],
  ['in/IN/ROOT/0 suit/NN/pobj/0 and/CC/cc/1 tie/VB/conj/1', 'tie/NN/conj/1'],
  ['in/IN/ROOT/0 suit/JJ/pobj/0 and/CC/cc/1 tie/VB/conj/1', ''],
  ['in/IN/ROOT/0 suit/NN/attr/0 and/CC/cc/1 tie/VB/conj/1', ''],
  ['in/IN/ROOT/0 suit/NN/pobj/0 ,/,/punct/1 tie/VB/conj/1', ''],
  ['in/IN/ROOT/0 suit/NN/pobj/0 and/CC/cc/1 tie/VB/dep/1', ''],
  ['in/IN/ROOT/0 a/DT/det/2 tie/VBN/pobj/0', ''],
  ['in/IN/ROOT/0 a/DT/det/2 tie/VBP/pcomp/0', ''],
  ['in/IN/ROOT/0 they/PRP/nsubj/2 tie/VBP/pobj/0', ''],
  ['in/IN/ROOT/0 a/DT/det/2 tie/VBP/pobj/0 it/PRP/dobj/2', ''],
  // "sky above road": in front of a noun these lead to it, and are no adverbs.
  ['sky/NN/ROOT/0 above/RB/advmod/0 road/NN/ROOT/2', 'above/IN/prep/0 road/NN/pobj/1'],
  ['sky/NN/ROOT/0 above/RB/advmod/0 road/NN/pobj/1', 'above/IN/prep/0'],
  ['sky/NN/ROOT/0 above/RB/advmod/0 red/JJ/ROOT/2', ''],
  ['sky/NN/ROOT/0 above/RB/advmod/0 road/NN/dep/2', ''],
  ['sky/NN/ROOT/0 above/RB/advmod/0', ''],
  ['sky/NN/ROOT/0 slowly/RB/advmod/0 road/NN/ROOT/2', ''],
  ['sky/NN/ROOT/0 above/RB/prt/0 road/NN/ROOT/2', ''],
  ['red/JJ/ROOT/0 above/RB/advmod/0 road/NN/ROOT/2', ''],
  ['wide/JJ/ROOT/0 sky/NN/dep/0 above/RB/advmod/0 road/NN/ROOT/3', ''],
  // "beside a fire hydrant": what stands behind the noun is no quality of it but the noun.
  [
    'beside/IN/ROOT/0 a/DT/det/2 fire/NN/pobj/0 hydrant/JJ/amod/2/0.5',
    'a/DT/det/3 fire/NN/compound/3 hydrant/NN/pobj/0',
  ],
  ['sees/VBZ/ROOT/0 fire/NN/dobj/0 hydrant/JJ/amod/1/0.6', 'fire/NN/compound/2 hydrant/NN/dobj/0'],
  ['beside/IN/ROOT/0 fire/NN/pobj/0 hydrant/JJ/amod/1/0.7', ''],
  ['beside/IN/ROOT/0 fire/NN/pobj/0 hydrant/JJ/acl/1/0.5', ''],
  ['beside/IN/ROOT/0 fire/NN/attr/0 hydrant/JJ/amod/1/0.5', ''],
  ['beside/IN/ROOT/0 fires/NNS/pobj/0 hydrant/JJ/amod/1/0.5', ''],
  ['beside/IN/ROOT/0 fire/NN/pobj/0 zorb/JJ/amod/1/0.5', ''],
  ['beside/IN/ROOT/0 fire/NN/pobj/0 building/JJ/amod/1/0.5', ''],
  ['beside/IN/ROOT/0 fire/NN/pobj/0 hydrant/JJ/amod/0/0.5', ''],
  // "a teddy bear", "with a tin can": the second is no verb.
  ['a/DT/det/1 teddy/NN/nsubj/2 bear/VBP/ROOT/2', 'a/DT/det/2 teddy/NN/compound/2 bear/NN/ROOT/2'],
  ['a/DT/det/2 teddy/NN/nsubj/2 bear/VBP/dep/3 sits/VBZ/ROOT/3', 'teddy/NN/compound/2 bear/NN/nsubj/3'],
  ['with/IN/prep/3 a/DT/det/2 tin/NN/pobj/0 can/MD/ROOT/3', 'a/DT/det/3 tin/NN/compound/3 can/NN/pobj/0'],
  ['with/IN/prep/3 a/DT/det/2 tin/NN/dep/3 can/MD/ROOT/3', 'a/DT/det/3 tin/NN/compound/3 can/NN/pobj/0'],
  ['with/IN/prep/3 foxes/NNS/pobj/0 tin/NN/dep/3 can/MD/ROOT/3', 'tin/NN/compound/3 can/NN/ROOT/3'],
  ['with/IN/mark/3 a/DT/det/2 tin/NN/dep/3 can/MD/ROOT/3', 'a/DT/det/3 tin/NN/compound/3 can/NN/ROOT/3'],
  ['now/RB/advmod/3 a/DT/det/2 tin/NN/dep/3 can/MD/ROOT/3', 'a/DT/det/3 tin/NN/compound/3 can/NN/ROOT/3'],
  ['a/DT/det/2 watering/VBG/nsubj/2 can/MD/ROOT/2', 'watering/NN/compound/2 can/NN/ROOT/2'],
  ['a/DT/det/1 teddy/JJ/nsubj/2 bear/VBP/ROOT/2', ''],
  ['a/DT/det/1 teddy/NN/nsubj/2 bear/VBZ/ROOT/2', ''],
  ['a/DT/det/1 teddy/NN/nsubj/2 sits/VBP/ROOT/2', ''],
  ['a/DT/det/1 fox/NN/nsubj/2 can/MD/ROOT/2', ''],
  // "a firefighter washing soot off his face": behind somebody no noun of the two says which one.
  [
    'a/DT/det/2 firefighter/NN/compound/2 washing/NN/ROOT/2 soot/NN/dobj/2',
    'a/DT/det/1 firefighter/NN/ROOT/1 washing/VBG/acl/1',
  ],
  [
    'a/DT/det/2 firefighter/NN/compound/2 washing/VBG/ROOT/2 soot/NN/ROOT/3',
    'a/DT/det/1 firefighter/NN/ROOT/1 washing/VBG/acl/1 soot/NN/dobj/2',
  ],
  [
    'a/DT/det/2 firefighter/NN/compound/2 washing/NN/dobj/4 off/IN/prep/2 sees/VBZ/ROOT/4',
    'a/DT/det/1 firefighter/NN/dobj/4 washing/VBG/acl/1',
  ],
  ['a/DT/det/2 lamp/NN/compound/2 washing/NN/ROOT/2 soot/NN/dobj/2', ''],
  ['a/DT/det/2 firefighter/NN/amod/2 washing/NN/ROOT/2 soot/NN/dobj/2', ''],
  ['a/DT/det/2 firefighter/NN/compound/2 washing/NNS/ROOT/2 soot/NN/dobj/2', ''],
  ['a/DT/det/2 firefighter/NN/compound/2 washing/NN/ROOT/2 ,/,/punct/2', ''],
  ['a/DT/det/2 firefighter/NN/compound/2 washing/NN/ROOT/2', ''],
  ['a/DT/det/2 dog/NN/compound/2 racing/NN/ROOT/2 the/DT/det/2', 'a/DT/det/1 dog/NN/ROOT/1 racing/VBG/acl/1'],
  ['a/DT/det/2 king/NN/compound/2 sing/NN/ROOT/2 the/DT/det/2', ''],
  [
    'a/DT/det/2 firefighter/NN/compound/2 washing/NN/ROOT/2 soot/NN/dobj/4 off/IN/ROOT/4',
    'a/DT/det/1 firefighter/NN/ROOT/1 washing/VBG/acl/1',
  ],
  // "seagull stealing sandwich": in front of a thing, behind somebody, it is what they do.
  ['seagull/NN/ROOT/0 stealing/VBG/amod/2 sandwich/NN/ROOT/2', 'stealing/VBG/acl/0 sandwich/NN/dobj/1'],
  [
    'seagull/NN/compound/2 stealing/VBG/compound/2 sandwich/NN/ROOT/2',
    'seagull/NN/ROOT/0 stealing/VBG/acl/0 sandwich/NN/dobj/1',
  ],
  [
    'with/IN/ROOT/0 seagull/NN/compound/3 stealing/VBG/amod/3 sandwich/NN/pobj/0',
    'seagull/NN/pobj/0 stealing/VBG/acl/1 sandwich/NN/dobj/2',
  ],
  ['seagull/NN/compound/2 flying/VBG/amod/2 sandwich/NN/ROOT/2', ''],
  ['lamp/NN/compound/2 stealing/VBG/amod/2 sandwich/NN/ROOT/2', ''],
  ['seagull/JJ/compound/2 stealing/VBG/amod/2 sandwich/NN/ROOT/2', ''],
  ['seagull/NN/compound/2 stealing/VBN/amod/2 sandwich/NN/ROOT/2', ''],
  ['seagull/NN/compound/2 stealing/VBG/nmod/2 sandwich/NN/ROOT/2', ''],
  ['seagull/NN/compound/2 stealing/VBG/amod/2 sandwich/NN/nsubj/3 sits/VBZ/ROOT/3', ''],
  ['seagull/NN/ROOT/0 stealing/VBG/amod/0 sandwich/NN/ROOT/2', ''],
  // "jam jars", "the shop window": a noun right in front of another says which, and is no tree of its own.
  ['jam/NN/ROOT/0 jars/NNS/ROOT/1', 'jam/NN/compound/1'],
  ['a/DT/det/1 jam/NN/dobj/3 jars/NNS/dobj/3 shows/VBZ/ROOT/3', 'a/DT/det/2 jam/NN/compound/2'],
  ['a/DT/det/1 jam/NN/dobj/3 jars/NNS/nsubj/3 shows/VBZ/ROOT/3', ''],
  [
    'from/IN/ROOT/0 the/DT/det/2 shop/NN/pobj/0 window/NN/ROOT/3',
    'the/DT/det/3 shop/NN/compound/3 window/NN/pobj/0',
  ],
  [
    'sees/VBZ/ROOT/0 the/DT/det/2 shop/NN/dobj/0 window/NN/ROOT/3',
    'the/DT/det/3 shop/NN/compound/3 window/NN/dobj/0',
  ],
  ['sees/VBZ/ROOT/0 the/DT/det/2 shop/NN/attr/0 window/NN/ROOT/3', ''],
  ['from/IN/dep/3 the/DT/det/2 shop/NN/pobj/0 window/NN/ROOT/3', ''],
  ['jams/NNS/ROOT/0 jars/NNS/ROOT/1', ''],
  ['jam/NN/ROOT/0 jars/JJ/ROOT/1', ''],
  ['jam/NN/ROOT/0 painting/NN/ROOT/1', ''],
  ['jam/NN/ROOT/0 jars/NNS/dep/0', ''],
  ['jam/NN/ROOT/0 jars/NNS/ROOT/1 here/RB/advmod/0', ''],
  ['jam/NN/ROOT/0 jars/NNS/ROOT/1 lamp/NN/ROOT/2 rain/NN/ROOT/3 fog/NN/ROOT/4', ''],
  // "the red bear dances", "a mech kneeling in": what stands in front of a verb as if it were a part of it is who does it.
  [
    'the/DT/det/3 red/JJ/amod/3 bear/NN/compound/3 dances/VBZ/ROOT/3',
    'the/DT/det/2 red/JJ/amod/2 bear/NN/nsubj/3',
  ],
  ['his/PRP$/poss/2 bear/NN/nmod/2 dances/VBZ/ROOT/2', 'his/PRP$/poss/1 bear/NN/nsubj/2'],
  ['the/DT/det/2 bear/NN/dep/2 dances/VBZ/ROOT/2', ''],
  ['the/DT/det/2 bear/JJ/nmod/2 dances/VBZ/ROOT/2', ''],
  ['the/DT/det/2 bear/NN/compound/2 dances/NNS/ROOT/2', ''],
  ['it/PRP/nsubj/2 bear/NN/compound/2 dances/VBZ/ROOT/2', ''],
  ['dances/VBZ/ROOT/0 bear/NN/compound/0', ''],
  ['mech/NN/compound/1 kneeling/VBG/ROOT/1 in/IN/prep/1', 'mech/NN/nsubj/1'],
  ['mech/NN/compound/1 kneeling/VBG/ROOT/1', 'mech/NN/nsubj/1'],
  ['mech/NN/compound/1 kneeling/VBG/ROOT/1 lamps/NNS/dobj/1', ''],
  ['mech/NN/compound/1 kneeling/VBG/dep/1 in/IN/prep/1', ''],
  ['mech/NN/compound/2 old/JJ/amod/2 kneeling/VBG/ROOT/2 in/IN/prep/2', ''],
  // "deck chairs | fly": right before a verb that nobody does stands who does it.
  ['deck/NN/compound/1 chairs/NNS/ROOT/1 fly/VBP/ROOT/2', 'chairs/NNS/nsubj/2'],
  ['chair/NN/ROOT/0 flies/VBZ/ROOT/1', 'chair/NN/nsubj/1'],
  ['chair/NN/ROOT/0 fly/VBP/ROOT/1', ''],
  ['chairs/NNS/ROOT/0 flies/VBZ/ROOT/1', ''],
  ['chair/NN/ROOT/0 flew/VBD/ROOT/1', ''],
  ['chair/NN/dep/0 flies/VBZ/ROOT/1', ''],
  ['chair/NN/ROOT/0 flies/VBZ/aux/1', ''],
  ['chair/NN/ROOT/0 flies/VBZ/dep/1', 'chair/NN/nsubj/1'],
  ['chair/JJ/ROOT/0 flies/VBZ/ROOT/1', ''],
  ['chair/NN/ROOT/0 flies/VBZ/ROOT/1 he/PRP/nsubj/1', ''],
  ['chair/NN/ROOT/0 flies/VBZ/ROOT/1 there/EX/expl/1', ''],
  ['chair/NN/ROOT/0 now/RB/advmod/2 flies/VBZ/ROOT/2', ''],
  ['flies/VBZ/ROOT/0', ''],
  // "on the wall a boy has scratched": of two that one preposition reaches the second does it.
  [
    'on/IN/prep/5 wall/NN/pobj/0 a/DT/det/3 boy/NN/pobj/0 has/VBZ/aux/5 scratched/VBN/ROOT/5',
    'boy/NN/nsubj/5',
  ],
  ['on/IN/prep/4 wall/NN/pobj/0 a/DT/det/3 boy/NN/pobj/0 scratches/VBZ/ROOT/4', 'boy/NN/nsubj/4'],
  ['on/IN/prep/5 wall/NN/pobj/0 a/DT/det/3 boy/NN/pobj/0 had/VBD/aux/5 scratched/VBN/ROOT/5', ''],
  ['on/IN/prep/5 wall/NN/pobj/0 a/DT/det/3 boy/NN/pobj/0 have/VBP/aux/5 scratched/VBN/ROOT/5', ''],
  ['on/IN/prep/5 wall/NN/pobj/0 or/CC/cc/0 a/DT/det/4 boy/NN/pobj/0 scratches/VBZ/ROOT/5', ''],
  ['on/IN/prep/4 wall/NN/attr/0 a/DT/det/3 boy/NN/pobj/0 scratches/VBZ/ROOT/4', ''],
  ['on/IN/prep/4 wall/NN/pobj/0 and/CC/cc/1 boy/NN/pobj/0 scratches/VBZ/ROOT/4', ''],
  ['on/IN/prep/4 wall/NN/pobj/0 a/DT/det/3 boy/NN/dobj/0 scratches/VBZ/ROOT/4', ''],
  // "a robot is stuck in a snowdrift": what the parser takes for a quality of nobody is done to the robot.
  [
    'robot/NN/nsubj/2 is/VBZ/ROOT/1 stuck/VBN/acomp/1 here/RB/advmod/1',
    'is/VBZ/auxpass/2 stuck/VBN/ROOT/2 here/RB/advmod/2',
  ],
  [
    'robots/NNS/nsubjpass/2 are/VBP/conj/3 stuck/VBN/attr/1 sits/VBZ/ROOT/3',
    'are/VBP/auxpass/2 stuck/VBN/conj/3',
  ],
  ['robot/NN/nsubj/2 is/VBZ/ROOT/1 stuck/VBN/dep/1', ''],
  ['robot/NN/nsubj/2 is/VBZ/ROOT/1 stuck/JJ/acomp/1', ''],
  ['robot/NN/nsubj/2 gets/VBZ/ROOT/1 stuck/VBN/acomp/1', ''],
  ['robot/NN/nsubj/1 is/VBZ/ROOT/1 stuck/VBN/acomp/1', ''],
  ['robot/NN/dep/2 is/VBZ/ROOT/1 stuck/VBN/acomp/1', ''],
  ['robot/NN/nsubj/1 stuck/VBN/acomp/2 is/VBZ/ROOT/2', ''],
  // "robot watering tomato plants": a deed that was taken for a thing, but not where it names one with what is beside it.
  [
    'robot/NN/ROOT/0 watering/NN/ROOT/1 tomato/NN/compound/3 plants/NNS/ROOT/3',
    'watering/VBG/acl/0 plants/NNS/dobj/1',
  ],
  ['gardener/NN/ROOT/0 watering/NN/ROOT/1 can/NN/ROOT/2', 'watering/NN/compound/2'],
  ['robot/NN/nsubj/2 is/VBZ/ROOT/1 stuck/VBN/acomp/1 it/PRP/nsubj/1', ''],
])('“%s”: %s', (text, moved) => {
  const one = tagged(text);
  expect(changed(one, mended(one.words, one.arcs, dictionary))).toBe(moved);
});

it.each<readonly [parsed: string, moved: string]>([
  ['shelves/NNS packed/VBD with/IN books/NNS', 'packed/VBN/dep/0'],
  ['shelves/NNS packed/VBD', 'packed/VBN/dep/0'],
  ['shelves/NNS packed/VBD up/RP', 'packed/VBN/dep/0'],
  ['shelves/NNS nailed/VBD to/TO walls/NNS', 'nailed/VBN/dep/0'],
  ['lamps/NNS hung/VBD low/RB', 'hung/VBN/dep/0'],
  ['lamps/NNS hung/VBD here/RB', ''],
  ['lamps/NNS hung/VBZ from/IN walls/NNS', ''],
  ['boys/NNS ran/VBD to/TO walls/NNS', ''],
  ['edged/JJ walls/NNS fell/VBD', ''],
  ['a/DT boy/NN packed/VBD with/IN it/PRP/dobj/2', ''],
  ['had/VBD/aux/1 packed/VBD with/IN', ''],
  ['was/VBD/auxpass/1 packed/VBD with/IN', ''],
  ['boy/NN/nsubj/1 packed/VBD with/IN', 'packed/VBN/dep/0'],
])('of what is told of now, “%s”: %s', (text, moved) => {
  const one = tagged(text);
  expect(changed(one, withParticiples(one.words, one.arcs))).toBe(moved);
});

describe('sentences', () => {
  /** What a parser makes of each sentence, and how often it is asked. */
  const asked = async (sentence: string, answers: readonly string[]) => {
    const known = new Map<string, readonly Arc[]>();
    for (const { words, arcs } of answers.map(tagged))
      known.set(words.map(({ text }) => text).join(' '), arcs);
    const calls: string[] = [];
    const parse = async (lists: readonly (readonly string[])[]) => {
      calls.push(lists.map((list) => list.join(' ')).join(' | '));
      return lists.map((list) => known.get(list.join(' ')) ?? []);
    };
    const [whole] = await wholeSentences([wordsOf(sentence)], parse, dictionary);
    const read = whole?.words.map(({ text }, i) => `${text}/${whole.arcs[i]?.tag}`).join(' ');
    return { read, calls };
  };

  it('are parsed once where nothing is in doubt', async () => {
    expect(await asked('the fox sits', ['the/DT fox/NN sits/VBZ'])).toEqual({
      read: 'the/DT fox/NN sits/VBZ',
      calls: ['the fox sits'],
    });
  });

  const DOUBTED = 'the/DT/dep/0/0.4 lamp/NN/dep/0/0.4 scrambles/NNS/dep/0/0.4';
  it.each<readonly [sure: number, label: string, verb: string]>([
    [0.9, 'nsubj', 'sits/VBZ'],
    [0.9, 'dep', 'scrambles/NNS'],
    [0.3, 'nsubj', 'scrambles/NNS'],
  ])(
    'are read as a plainer verb has it where the parser is surer of that: %d, %s',
    async (sure, label, verb) => {
      const shown = `the/DT/det/1/${sure} lamp/NN/${label}/2/${sure} sits/VBZ/ROOT/2/${sure}`;
      expect(await asked('the lamp scrambles', [DOUBTED, shown])).toEqual({
        read: `the/DT lamp/NN ${verb}`,
        calls: ['the lamp scrambles', 'the lamp sits'],
      });
    },
  );

  it('are read as the surest of several has them', async () => {
    const sentence = 'the lamp scrambles , the lamp scrambles';
    const first = 'the/DT lamp/NN scrambles/NNS/dep/0/0.4 ,/, the/DT lamp/NN scrambles/NNS/dep/0/0.4';
    const one = (sure: number) =>
      `the/DT lamp/NN/nsubj/2 sits/VBZ/dep/0/${sure} ,/, the/DT lamp/NN scrambles/NNS`;
    const other = (sure: number) =>
      `the/DT lamp/NN scrambles/NNS ,/, the/DT lamp/NN/nsubj/6 sits/VBZ/dep/0/${sure}`;
    const read = async (a: number, b: number) => (await asked(sentence, [first, one(a), other(b)])).read;
    expect(await read(0.8, 0.9)).toMatch(/scrambles.*sits/);
    expect(await read(0.9, 0.8)).toMatch(/sits.*scrambles/);
  });

  it('are parsed again with a verb in the place of one that was taken for a noun', async () => {
    const answers = [
      'the/DT knight/NN kneels/NNS before/IN it/PRP',
      'the/DT knight/NN sits/VBZ before/IN it/PRP',
    ];
    expect(await asked('the knight kneels before it', answers)).toEqual({
      read: 'the/DT knight/NN sits/VBZ before/IN it/PRP',
      calls: ['the knight kneels before it', 'the knight sits before it'],
    });
  });
});
