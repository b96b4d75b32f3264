import { describe, expect, it } from 'vitest';
import type { CastMember } from '../entities.js';
import type { ReadClaim } from '../read-claim.js';
import { readDescription, readWithPeople } from './describe.js';
import { Dictionary } from './dictionary.js';
import { keptKnowledge } from './testing/kept-arcs.js';
import { tagged } from './testing/tagged.js';

const CAST: CastMember[] = [
  { name: 'Mira', aliases: [], noun: 'girl', statements: ['a girl in a red coat'] },
  { name: 'Tom', aliases: ['the keeper'], noun: 'old man', statements: ['an old man in a blue coat'] },
];

/** A claim with its words in the description, the claims that it hangs on, and whose canon says it. */
function written(
  { kind, text, negated, span, parents, canonOf }: ReadClaim,
  all: readonly ReadClaim[],
  of: string,
): string {
  const words = span ? ` “${of.slice(...span)}”` : '';
  const hung = parents.length > 0 ? ` of ${parents.map((parent) => all[parent]?.text).join(' and ')}` : '';
  return `${kind}: ${negated ? 'not ' : ''}${text}${words}${hung}${canonOf ? ` (${canonOf})` : ''}`;
}

describe('all that a description says', () => {
  const knowledge = keptKnowledge(import.meta.url);

  it.each<[description: string, people: number | null, claims: readonly string[]]>([
    [
      'A fox in a snowy forest.',
      0,
      [
        'entity: a fox “A fox”',
        'weather: in snow “in a snowy”',
        'place: in a forest “forest”',
        'attribute: a snowy forest “a snowy forest” of in a forest',
        'relation: a fox in a forest “in a snowy forest” of a fox and in a forest',
      ],
    ],
    [
      'A girl sings. Another girl holds a lamp.',
      2,
      [
        'entity: a girl “A girl”',
        'action: a girl singing “sings” of a girl',
        'entity: a lamp “a lamp”',
        'relation: a girl holding a lamp “holds a lamp” of a girl and a lamp',
      ],
    ],
    [
      'A fox not in a forest.',
      0,
      [
        'entity: a fox “A fox”',
        'place: not in a forest “in a forest”',
        'relation: not a fox in a forest “in a forest” of a fox and in a forest',
      ],
    ],
    [
      'Not in a forest, a fox waits.',
      0,
      [
        'place: not in a forest “in a forest”',
        'entity: a fox “a fox”',
        'relation: not a fox in a forest “in a forest” of a fox and in a forest',
        'action: a fox waiting “waits” of a fox',
      ],
    ],
    [
      'A sunny day, a fox sleeps.',
      0,
      ['time: by day “A sunny day”', 'entity: a fox “a fox”', 'action: a fox sleeping “sleeps” of a fox'],
    ],
    [
      'Numbers 12 and 7 hang on the doors.',
      null,
      [
        'text: the words “12” “Numbers 12”',
        'entity: doors “the doors”',
        'phrase: Numbers 12 and 7 hang on the doors “Numbers 12 and 7 hang on the doors”',
      ],
    ],
    [
      'A door with the number 12, 3 foxes.',
      null,
      [
        'entity: a door “A door”',
        'entity: a number 12 “the number 12”',
        'relation: a door with a number 12 “with the number 12” of a door and a number 12',
        'text: the words “12” “number 12”',
        'entity: foxes “3 foxes”',
        'count: three foxes “3 foxes” of foxes',
      ],
    ],
    [
      'A fox runs. A fox runs in the rain.',
      0,
      ['entity: a fox “A fox”', 'action: a fox running “runs” of a fox', 'weather: in rain “in the rain”'],
    ],
    [
      'A sign reads "OPEN". A girl waits.',
      1,
      [
        'entity: a sign “A sign”',
        'text: the words “OPEN” “"OPEN"”',
        'entity: a girl “A girl”',
        'action: a girl waiting “waits” of a girl',
      ],
    ],
    [
      '1girl, red coat, boots, a lantern',
      1,
      [
        'entity: a girl “1girl”',
        'attribute: a girl in a red coat “red coat” of a girl',
        'attribute: a girl in boots “boots” of a girl',
        'entity: a lantern “a lantern”',
      ],
    ],
    [
      'Tom and Mira wait in an old mill.',
      2,
      [
        'entity: an old man “Tom”',
        'attribute: an old man in a blue coat “Tom” of an old man (Tom)',
        'entity: a girl “Mira”',
        'attribute: a girl in a red coat “Mira” of a girl (Mira)',
        'place: in a mill “in an old mill”',
        'attribute: an old mill “an old mill” of in a mill',
        'action: an old man waiting in a mill “wait in an old mill” of an old man and in a mill',
        'relation: an old man in a mill “in an old mill” of an old man and in a mill',
        'action: a girl waiting in a mill “wait in an old mill” of a girl and in a mill',
        'relation: a girl in a mill “in an old mill” of a girl and in a mill',
      ],
    ],
    [
      'Mira waits, no people behind her.',
      1,
      [
        'entity: a girl “Mira”',
        'attribute: a girl in a red coat “Mira” of a girl (Mira)',
        'action: a girl waiting “waits” of a girl',
      ],
    ],
    [
      'INT. OLD MILL - NIGHT. Mira waits by a lamp.',
      1,
      [
        'place: in a mill “OLD MILL”',
        'attribute: an old mill “OLD MILL” of in a mill',
        'time: at night “NIGHT”',
        'entity: a girl “Mira”',
        'attribute: a girl in a red coat “Mira” of a girl (Mira)',
        'entity: a lamp “a lamp”',
        'action: a girl waiting next to a lamp “waits by a lamp” of a girl and a lamp',
        'relation: a girl next to a lamp “by a lamp” of a girl and a lamp',
      ],
    ],
    [
      'At night, CU of a fox, then WS of it by day.',
      0,
      [
        'time: at night “At night”',
        'framing: a close-up “CU of”',
        'entity: a fox “a fox”',
        'framing: a wide shot “WS of”',
        'time: by day “by day”',
      ],
    ],
    [
      'Three girls and a dog on a bridge.',
      3,
      [
        'entity: girls “Three girls”',
        'count: three girls “Three girls” of girls',
        'entity: a dog “a dog”',
        'place: on a bridge “on a bridge”',
        'relation: a dog on a bridge “on a bridge” of a dog and on a bridge',
        'relation: girls on a bridge “on a bridge” of girls and on a bridge',
      ],
    ],
    [
      'A crowded street with a man.',
      null,
      [
        'place: on a street “A crowded street”',
        'attribute: a crowded street “A crowded street” of on a street',
        'entity: a man “a man”',
        'relation: a street with a man “with a man” of on a street and a man',
      ],
    ],
    [
      'A boy wishes he had a boat.',
      null,
      ['entity: a boy “A boy”', 'phrase: A boy wishes he had a boat “A boy wishes he had a boat”'],
    ],
    [
      'A boy without a coat, without the rain.',
      1,
      [
        'entity: a boy “A boy”',
        'attribute: not a boy in a coat “a coat” of a boy',
        'weather: not in rain “the rain”',
      ],
    ],
    [
      'no humans, empty street, a cat',
      null,
      [
        'place: on a street “empty street”',
        'attribute: an empty street “empty street” of on a street',
        'entity: a cat “a cat”',
        'count: no people',
      ],
    ],
    [
      'An empty café. A lamp glows.',
      null,
      [
        'place: in a café “An empty café”',
        'attribute: an empty café “An empty café” of in a café',
        'entity: a lamp “A lamp”',
        'action: a lamp glowing “glows” of a lamp',
        'count: no people',
      ],
    ],
    [
      'A hand holds a cup. A bird sings.',
      null,
      [
        'entity: a hand “A hand”',
        'entity: a cup “a cup”',
        'relation: a hand holding a cup “holds a cup” of a hand and a cup',
        'entity: a bird “A bird”',
        'action: a bird singing “sings” of a bird',
      ],
    ],
    [
      'A hand reaches for a man.',
      1,
      [
        'entity: a hand “A hand”',
        'entity: a man “a man”',
        'action: a hand reaching for a man “reaches for a man” of a hand and a man',
      ],
    ],
    ['A robot and a barista.', 1, ['entity: a robot “A robot”', 'entity: a barista “a barista”']],
    [
      '(solo), a boy in a hat',
      null,
      ['entity: a boy “a boy”', 'attribute: a boy in a hat “a hat” of a boy', 'count: one person'],
    ],
    ['A boy, solo. A lamp.', null, ['entity: a boy “A boy”', 'entity: a lamp “A lamp”', 'count: one person']],
    [
      'A busy market. Tom smiles.',
      null,
      [
        'place: in a market “A busy market”',
        'attribute: a busy market “A busy market” of in a market',
        'entity: an old man “Tom”',
        'attribute: an old man in a blue coat “Tom” of an old man (Tom)',
        'action: an old man smiling “smiles” of an old man',
      ],
    ],
    [
      "Tom's coat hangs by the door.",
      1,
      [
        'entity: an old man “Tom”',
        'attribute: an old man in a blue coat “Tom” of an old man (Tom)',
        'entity: a coat “coat”',
        'entity: a door “the door”',
        'action: a coat hanging next to a door “hangs by the door” of a coat and a door',
        'relation: a coat next to a door “by the door” of a coat and a door',
      ],
    ],
    ['A house never in the snow.', 0, ['entity: a house “A house”', 'weather: not in snow “in the snow”']],
    [
      'A fox sleeps in the rain in an old barn.',
      0,
      [
        'entity: a fox “A fox”',
        'weather: in rain “in the rain”',
        'place: in a barn “in an old barn”',
        'attribute: an old barn “an old barn” of in a barn',
        'action: a fox sleeping in a barn “sleeps in the rain in an old barn” of a fox and in a barn',
        'relation: a fox in a barn “in an old barn” of a fox and in a barn',
      ],
    ],
    [
      'A misty morning in a village by a lake.',
      0,
      [
        'weather: in fog “A misty”',
        'time: in the morning “morning”',
        'place: in a village “in a village”',
        'entity: a lake “a lake”',
        'relation: a village next to a lake “by a lake” of in a village and a lake',
      ],
    ],
    [
      'A cup with "Mira" on it, "Tom" below.',
      0,
      ['entity: a cup “A cup”', 'text: the words “Mira” “"Mira"”', 'text: the words “Tom” “"Tom"”'],
    ],
    [
      'A cat sits on a chair. A cat sits on a chair by night.',
      0,
      [
        'entity: a cat “A cat”',
        'entity: a chair “a chair”',
        'action: a cat sitting on a chair “sits on a chair” of a cat and a chair',
        'relation: a cat on a chair “on a chair” of a cat and a chair',
        'time: at night “by night”',
      ],
    ],
    [
      'Over the hills at dawn, a red kite flies.',
      0,
      [
        'entity: hills “the hills”',
        'time: at sunrise “at dawn”',
        'entity: a kite “a red kite”',
        'attribute: a red kite “a red kite” of a kite',
        'relation: a kite over hills “Over the hills” of a kite and hills',
        'action: a kite flying “flies” of a kite',
      ],
    ],
    [
      'At night, a fox in a snowy forest in the rain.',
      0,
      [
        'time: at night “At night”',
        'entity: a fox “a fox”',
        'weather: in snow “in a snowy”',
        'place: in a forest “forest”',
        'attribute: a snowy forest “a snowy forest” of in a forest',
        'relation: a fox in a forest “in a snowy forest” of a fox and in a forest',
        'weather: in rain “in the rain”',
      ],
    ],
    [
      'At night a fox sleeps. At night an owl hunts.',
      0,
      [
        'time: at night “At night”',
        'entity: a fox “a fox”',
        'action: a fox sleeping “sleeps” of a fox',
        'entity: an owl “an owl”',
        'action: an owl hunting “hunts” of an owl',
      ],
    ],
    [
      'A fox sleeps, not at night. At night an owl hunts.',
      0,
      [
        'entity: a fox “A fox”',
        'action: a fox sleeping “sleeps” of a fox',
        'time: not at night “at night”',
        'time: at night “At night”',
        'entity: an owl “an owl”',
        'action: an owl hunting “hunts” of an owl',
      ],
    ],
    [
      'A fox waits, not  at night, never a  close-up.',
      0,
      [
        'entity: a fox “A fox”',
        'action: a fox waiting “waits” of a fox',
        'time: not at night “at night”',
        'framing: not a close-up “a  close-up”',
      ],
    ],
    [
      'A fox without  the  rain, no   fog.',
      0,
      ['entity: a fox “A fox”', 'weather: not in rain “the  rain”', 'weather: not in fog “fog”'],
    ],
    ['no human, a cat', null, ['entity: a cat “a cat”', 'count: no people']],
    [
      'no figures, empty  street, a cat',
      null,
      [
        'place: on a street “empty  street”',
        'attribute: an empty street “empty  street” of on a street',
        'entity: a cat “a cat”',
        'count: no people',
      ],
    ],
    ['a boy\nsolo\na lamp', null, ['entity: a boy “a boy”', 'entity: a lamp “a lamp”', 'count: one person']],
    ['1boy , solo , lamp', null, ['entity: a boy “1boy”', 'entity: a lamp “lamp”', 'count: one person']],
    ['A forest at night.', null, ['place: in a forest “A forest”', 'time: at night “at night”']],
    [
      'Many firefighters and a girl.',
      null,
      ['entity: firefighters “Many firefighters”', 'entity: a girl “a girl”'],
    ],
    [
      'Mira in a red coat waits.',
      1,
      [
        'entity: a girl “Mira”',
        'attribute: a girl in a red coat “a red coat” of a girl',
        'action: a girl waiting “waits” of a girl',
      ],
    ],
    [
      'An overcast day, a fox sleeps.',
      0,
      [
        'weather: under a cloudy sky “An overcast day”',
        'time: by day “An overcast day”',
        'entity: a fox “a fox”',
        'action: a fox sleeping “sleeps” of a fox',
      ],
    ],
    ['One day a fox sleeps.', 0, ['entity: a fox “a fox”', 'action: a fox sleeping “sleeps” of a fox']],
    [
      'A fox in a  forest, by  a lake.',
      0,
      [
        'entity: a fox “A fox”',
        'place: in a forest “in a  forest”',
        'relation: a fox in a forest “in a  forest” of a fox and in a forest',
        'entity: a lake “a lake”',
        'relation: a fox next to a lake “by  a lake” of a fox and a lake',
      ],
    ],
    [
      'EMPTY STREET, a cat',
      null,
      [
        'place: on a street “EMPTY STREET”',
        'attribute: an empty street “EMPTY STREET” of on a street',
        'entity: a cat “a cat”',
        'count: no people',
      ],
    ],
    [
      "Close-up of Mira's hand as she tries to remember.",
      null,
      [
        'framing: a close-up “Close-up of”',
        'entity: a girl “Mira”',
        'attribute: a girl in a red coat “Mira” of a girl (Mira)',
        "phrase: Mira's hand as she tries to remember “Mira's hand as she tries to remember”",
      ],
    ],
    [
      "At night Mira's eyes, wide as plates.",
      null,
      [
        'time: at night “At night”',
        'entity: a girl “Mira”',
        'attribute: a girl in a red coat “Mira” of a girl (Mira)',
        "phrase: Mira's eyes, wide as plates “Mira's eyes, wide as plates”",
      ],
    ],
    [
      "the keeper's hand would have shaken.",
      null,
      [
        'entity: an old man “the keeper”',
        'attribute: an old man in a blue coat “the keeper” of an old man (Tom)',
        "phrase: the keeper's hand would have shaken “the keeper's hand would have shaken”",
      ],
    ],
    [
      'Mira’s eyes, wide as plates.',
      null,
      [
        'entity: a girl “Mira”',
        'attribute: a girl in a red coat “Mira” of a girl (Mira)',
        'phrase: Mira’s eyes, wide as plates “Mira’s eyes, wide as plates”',
      ],
    ],
    [
      'WS of fog over a lake.',
      0,
      [
        'framing: a wide shot “WS of”',
        'entity: fog “fog”',
        'entity: a lake “a lake”',
        'relation: fog over a lake “over a lake” of fog and a lake',
      ],
    ],
  ])('“%s” names %s people', async (description, people, said) => {
    const { claims, peopleNamed } = await readWithPeople(description, CAST, knowledge);
    expect(claims.map((claim) => written(claim, claims, description))).toEqual(said);
    expect(peopleNamed).toBe(people);
  });
});

const WORDS = Dictionary.of('boat\n\n\nsing walk\n\n\n');

/** Of deeds of which the parser is not sure where they are done. */
it.each<[sentence: string, claims: readonly string[]]>([
  [
    'a/DT/det/1 girl/NN/nsubj/2 walks/VBZ/ROOT/2 by/IN/prep/2/0.1 a/DT/det/5 hut/NN/pobj/3',
    ['entity: a girl', 'action: a girl walking', 'entity: a hut', 'phrase: a girl walks by a hut'],
  ],
  [
    'a/DT/det/1 girl/NN/nsubj/2 walks/VBZ/ROOT/2 by/IN/prep/2 a/DT/det/5 boat/NN/pobj/3 near/IN/prep/2/0.1 a/DT/det/8 hut/NN/pobj/6',
    [
      'entity: a girl',
      'entity: a boat',
      'action: a girl walking next to a boat',
      'relation: a girl next to a boat',
      'entity: a hut',
      'phrase: a girl walks by a boat near a hut',
    ],
  ],
  [
    'a/DT/det/1 girl/NN/nsubj/2 walks/VBZ/ROOT/2 by/IN/prep/2 a/DT/det/5 boat/NN/pobj/3 and/CC/cc/2 sings/VBZ/conj/2 near/IN/prep/7/0.1 a/DT/det/10 hut/NN/pobj/8',
    [
      'entity: a girl',
      'entity: a boat',
      'action: a girl walking next to a boat',
      'relation: a girl next to a boat',
      'action: a girl singing',
      'entity: a hut',
      'phrase: a girl walks by a boat and sings near a hut',
    ],
  ],
])('of “%s” what is sure is taken apart', async (sentence, said) => {
  const { words, arcs } = tagged(sentence);
  const text = words.map((word) => word.text).join(' ');
  const claims = await readDescription(text, [], { dictionary: WORDS, parse: async () => [arcs] });
  expect(claims.map((claim) => `${claim.kind}: ${claim.text}`)).toEqual(said);
});
