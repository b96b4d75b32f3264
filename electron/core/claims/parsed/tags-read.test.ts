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
    'a dog wearing a hat, a cat wearing a scarf',
    ['entity: a dog', 'attribute: a dog with a hat', 'entity: a cat', 'attribute: a cat with a scarf'],
  ],
  [
    'sitting stone throne, king',
    ['entity: a stone throne', 'phrase: sitting stone throne', 'entity: a king'],
  ],
  ['reading a book on a bench', ['entity: a book', 'entity: a bench', 'phrase: reading a book on a bench']],
  ['seen through a window, a woman', ['entity: a window', 'entity: a woman']],
  ['showing a lion on a red flag', ['entity: a lion', 'entity: a flag', 'attribute: a red flag']],
  ['a woman writing', ['entity: a woman', 'phrase: a woman writing']],
  ['a man, holding', ['entity: a man']],
  ['without a red coat', ['entity: not a coat', 'phrase: without a red coat']],
  ['1930s car on a street', ['entity: a car', 'place: on a street', 'relation: a car on a street']],
  [
    'autumn leaves scattered around a bench',
    ['entity: autumn leaves', 'entity: a bench', 'action: autumn leaves scattered around a bench'],
  ],
  [
    'leaves scattered on a path, girl',
    [
      'entity: leaves',
      'place: on a path',
      'action: leaves scattered on a path',
      'relation: leaves on a path',
      'entity: a girl',
    ],
  ],
  [
    'a lamp broken on a floor, a cat',
    [
      'entity: a lamp',
      'place: on the floor',
      'action: a lamp broken on a floor',
      'relation: a lamp on a floor',
      'entity: a cat',
    ],
  ],
  [
    'a boy running in a field, a dog jumping',
    [
      'entity: a boy',
      'place: in a field',
      'action: a boy running in a field',
      'relation: a boy in a field',
      'entity: a dog',
      'action: a dog jumping',
    ],
  ],
  [
    'cat asleep on a sofa, a boy',
    [
      'entity: a cat',
      'attribute: an asleep cat',
      'entity: a sofa',
      'relation: a cat asleep on a sofa',
      'entity: a boy',
    ],
  ],
  ['another dog barking', ['entity: a dog', 'action: a dog barking']],
  ['another, holding a rope', ['entity: a rope', 'phrase: another, holding a rope']],
  [
    'old and tired, man on a bench',
    ['phrase: old and tired', 'entity: a man', 'entity: a bench', 'relation: a man on a bench'],
  ],
  ['barefoot, girl on a beach', ['entity: a girl', 'place: on a beach', 'relation: a girl on a beach']],
  [
    'on a hill, tower, birds',
    ['place: on a hill', 'entity: a tower', 'relation: a tower on a hill', 'entity: birds'],
  ],
  ['in a forest, fox', ['place: in a forest', 'entity: a fox', 'relation: a fox in a forest']],
  [
    'under a bridge, dark water',
    ['entity: a bridge', 'entity: water', 'attribute: dark water', 'relation: water under a bridge'],
  ],
  ['with a hat, a man', ['entity: a man', 'attribute: a man in a hat']],
  ['next to a lake, a tent', ['entity: a lake', 'entity: a tent', 'relation: a tent next to a lake']],
]);
