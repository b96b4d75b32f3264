import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ReadClaim } from '../read-claim.js';
import { loadReading, readDescription, readWithPeople } from './index.js';
import type { Knowledge } from './read.js';

const folder = fileURLToPath(new URL('../../../../models/reading/files', import.meta.url));
const cast = [
  { name: 'Mira', aliases: [], noun: 'girl', statements: ['a girl in a red coat'] },
  { name: 'Tom', aliases: ['the keeper'], noun: 'old man', statements: ['an old man in a blue coat'] },
];
let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await loadReading(folder);
});

const said = (claims: readonly ReadClaim[]): string[] =>
  claims
    .filter(({ weight }) => weight === 1)
    .map(({ kind, text, negated }) => `${kind}: ${negated ? 'not ' : ''}${text}`);

describe('readDescription', () => {
  it.each([
    [
      'A small green elephant behind a large red mouse.',
      [
        'entity: an elephant',
        'attribute: a green elephant',
        'entity: a mouse',
        'attribute: a red mouse',
        'relation: an elephant behind a mouse',
      ],
    ],
    [
      'A girl in a red coat and blue boots walks through a forest at night.',
      [
        'attribute: a girl in a red coat',
        'attribute: a girl in blue boots',
        'action: a girl walking through a forest',
        'place: in a forest',
        'time: at night',
      ],
    ],
    [
      'Two dogs sit to the left of a boy.',
      ['count: two dogs', 'action: dogs sitting to the left of a boy', 'relation: dogs to the left of a boy'],
    ],
    ['A harbour without any boats.', ['entity: not boats']],
    ['A group of soldiers on a bridge.', ['entity: soldiers', 'place: on a bridge']],
    [
      '1girl, red coat, boots, lantern, wide shot',
      [
        'attribute: a girl in a red coat',
        'attribute: a girl in boots',
        'entity: a lantern',
        'framing: a wide shot',
      ],
    ],
    // Heads, compounds, and who stands where.
    ['PANEL 2. A fox sits on jam jars.', ['entity: jam jars', 'relation: a fox on jam jars']],
    ['LENA (30s, a scar on her cheek) crawls through a vent.', ['action: a person crawling through a vent']],
    [
      'A boy in a green coat on the left, a dog on the right.',
      ['attribute: a boy in a green coat', 'relation: a boy on the left', 'relation: a dog on the right'],
    ],
    ['Rain streaks the window.', ['action: rain streaking a window', 'weather: in rain']],
    ['Close on a kettle. Harsh sunlight.', ['framing: a close-up', 'attribute: in harsh light']],
    // Short sentences in the present.
    [
      'The red bear dances in front of the lantern.',
      ['entity: a bear', 'action: a bear dancing in front of a lantern'],
    ],
    ['A man waits.', ['action: a man waiting']],
    [
      'A vet kneels beside a foal.',
      ['entity: a vet', 'action: a vet kneeling next to a foal', 'relation: a vet next to a foal'],
    ],
    [
      'A girl and a boy wait by a door.',
      [
        'action: a girl waiting next to a door',
        'action: a boy waiting next to a door',
        'relation: a boy next to a door',
      ],
    ],
    ['Two dogs bark while a cat sleeps.', ['action: dogs barking', 'action: a cat sleeping']],
    [
      'A fox in the woods, a boat at the docks.',
      ['place: in the woods', 'relation: a fox in woods', 'place: on the docks'],
    ],
    ['A rope hangs from and over a beam.', ['relation: a rope over a beam']],
    [
      'A cat sits between a girl and a dog.',
      ['action: a cat sitting between a girl and a dog', 'relation: a cat between a girl and a dog'],
    ],
    ['A boy throws a spoon onto the floor.', ['action: a boy throwing spoon onto a floor']],
    [
      'A girl sits. Behind her stands a man.',
      ['action: a man standing behind a girl', 'relation: a man behind a girl'],
    ],
    ['shelves packed with books, girl waves', ['action: shelves packed with books']],
    [
      'A girl walked along a beach. She waved and a man called. They stopped.',
      ['action: a girl walking along a beach'],
    ],
    ['A crater full of ice.', ['relation: a crater full of ice']],
    ['A tree next to a house.', ['relation: a tree next to a house']],
    ['building behind person, tree', ['relation: a building behind a person']],
    ['In the background there are trees.', ['entity: trees', 'relation: trees in the background']],
    [
      'A kitchen with a stove, a shelf and wooden cabinets.',
      ['relation: a kitchen with a shelf', 'attribute: wooden cabinets'],
    ],
    ['A kitchen with a cat and white walls.', ['attribute: white walls']],
    [
      'A man with a beard, glasses and a hat is standing behind a counter.',
      ['attribute: a man with glasses', 'action: a man standing behind a counter'],
    ],
    ['An elephant with its trunk wrapped around a log.', ['action: a trunk wrapped around a log']],
    ['A picture hangs above the stove.', ['action: a picture hanging above a stove']],
    ['Two pictures hang above the stove.', ['count: two pictures', 'action: pictures hanging above a stove']],
    ['A teddy bear in a basket.', ['entity: a teddy bear', 'relation: a teddy bear in a basket']],
    ['a tiny house on a beach, waves behind it', ['entity: waves', 'relation: waves behind a house']],
    [
      'skull with flowers growing out of it, surrounded by butterflies',
      ['action: butterflies surrounding a skull'],
    ],
    ['A child ties the ribbons of a box.', ['relation: ribbons of a box']],
    [
      'Sunlight falls through blinds onto a stack of white letters.',
      ['action: sunlight falling onto a stack of letters'],
    ],
    ['A fountain shaped like a lion.', ['attribute: a fountain shaped like a lion']],
    ['giant mech kneeling in ruined city', ['entity: a mech', 'action: a mech kneeling in a city']],
    [
      'A nurse smiles, autumn leaves scattered around her.',
      ['action: autumn leaves scattered around a nurse'],
    ],
    ['A wedding ring glints on a finger.', ['action: a wedding ring glinting on a finger']],
    ['A chef with rolled-up sleeves.', ['attribute: rolled-up sleeves']],
    ['tiny bookshop, spiral staircase', ['attribute: a spiral staircase']],
    ['A shepherd leads nine sheep.', ['count: nine sheep']],
    ['a half empty glass', ['attribute: a half empty glass']],
    [
      'Three children and a goat stand around a well, peering into it.',
      ['action: children peering into a well'],
    ],
    [
      'A night watchman waits in front of a foggy mirror.',
      ['entity: a night watchman', 'attribute: a foggy mirror'],
    ],
    ['A man asleep in a chair.', ['attribute: an asleep man']],
    [
      'A cat, a dog, and a bird sit in a row.',
      ['action: a cat sitting in a row', 'action: a bird sitting in a row'],
    ],
    ['A girl does not wear a red coat.', ['attribute: not a girl in a red coat']],
    ['A girl without a red coat.', ['attribute: not a girl in a red coat']],
    ['The lamps are lit.', ['attribute: lit lamps']],
    ['Tom’s hand holds a cup.', ['relation: a person holding a cup']],
    ['A man, facing left.', ['relation: a man facing left']],
    ['A girl walks through a snowy village.', ['weather: in snow', 'attribute: a snowy village']],
    ['Pip the bunny sits on a rug.', ['entity: a bunny', 'relation: a bunny on a rug']],
    ['Two moons over a hill.', ['count: two moons']],
    [
      'A poster with the words “Lost cat” on a wall.',
      ['relation: a poster on a wall', 'text: the words “Lost cat”'],
    ],
    ['A lantern held by a girl.', ['relation: a girl holding a lantern']],
    [
      'A bottle with a planet inside it.',
      ['relation: a planet in a bottle', 'relation: a bottle with a planet'],
    ],
    [
      'In the background, a red boat.',
      ['entity: a boat', 'attribute: a red boat', 'relation: a boat in the background'],
    ],
    // What stands before whom it is said of, and doers behind their verbs.
    [
      'On the left a girl in a coat, on the right a fox; between them a lantern.',
      [
        'relation: a girl on the left',
        'relation: a fox on the right',
        'relation: a lantern between a girl and a fox',
      ],
    ],
    [
      'Beneath the bridge a man sleeps on a bench.',
      ['relation: a man under a bridge', 'action: a man sleeping on a bench'],
    ],
    [
      'Between a stack of books and a globe sits a mouse.',
      ['action: a mouse sitting between a stack of books and a globe'],
    ],
    [
      'A doll lies on a rug; behind it, in the doorway, stands a boy.',
      ['relation: a boy behind a doll', 'relation: a boy in a doorway', 'action: a boy standing'],
    ],
    [
      'A scarecrow dressed in a torn tuxedo points toward a barn.',
      ['action: a scarecrow pointing toward a barn'],
    ],
    [
      'A man in a hat and a woman in a dress dance under a tree.',
      ['action: a man dancing under a tree', 'action: a woman dancing under a tree'],
    ],
    // Sides.
    [
      'A boy waits, not on the left but on the right of a door.',
      ['relation: not a boy on the left', 'relation: a boy to the right of a door'],
    ],
    [
      'The leftmost of the three knights holds a banner; the rightmost leans on his sword.',
      [
        'count: three knights',
        'relation: a knight on the left',
        'relation: a knight holding a banner',
        'relation: a knight on the right',
        'action: a knight leaning on a sword',
      ],
    ],
    ['The leftmost lamp is lit.', ['relation: a lamp on the left']],
    [
      'A man on the left holding an umbrella.',
      ['relation: a man on the left', 'relation: a man holding an umbrella'],
    ],
    ['A bird at the top holding a worm.', ['relation: a bird at the top', 'relation: a bird holding a worm']],
    ['A girl stands on a box with a boy at the bottom waving.', ['action: a boy waving']],
    // One of several, and all of them.
    [
      'Two old men bend over a board, one scratching his chin, the other smiling.',
      ['action: an old man scratching a chin', 'action: an old man smiling'],
    ],
    [
      'Three pigeons sit on a wire; one of them is looking down at a swing.',
      ['action: a pigeon looking down at a swing'],
    ],
    ['Two sisters sit on a roof, both looking at the stars.', ['action: sisters looking at stars']],
    ['A band plays behind a man and a woman.', ['relation: a band behind a man']],
    [
      'A man and a woman dance while a band plays behind them.',
      ['relation: a band behind a man', 'relation: a band behind a woman'],
    ],
    ['A fox and an owl under a tree.', ['relation: a fox under a tree', 'relation: an owl under a tree']],
    [
      'A lake, mountains and a castle in the background.',
      ['entity: mountains', 'relation: mountains in the background'],
    ],
    // Who does it.
    ['A ghost startles a butler, who drops a tray.', ['action: a butler dropping a tray']],
    ['The keeper is about to light a lamp.', ['action: a keeper about to light a lamp']],
    [
      'Children sit on the grass, their faces lit by flames, listening to a singer.',
      ['action: children listening to a singer'],
    ],
    [
      'A chef tosses a pancake while his assistant, covered in flour, waits.',
      ['action: an assistant covered in flour'],
    ],
    ['A woman stands at a table holding a cup.', ['relation: a woman holding a cup']],
    [
      'A girl stands, wearing a yellow raincoat and rubber boots.',
      ['attribute: a girl in a yellow raincoat', 'attribute: a girl in rubber boots'],
    ],
    ['A girl waits. A man stands to her left.', ['relation: a man to the left of a girl']],
    ['A bird flies up from the grass and over a house.', ['relation: a bird over a house']],
    ['A thief turns away from the shop window.', ['entity: a shop window']],
    ['A bride throws her bouquet over her shoulder.', ['action: a bride throwing a bouquet']],
    ['Over her shoulder, a train.', ['framing: an over-the-shoulder shot']],
    // What is held, had on and shown.
    ['A mechanic slides out, a wrench in her hand.', ["relation: a wrench in a mechanic's hand"]],
    ['A robot with glowing blue eyes.', ['attribute: a robot with glowing blue eyes']],
    ['A banner showing a lion.', ['relation: a banner showing a lion']],
    ['A mouse dressed as a knight.', ['attribute: a mouse dressed as a knight']],
    ['Smoke from a chimney.', ['relation: smoke from a chimney']],
    ['A small girl waits.', ['attribute: a small girl']],
    [
      'Toy soldiers and a candle on a table.',
      ['relation: toy soldiers on a table', 'relation: a candle on a table'],
    ],
    ['A woman in headphones.', ['attribute: a woman in headphones']],
    // What moves is seen.
    ['A man turns the dial of a radio.', ['action: a man turning a dial']],
    ['A bear comes out of a cave.', ['action: a bear coming out of a cave']],
    // Who does it, where nobody was named yet, and where another is.
    ['Kneeling in the mud, a soldier cradles a comrade.', ['action: a soldier kneeling in mud']],
    ['A girl waits. Opposite her sits a robot.', ['action: a robot sitting opposite a girl']],
    [
      'the detective kneels next to the body',
      ['entity: a detective', 'action: a detective kneeling next to a body'],
    ],
    [
      'A sculptor chisels a block of marble, dust covering his hair and beard.',
      ["action: dust covering a sculptor's hair"],
    ],
    ['A girl throws a ball at a boy on the left.', ['relation: a boy on the left']],
    [
      'The tallest of the towers is lit, and birds circle around it.',
      ['action: birds circling around a tower'],
    ],
    ['A cat asleep next to a girl.', ['attribute: an asleep cat', 'relation: a cat next to a girl']],
    ['Lightning strikes a tree next to a church.', ['relation: a tree next to a church']],
    [
      'A sailor and a pirate fight, coins scattered between them.',
      ['action: coins scattered between a sailor and a pirate'],
    ],
    ['A boy behind a snow fort.', ['entity: a snow fort']],
    ['Shot over the shoulder of a general.', ['framing: an over-the-shoulder shot']],
    ['A taxi is parked beside a fire hydrant on a street.', ['entity: a fire hydrant']],
    ['An old car is half buried in sand.', ['action: a car buried in sand']],
    ['A boat tied to one of the posts.', ['action: a boat tied to a post']],
    ['Two chairs, one red and one blue.', ['attribute: a red chair', 'attribute: a blue chair']],
    ['A man is lifting a tire out of a trunk.', ['action: a man lifting tire out of a trunk']],
    ['A storm gathers over the peaks.', ['entity: a storm', 'action: a storm gathering over peaks']],
    ['A woman braids a girl’s hair; both are smiling.', ['entity: a girl', 'action: a girl smiling']],
    ['A snowman waits, a crow perched on its hat.', ['relation: a crow on a hat']],
    ['A tiger leaps over a log, its claws out, chasing a deer.', ['action: a tiger chasing a deer']],
    ['A woman teaches a boy to ride a bicycle.', ['action: a boy riding a bicycle']],
    ['A painting of a ship hangs on the wall.', ['entity: a ship', 'entity: a painting']],
    ['Under a table, a girl reads a comic while her parents argue.', ['relation: a girl under a table']],
    ['A peacock struts across a lawn, guests with glasses behind it.', ['relation: guests behind a peacock']],
    ['A fox with a chicken in its mouth.', ["relation: a chicken in a fox's mouth"]],
    [
      'The taller of the two brothers carries a bag.',
      ['count: two brothers', 'relation: a brother carrying a bag'],
    ],
    // How somebody holds themselves.
    ['She stands, the left knee bent.', ['attribute: a bent left knee']],
    ['A man sits, both elbows bent.', ['count: two elbows', 'attribute: bent elbows']],
    ['A man sits, with his hands resting on a table.', ['action: hands resting on a table']],
    [
      'Her left hand is on a door and her right hand holds a fan.',
      ['relation: a left hand on a door', 'relation: a right hand holding a fan'],
    ],
    ['A man kneels, his head turned to the left.', ['action: a head turned to the left']],
    ['A girl is lunging forward.', ['action: a girl lunging forward']],
    ['A girl walks a dog in a park.', ['relation: a girl in a park']],
    ['A girl holds a lamp and a puppy.', ['relation: a girl holding a puppy']],
    // Plurals of things that are done here.
    ['A man who leaves smiling.', ['action: a man leaving', 'action: a man smiling']],
    ['A wizard who lights glowing candles.', ['action: a wizard lighting', 'attribute: glowing candles']],
    ['A shop with the number 27 on the door.', ['text: the words “27”']],
    ['A photo of a sign that says "OPEN".', ['style: a photograph', 'text: the words “OPEN”']],
  ])('%s', async (description, expected) => {
    expect(said(await readDescription(description, [], knowledge))).toEqual(expect.arrayContaining(expected));
  });

  it.each([
    ['A girl in front of a bakery.', 'place: in a bakery'],
    ['A bride throws her bouquet over her shoulder.', 'framing: an over-the-shoulder shot'],
    ['A waiter trips over a dog.', 'relation: a waiter over a dog'],
    [
      'A caravan crosses the dunes, their shadows stretching across the sand.',
      'action: a caravan stretching across sand',
    ],
    ['The keeper is about to light a lamp.', 'attribute: an about keeper'],
    ['A boy waits, not on the left.', 'relation: a boy on the left'],
    ['Two boys carry a boat above their heads towards a lake.', 'relation: heads towards a lake'],
    ['A queen kneels before a throne with her head bowed.', 'attribute: a bowed queen'],
    ['A dog, not a cat, waits.', 'action: a cat waiting'],
    ['A boy holding a needle like a lance.', 'entity: a lance'],
    ['A boy and his dog look down at a town.', 'place: in a town'],
    ['A singer at the microphone and a bass player.', 'relation: a singer at a bass player'],
    ['A boy behind a snow fort.', 'weather: in snow'],
    [
      'A ballerina bows, another stretches against a wall, and a nurse looks on.',
      'action: a ballerina stretching against a wall',
    ],
    ['A man waves goodbye.', 'entity: a goodbye'],
    [
      'A boy climbs a ladder toward a house with a crooked roof.',
      'action: a boy climbing ladder with a roof',
    ],
    ['Bride, a letter in her gloved hand.', 'attribute: a letter with a gloved hand'],
    ['The lamp goes out.', 'action: a lamp going out'],
    ['A snowman waits, a crow perched on its hat.', 'attribute: a crow with a hat'],
    ['A driver holds the door open.', 'attribute: an open driver'],
    ['A waitress pushes open a door.', 'attribute: an open waitress'],
    ['A stand with a girl in pigtails behind it.', 'relation: pigtails behind a girl'],
    ['A suitcase, a hat lying on top of it.', 'action: a suitcase lying on a hat'],
    ['A driver sits on a curb with his head in his hands.', 'relation: a driver in hands'],
    ['A woman teaches a boy to ride a bicycle.', 'action: a woman riding a bicycle'],
    ['A painting of a ship hangs on the wall.', 'style: a painting'],
    ['Under a table, a girl reads a comic while her parents argue.', 'relation: parents under a table'],
    ['A doctor gives a boy a thumbs-up.', 'attribute: a thumbs-up doctor'],
    ['Left foot in front of the right.', 'entity: a right'],
    ['A man kneels, his head turned to the left.', 'relation: a head on the left'],
    ['A girl holds a lamp and a cat sleeping in a basket.', 'relation: a girl holding a cat'],
    ['A grandmother in a shawl and a boy.', 'relation: a grandmother in a boy'],
    ['A man who leaves smiling.', 'entity: leaves'],
  ])('takes nothing from "%s" that is not said: %s', async (description, wrong) => {
    expect(said(await readDescription(description, [], knowledge))).not.toContain(wrong);
  });

  it('takes a word that the canon calls somebody by for a name only where it is written as one', async () => {
    const girl = [{ name: 'Mira', aliases: ['the girl'], noun: 'girl', statements: [] }];
    const claims = await readDescription(
      'A girl sits. Girl with a lantern. The girl waves.',
      girl,
      knowledge,
    );
    expect(said(claims).filter((claim) => /person/.test(claim))).toEqual([]);
  });

  it('reads of characters what the canon says of them', async () => {
    const claims = await readDescription('Tom, an elderly man, watches Mira.', cast, knowledge);
    expect(said(claims)).toEqual([
      'entity: an old man',
      'attribute: an old man in a blue coat',
      'entity: a girl',
      'attribute: a girl in a red coat',
      'action: an old man watching a girl',
    ]);
  });

  it.each([
    ['He is not smiling.', 'action: not a person smiling'],
    ['A boy is not tall.', 'attribute: not a tall boy'],
    ['A man without a hat.', 'attribute: not a man in a hat'],
  ])('%s', async (description, expected) => {
    expect(said(await readDescription(description, [], knowledge))).toContain(expected);
  });

  it.each([
    ['OTS - a girl waits.', 'an over-the-shoulder shot'],
    ['MS of a fox.', 'a medium shot'],
    ['INT. KITCHEN - NIGHT. CU, a cup.', 'a close-up'],
  ])('knows the short forms of shot lists: %s', async (description, value) => {
    const claims = await readDescription(description, [], knowledge);
    expect(claims.flatMap((claim) => (claim.kind === 'framing' ? [claim.value] : []))).toEqual([value]);
  });

  it.each([
    ['An empty street, no people.', ['no people']],
    ['solo, 1girl, red coat', ['one person']],
    ['A girl waits.', []],
    ['A fox sits.', []],
  ])('counts people where it is said, and never otherwise: %s', async (description, counts) => {
    const claims = await readDescription(description, [], knowledge);
    expect(claims.flatMap(({ kind, text }) => (kind === 'count' ? [text] : []))).toEqual(counts);
  });

  it('takes nothing for seen that somebody only says or thinks', async () => {
    const claims = await readDescription('A man says that a dog barks.', [], knowledge);
    expect(claims.some(({ kind }) => kind === 'action')).toBe(false);
  });

  it.each([
    'Ein Mädchen mit einer roten Laterne steht im Wald.',
    'Ein Mädchen {mit einer roten Laterne} steht_im Wald.',
  ])('asks sentences in other languages whole, in their own words: %s', async (text) => {
    expect(said(await readDescription(text, [], knowledge))).toEqual([`phrase: ${text}`]);
  });

  it.each([
    ['A girl holds a lantern.', 1],
    ['A girl holds a lantern. Ein Junge mit einer Laterne steht im Wald.', null],
  ])('knows how many people there are where all was read: %s', async (text, people) => {
    expect((await readWithPeople(text, [], knowledge)).peopleNamed).toBe(people);
  });

  it('asks a clause whole that the parser is not sure of, in its own words', async () => {
    const unsure: Knowledge = {
      ...knowledge,
      parse: async (lists) =>
        (await knowledge.parse(lists)).map((arcs) => arcs.map((arc) => ({ ...arc, sure: 0.4 }))),
    };
    const text = 'A girl holds a lantern at night.';
    const claims = await readDescription(text, [], unsure);
    const phrase = claims.find(({ kind }) => kind === 'phrase');
    expect(phrase?.text).toBe('A girl holds a lantern');
    expect(text.slice(...(phrase?.span ?? [0, 0]))).toBe(phrase?.text);
    expect(said(claims).filter((one) => /^(?:relation|action|attribute)/.test(one))).toEqual([]);
  });

  const word = fc.constantFrom(
    ...'a the two girl boy dogs red old wooden holding sits wears in on with and , . ( : 1.2 ) " no without Mira Tom she her it they between left hair coat kitchen night “ BREAK <lora:x:1> — 3 is not'.split(
      ' ',
    ),
  );
  // What each means hangs on what the others mean.
  const meant = fc.constantFrom(...'it it its them him her fox boy holds sits of with behind a'.split(' '));
  const texts = fc.oneof(
    fc.array(word, { maxLength: 25 }).map((words) => words.join(' ')),
    fc.array(meant, { maxLength: 8 }).map((words) => words.join(' ')),
    fc.string({ unit: 'binary', maxLength: 60 }),
  );

  it('reads words that mean one another', async () => {
    await expect(readDescription('sits it it', cast, knowledge)).resolves.toEqual(expect.any(Array));
  });

  it('says apart who wears what, and what that is like where it is said', async () => {
    const claims = await readDescription('A girl in a red coat and boots, with red hair.', [], knowledge);
    const worn = claims.filter(({ relation }) => relation !== null);
    expect(worn.map((one) => [one.subject, one.relation, one.attribute, one.object])).toEqual([
      ['girl', 'in', 'red', 'coat'],
      ['girl', 'in', null, 'boots'],
      ['girl', 'with', 'red', 'hair'],
    ]);
  });

  it('reads any text: spans lie inside it, parents are claims of the list, nobody is counted twice', async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const claims = await readDescription(text, cast, knowledge);
        for (const { span, parents, kind, text: words } of claims) {
          if (span) {
            expect(0 <= span[0] && span[0] < span[1] && span[1] <= text.length).toBe(true);
            if (kind === 'phrase') expect(text.slice(...span)).toContain(words);
          }
          for (const parent of parents) expect(parent in claims).toBe(true);
        }
        const keys = claims.map((one) => `${one.kind} ${one.negated} ${one.text}`);
        expect(new Set(keys).size).toBe(keys.length);
      }),
      { numRuns: 200 },
    );
  });
});

describe('how many people there are', () => {
  it.each<[description: string, people: number | null]>([
    ['A man and two girls.', 3],
    ['A man holds a cup in his hand.', 1],
    ['Mira waits on no train.', 1],
    ['A fox runs.', 0],
    ['A red lantern.', 0],
    // How many they are is open.
    ['A man and girls.', null],
    ['A crowd of people.', null],
    ['A hand holds a cup.', null],
    ['A soloist.', null],
    ['A busy street with a man.', null],
    ['A girl. Ein Hund schläft im Garten.', null],
    // It is said, and asked for as that.
    ['solo, a girl', null],
    ['An empty street.', null],
  ])('is counted where all are named: “%s”', async (description, people) => {
    expect((await readWithPeople(description, [], knowledge)).peopleNamed).toBe(people);
  });

  it.each<[description: string, count: string | undefined]>([
    ['solo, a girl', 'one person'],
    ['An empty street.', 'no people'],
    ['A deserted beach.', 'no people'],
    ['There is no one on the beach.', 'no people'],
    ['No people.', 'no people'],
    ['An empty cup.', undefined],
    ['A soloist.', undefined],
    ['Mira waits on no train.', undefined],
  ])('is said by “%s”: %s', async (description, count) => {
    const { claims } = await readWithPeople(description, [], knowledge);
    expect(claims.find(({ kind }) => kind === 'count')?.text).toBe(count);
  });
});

it.each<[description: string, ...words: string[]]>([
  ['a fox in a forest', 'place “in a forest”', 'relation “in a forest”'],
  ['a fox not in a forest', 'place not “in a forest”', 'relation not “in a forest”'],
  ['a fox in a snowy forest', 'weather “in a snowy”', 'place “forest”', 'relation “in a snowy forest”'],
  ['not at night, a fox', 'time not “at night”'],
  ['a fox, never a close-up', 'framing not “a close-up”'],
  ['a fox without the rain', 'weather not “the rain”'],
  ['a fox, number 12 on a door', 'text “number 12”'],
  ['a fox, number 3.5 on a door'],
  ['a fox, outnumbered 12'],
])('“%s” says where, when and how in its own words, and what is denied', async (description, ...words) => {
  const kinds = ['place', 'time', 'weather', 'framing', 'text', 'relation'];
  const said = (await readDescription(description, [], knowledge)).flatMap(({ kind, span, negated }) =>
    kinds.includes(kind) && span ? [`${kind} ${negated ? 'not ' : ''}“${description.slice(...span)}”`] : [],
  );
  expect(said).toEqual(words);
});
