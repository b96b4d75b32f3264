import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadReading, readDescription } from './index.js';
import type { Knowledge } from './read.js';

const folder = fileURLToPath(new URL('../../../../models/reading/files', import.meta.url));
let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await loadReading(folder);
});

const textsOf = async (description: string): Promise<string[]> =>
  (await readDescription(description, [], knowledge)).map(({ kind, text }) => `${kind}: ${text}`);

describe('where things are', () => {
  it.each([
    [
      'In the distance there is a tower, a windmill and two barns.',
      [
        'relation: a tower in the background',
        'relation: a windmill in the background',
        'relation: barns in the background',
      ],
    ],
    ['On the left: a bench, a bin.', ['relation: a bench on the left', 'relation: a bin on the left']],
    [
      'Under the bridge are a canoe, a barrel and a goat.',
      [
        'relation: a canoe under a bridge',
        'relation: a barrel under a bridge',
        'relation: a goat under a bridge',
      ],
    ],
    [
      'In the middle of the picture we can see a clown. At the top we can see birds.',
      ['relation: a clown in the middle', 'relation: birds at the top'],
    ],
    ['spoons and plates on a shelf', ['relation: spoons on a shelf', 'relation: plates on a shelf']],
    [
      'Behind a fence, a goat and a hen.',
      ['relation: a goat behind a fence', 'relation: a hen behind a fence'],
    ],
    ['moon above roof', ['relation: the moon above a roof']],
    ['A kite in the air.', ['relation: a kite in the air']],
    ['A dog has a bone in its mouth.', ["relation: a bone in a dog's mouth"]],
    ['A shelf. There is a mirror attached to it.', ['action: a mirror attached to a shelf']],
    ['A clock hangs on a wall. Below it is a chest.', ['relation: a chest under a clock']],
    ["A parrot on a pirate's shoulder.", ["relation: a parrot on a pirate's shoulder"]],
    ['A nun waits. A goose sits on her lap.', ["relation: a goose on a nun's lap"]],
    ["A goat on the king's throne.", ["relation: a goat on a king's throne"]],
    ['A clown holds a cup in his hand.', ['action: a clown holding cup in a hand']],
    // What is done somewhere to something.
    ['A nun pushes a pram across a square.', ['action: a nun pushing pram across a square']],
    ['A clown uses a phone in a tub.', ['action: a clown using phone in a tub']],
    ['A boy leaning toward the right.', ['action: a boy leaning toward the right']],
    // Things of several words, and words that are no verbs.
    ['a hot air balloon above a field', ['relation: a hot air balloon above a field']],
    ['a red color chair next to a wall', ['attribute: a red chair', 'relation: a chair next to a wall']],
    ['A fox is next to a lantern.', ['relation: a fox next to a lantern']],
    ['A boy in a suit and tie.', ['attribute: a boy in a suit', 'attribute: a boy with a tie']],
    ['A girl brushes her teeth.', ['action: a girl brushing teeth']],
  ])('%s', async (description, expected) => {
    expect(await textsOf(description)).toEqual(expect.arrayContaining(expected));
  });

  it.each([
    ['On the left, a knight, blue eyes, holding a spear.', 'relation: eyes on the left'],
    ['On the left, a knight, a dragon behind him.', 'relation: a dragon on the left'],
    ['In the background there is a wall, a man running.', 'relation: a man in the background'],
    ['In the foreground a dog. In the street, a bus.', 'relation: a bus in the foreground'],
    ['In the middle of the street, a dog and a cat.', 'entity: a street'],
    ['A boy leaning toward the right.', 'relation: a boy on the right'],
    ['A kite in the air.', 'entity: the air'],
    ['A stool stands between a man in a hat and a goat in a coat.', 'relation: a stool between a man'],
    ['A clock hangs on a wall. Below it is a chest.', 'attribute: a clock as a chest'],
    ['A nun reads by torchlight.', 'relation: a nun next to torchlight'],
    ['A van outside the Green Parrot cinema.', 'attribute: a green parrot cinema'],
    ['A phone lies on a table top.', 'relation: a phone at the top'],
  ])('%s: nothing of “%s”', async (description, wrong) => {
    expect(await textsOf(description)).not.toContain(wrong);
  });
});

describe('whom a word means', () => {
  it.each([
    ['The two sisters wait. She holds a kite.', 'relation: a sister holding a kite', 'entity: a person'],
    ['Children play. He waves.', 'action: a child waving', 'entity: a person'],
    [
      'Two boys wait. She holds a kite.',
      'relation: a person holding a kite',
      'relation: a boy holding a kite',
    ],
    ['Tobin hides behind a wall.', 'action: a person hiding behind a wall', 'entity: a tobin'],
    ['Xavier kneels.', 'action: a person kneeling', 'entity: a xavier'],
    ['A girl fills jam jars.', 'action: a girl filling jam jars', 'entity: jam'],
  ])('%s', async (description, expected, wrong) => {
    const texts = await textsOf(description);
    expect(texts).toContain(expected);
    expect(texts).not.toContain(wrong);
  });
});
