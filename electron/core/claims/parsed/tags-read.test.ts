import { describeExactly } from './testing/kept-arcs.js';

describeExactly('tags, parts of sentences, and heads of scripts', import.meta.url, [
  [
    '1girl, long hair, standing, red eyes, white dress, looking back',
    [
      'entity: a girl',
      'attribute: a girl with long hair',
      'action: a girl standing',
      'attribute: a girl with red eyes',
      'attribute: a girl in a white dress',
      'action: a girl looking back',
    ],
  ],
  [
    '1boy, 1girl, holding hands, park bench',
    [
      'entity: a boy',
      'entity: a girl',
      'entity: hands',
      'relation: a boy holding hands',
      'entity: a park bench',
    ],
  ],
  [
    '2girls, school uniform, running, rain',
    [
      'entity: girls',
      'count: two girls',
      'attribute: two girls in a school uniform',
      'action: girls running',
      'weather: in rain',
    ],
  ],
  [
    '1girl, sitting on a throne, crown, holding sword',
    [
      'entity: a girl',
      'entity: a throne',
      'action: a girl sitting on a throne',
      'relation: a girl on a throne',
      'attribute: a girl with a crown',
      'entity: a sword',
      'relation: a girl holding a sword',
    ],
  ],
  [
    'knight, kneeling, sword, castle courtyard',
    ['entity: a knight', 'action: a knight kneeling', 'entity: a sword', 'place: in a castle courtyard'],
  ],
  [
    'old man, white beard, reading book, library',
    [
      'entity: an old man',
      'attribute: an old man with a white beard',
      'entity: a book',
      'action: an old man reading a book',
      'place: in a library',
    ],
  ],
  [
    'cat, sitting on windowsill, flower pot',
    [
      'entity: a cat',
      'entity: a windowsill',
      'action: a cat sitting on a windowsill',
      'relation: a cat on a windowsill',
      'entity: a flower pot',
    ],
  ],
  [
    'robot, rusty, holding lantern, forest',
    [
      'entity: a robot',
      'attribute: a rusty robot',
      'entity: a lantern',
      'relation: a robot holding a lantern',
      'place: in a forest',
    ],
  ],
  [
    'man with umbrella, standing in rain, street',
    [
      'entity: a man',
      'entity: an umbrella',
      'relation: a man with an umbrella',
      'action: a man standing',
      'weather: in rain',
      'place: on a street',
    ],
  ],
  [
    'woman in red dress, holding glass of wine, balcony',
    [
      'entity: a woman',
      'attribute: a woman in a red dress',
      'entity: a glass of wine',
      'relation: a woman holding a glass of wine',
      'entity: a balcony',
    ],
  ],
  [
    'a dog wearing a hat, a cat wearing a scarf',
    ['entity: a dog', 'attribute: a dog with a hat', 'entity: a cat', 'attribute: a cat with a scarf'],
  ],
  [
    'INT. KITCHEN - NIGHT. A woman cuts bread.',
    [
      'place: in a kitchen',
      'time: at night',
      'entity: a woman',
      'entity: bread',
      'action: a woman cutting bread',
    ],
  ],
  [
    'EXT. FOREST - DAY. Two hikers cross a stream.',
    [
      'place: in a forest',
      'time: by day',
      'entity: hikers',
      'count: two hikers',
      'entity: a stream',
      'action: hikers crossing a stream',
    ],
  ],
  [
    'Wide shot: a fox crosses a frozen river.',
    [
      'framing: a wide shot',
      'entity: a fox',
      'entity: a river',
      'attribute: a frozen river',
      'action: a fox crossing a river',
    ],
  ],
  [
    'MIRA sits at a desk and writes a letter.',
    [
      'entity: a person',
      'entity: a desk',
      'action: a person sitting at a desk',
      'entity: a letter',
      'action: a person writing a letter',
    ],
  ],
  [
    'sitting stone throne, king',
    ['entity: a stone throne', 'phrase: sitting stone throne', 'entity: a king'],
  ],
  [
    'holding a lamp under a bridge',
    ['entity: a lamp', 'entity: a bridge', 'phrase: holding a lamp under a bridge'],
  ],
  ['reading a book on a bench', ['entity: a book', 'entity: a bench', 'phrase: reading a book on a bench']],
  ['seen through a window, a woman', ['entity: a window', 'entity: a woman']],
  ['showing a lion on a red flag', ['entity: a lion', 'entity: a flag', 'attribute: a red flag']],
  ['a woman writing', ['entity: a woman', 'phrase: a woman writing']],
  ['a man, holding', ['entity: a man']],
  ['without a red coat', ['entity: not a coat', 'phrase: without a red coat']],
  ['1930s car on a street', ['entity: a car', 'place: on a street', 'relation: a car on a street']],
]);
