import { describeExactly } from './testing/kept-arcs.js';

describeExactly('what the walks note down of whole sentences', import.meta.url, [
  ['A girl prints selfies.', ['entity: a girl', 'entity: selfies', 'action: a girl printing selfies']],
  [
    'A sword displayed on a wall.',
    ['entity: a sword', 'entity: a wall', 'action: a sword displayed on a wall'],
  ],
  ['A horse jumps hurdles.', ['entity: a horse', 'entity: hurdles', 'action: a horse jumping hurdles']],
  [
    'A girl smiles while eating cake.',
    ['entity: a girl', 'action: a girl smiling', 'entity: a cake', 'action: a girl eating a cake'],
  ],
  [
    'A woman relaxes by reading a book.',
    ['entity: a woman', 'action: a woman relaxing', 'entity: a book', 'action: a woman reading a book'],
  ],
  ['A boy is given a cup.', ['entity: a boy', 'entity: a cup', 'action: a boy given a cup']],
  ['A robot keeps a watch in its pocket.', ['entity: a robot', 'entity: a watch', 'entity: a pocket']],
  ['A boy nearly drops a cup.', ['entity: a boy', 'entity: a cup', 'phrase: A boy nearly drops a cup']],
  [
    'A child sees a dragon and points at it.',
    ['entity: a child', 'entity: a dragon', 'action: a child pointing at a dragon'],
  ],
  [
    'A girl holds a lamp and a cat sleeping in a basket.',
    [
      'entity: a girl',
      'entity: a lamp',
      'relation: a girl holding a lamp',
      'entity: a cat',
      'entity: a basket',
      'action: a cat sleeping in a basket',
      'relation: a cat in a basket',
    ],
  ],
  [
    'A girl looks at a mirror showing her face.',
    [
      'entity: a girl',
      'entity: a mirror',
      'action: a girl looking at a mirror',
      "relation: a mirror showing a girl's face",
    ],
  ],
  // What is denied of one place is of those behind it, but not of the one that is set against it.
  [
    'A dog does not sit on the sofa or in the basket.',
    [
      'entity: a dog',
      'entity: a sofa',
      'action: not a dog sitting on a sofa',
      'entity: a basket',
      'action: not a dog sitting in a basket',
    ],
  ],
  [
    'A dog is not sitting on the sofa but in the basket.',
    [
      'entity: a dog',
      'entity: a sofa',
      'action: not a dog sitting on a sofa',
      'entity: a basket',
      'action: a dog sitting in a basket',
      'relation: a dog in a basket',
    ],
  ],
  // "by moonlight" is when; a light that has an article is a thing.
  ['A girl reads by moonlight.', ['entity: a girl', 'action: a girl reading', 'time: at night']],
  [
    'A girl reads by the streetlight.',
    [
      'entity: a girl',
      'entity: a streetlight',
      'action: a girl reading next to a streetlight',
      'relation: a girl next to a streetlight',
    ],
  ],
  // Who stands behind "by" has opened the parcel, and painted nothing.
  [
    'A parcel is opened in a painted room by a girl.',
    [
      'entity: a parcel',
      'place: in a room',
      'attribute: a painted room',
      'action: a parcel opened in a room',
      'relation: a parcel in a room',
      'entity: a girl',
      'action: a girl opening a parcel',
    ],
  ],
  ['A man walks a few steps.', ['entity: a man', 'action: a man walking']],
  ['The house is painted red.', ['entity: a house', 'attribute: a painted house', 'attribute: a red house']],
  [
    'An old man on a stool reading to three children sitting cross-legged on the rug.',
    [
      'entity: an old man',
      'entity: a stool',
      'relation: an old man on a stool',
      'entity: children',
      'count: three children',
      'action: an old man reading to children',
      'attribute: cross-legged children',
      'entity: a rug',
      'action: children sitting on a rug',
      'relation: children on a rug',
      'phrase: An old man on a stool reading to three children sitting cross-legged on the rug',
    ],
  ],
  [
    'A painting of a stern old man hangs crooked above the fireplace.',
    [
      'entity: a painting',
      'entity: an old man',
      'attribute: a stern old man',
      'relation: a painting of an old man',
      'action: a painting hanging',
      'attribute: a crooked painting',
      'entity: a fireplace',
      'relation: a painting crooked above a fireplace',
    ],
  ],
  [
    'The girl with the red balloon stands on the stairs and looks back at the house.',
    [
      'entity: a girl',
      'entity: a balloon',
      'attribute: a red balloon',
      'relation: a girl with a balloon',
      'entity: stairs',
      'action: a girl standing on stairs',
      'relation: a girl on stairs',
      'entity: a house',
      'action: a girl looking back at a house',
    ],
  ],
  [
    'A ballerina bows, another stretches against a wall, and a nurse looks on.',
    [
      'entity: a ballerina',
      'action: a ballerina bowing',
      'entity: a wall',
      'phrase: another stretches against a wall',
      'entity: a nurse',
      'action: a nurse looking on',
    ],
  ],
  [
    'A truck speeds down a road as a dog runs, crates bouncing behind it.',
    [
      'entity: a truck',
      'entity: a road',
      'action: a truck speeding down a road',
      'entity: a dog',
      'action: a dog running',
      'phrase: A truck speeds down a road as a dog runs',
      'entity: crates',
      'action: crates bouncing behind a truck',
      'relation: crates behind a truck',
    ],
  ],
  [
    'A boy holds a rope. A boat drifts past, rocking gently.',
    [
      'entity: a boy',
      'entity: a rope',
      'relation: a boy holding a rope',
      'entity: a boat',
      'action: a boat drifting',
      'action: a boat rocking',
    ],
  ],
  [
    'In the corner there is a chair next to a lamp.',
    [
      'entity: a corner',
      'entity: a chair',
      'relation: a chair in a corner',
      'entity: a lamp',
      'relation: a chair next to a lamp',
    ],
  ],
  [
    'A grandmother in a shawl and a boy.',
    ['entity: a grandmother', 'attribute: a grandmother in a shawl', 'entity: a boy'],
  ],
  ['No colour but the orange buoy.', ['entity: a buoy', 'attribute: an orange buoy']],
  [
    'In the background there is a wall. A dog, a gate.',
    ['entity: a wall', 'relation: a wall in the background', 'entity: a dog', 'entity: a gate'],
  ],
]);
