import { describeExactly } from './testing/kept-arcs.js';

describeExactly('how claims are written', import.meta.url, [
  [
    'A mug of tea stands on a table.',
    [
      'entity: a mug of tea',
      'entity: a table',
      'action: a mug of tea standing on a table',
      'relation: a mug of tea on a table',
    ],
  ],
  [
    'A girl without a red hat sits on a bench.',
    [
      'entity: a girl',
      'attribute: not a girl in a red hat',
      'entity: a bench',
      'action: a girl sitting on a bench',
      'relation: a girl on a bench',
    ],
  ],
  ['A girl does not wear a red hat.', ['entity: a girl', 'attribute: not a girl in a red hat']],
  [
    'Two women in green coats wait at a bus stop.',
    [
      'entity: women',
      'count: two women',
      'attribute: two women in green coats',
      'entity: a bus stop',
      'action: women waiting at a bus stop',
    ],
  ],
  [
    'Three old men with long beards drink tea.',
    [
      'entity: old men',
      'count: three old men',
      'attribute: three old men with long beards',
      'entity: tea',
      'action: old men drinking tea',
    ],
  ],
  [
    'A man with a scar and glasses.',
    ['entity: a man', 'attribute: a man with a scar', 'attribute: a man with glasses'],
  ],
  [
    'A woman with long black hair in a yellow raincoat.',
    ['entity: a woman', 'attribute: a woman with long black hair', 'attribute: a woman in a yellow raincoat'],
  ],
  ['A child is led by the hand.', ['entity: a child', 'entity: a hand', 'action: a child led by a hand']],
  ['A cow is led by a rope.', ['entity: a cow', 'entity: a rope', 'action: a cow led by a rope']],
  [
    'A thief hides a key under a rug.',
    [
      'entity: a thief',
      'entity: a key',
      'action: a thief hiding a key',
      'entity: a rug',
      'action: a thief hiding key under a rug',
    ],
  ],
  ['A lamp goes out.', ['entity: a lamp']],
  [
    'A diver comes out of a cave.',
    ['entity: a diver', 'entity: a cave', 'action: a diver coming out of a cave'],
  ],
  ['A man goes on.', ['entity: a man']],
  ['A knight leans on a wall.', ['entity: a knight', 'entity: a wall', 'action: a knight leaning on a wall']],
  ['Foxes stand in a row.', ['entity: foxes', 'action: foxes standing in a row']],
  [
    'Lightning strikes a tree next to a church.',
    [
      'entity: lightning',
      'entity: a tree',
      'action: lightning striking a tree',
      'entity: a church',
      'relation: a tree next to a church',
      'action: lightning striking tree next to a church',
    ],
  ],
  ['A girl looks at the viewer.', ['entity: a girl', 'action: a girl looking at the viewer']],
  [
    'A lamp between two dogs.',
    ['entity: a lamp', 'entity: dogs', 'count: two dogs', 'relation: a lamp between dogs'],
  ],
  [
    'A cat sits between a vase and a clock.',
    [
      'entity: a cat',
      'entity: a vase',
      'entity: a clock',
      'action: a cat sitting between a vase and a clock',
      'relation: a cat between a vase and a clock',
    ],
  ],
  ['A girl is about to jump.', ['entity: a girl', 'action: a girl about to jump']],
  ['A boy is chased by a goose.', ['entity: a boy', 'entity: a goose', 'action: a goose chasing a boy']],
  [
    'A letter is held by a queen.',
    ['entity: a letter', 'entity: a queen', 'relation: a queen holding a letter'],
  ],
  [
    'The leftmost knight has a shield.',
    [
      'entity: a knight',
      'relation: a knight on the left',
      'entity: a shield',
      'relation: a knight with a shield',
    ],
  ],
  ['A girl turns to the left.', ['entity: a girl', 'action: a girl turning to the left']],
  [
    'An old fox on the left, a hen on the right.',
    [
      'entity: a fox',
      'attribute: an old fox',
      'relation: a fox on the left',
      'entity: a hen',
      'relation: a hen on the right',
    ],
  ],
  [
    'In the background, a train crosses a bridge.',
    [
      'entity: a train',
      'relation: a train in the background',
      'entity: a bridge',
      'action: a train crossing a bridge',
    ],
  ],
  [
    'A dog at the bottom of the stairs.',
    ['entity: a dog', 'entity: stairs', 'relation: a dog at the bottom of stairs'],
  ],
  ['A queen on top of a tower.', ['entity: a queen', 'entity: a tower', 'relation: a queen on a tower']],
  [
    'A horse with a saddle stands in the snow.',
    [
      'entity: a horse',
      'entity: a saddle',
      'relation: a horse with a saddle',
      'action: a horse standing',
      'weather: in snow',
    ],
  ],
  ['A man dressed as a chicken.', ['entity: a man', 'attribute: a man dressed as a chicken']],
  ['A cloud shaped like a fox.', ['entity: a cloud', 'attribute: a cloud shaped like a fox']],
  [
    "A boy throws a ball at a girl's window.",
    [
      'entity: a boy',
      'entity: a ball',
      'action: a boy throwing a ball',
      'entity: a window',
      'action: a boy throwing ball at a window',
    ],
  ],
  [
    "A cat rests on a pirate's shoulder.",
    [
      'entity: a cat',
      'entity: a pirate',
      "action: a cat resting on a pirate's shoulder",
      "relation: a cat on a pirate's shoulder",
    ],
  ],
  [
    "A girl holds her brother's hand.",
    ['entity: a girl', 'entity: a brother', "relation: a girl holding a brother's hand"],
  ],
  [
    'A soldier points his sword at the sky.',
    [
      'entity: a soldier',
      'entity: a sword',
      'action: a soldier pointing a sword',
      'entity: the sky',
      'action: a soldier pointing sword at the sky',
    ],
  ],
  ['Five people in a boat.', ['count: five people', 'entity: a boat', 'relation: people in a boat']],
  [
    'A bus stopped at a crossing.',
    ['entity: a bus', 'entity: a crossing', 'action: a bus stopped at a crossing'],
  ],
  ['A sign that reads "Open".', ['entity: a sign', 'text: the words “Open”']],
  [
    'A woman reads a letter by the window.',
    [
      'entity: a woman',
      'entity: a letter',
      'action: a woman reading a letter',
      'entity: a window',
      'relation: a woman next to a window',
    ],
  ],
  ['A door leads to a garden.', ['entity: a door', 'entity: a garden', 'action: a door leading to a garden']],
  [
    'A baker has flour on his hands.',
    [
      'entity: a baker',
      'entity: flour',
      'relation: a baker with flour',
      "relation: flour on a baker's hands",
    ],
  ],
  [
    'A box contains three apples.',
    ['entity: a box', 'entity: apples', 'count: three apples', 'relation: a box containing apples'],
  ],
  [
    'Wenna, an old woman, knits a scarf.',
    ['entity: an old woman', 'entity: a scarf', 'action: an old woman knitting a scarf'],
  ],
  [
    'One of the knights holds a banner.',
    ['entity: knights', 'entity: a banner', 'relation: a knight holding a banner'],
  ],
  ['Two goats, one of them black.', ['entity: goats', 'count: two goats', 'attribute: a black goat']],
  [
    'A girl takes a bite out of a pear.',
    ['entity: a girl', 'entity: a pear', 'action: a girl taking a bite out of a pear'],
  ],
  [
    'The mountains are covered with snow.',
    ['entity: mountains', 'entity: snow', 'action: mountains covered with snow', 'weather: in snow'],
  ],
  [
    'A robot with glowing red eyes walks through the desert at night.',
    [
      'entity: a robot',
      'attribute: a robot with glowing red eyes',
      'place: in a desert',
      'action: a robot walking through a desert',
      'time: at night',
    ],
  ],
  ['There are no people on the beach.', ['place: on a beach', 'count: no people']],
  [
    'A woman rides a horse across a field.',
    [
      'entity: a woman',
      'entity: a horse',
      'action: a woman riding a horse',
      'place: in a field',
      'action: a woman riding horse across a field',
      'relation: a woman across a field',
    ],
  ],
  ['The edge of a cliff.', ['entity: a cliff']],
  [
    'A crowd of people in a square.',
    ['entity: people', 'place: in a square', 'relation: people in a square'],
  ],
  ['A fox in the woods.', ['entity: a fox', 'place: in the woods', 'relation: a fox in woods']],
  [
    'A lighthouse on the coast.',
    ['entity: a lighthouse', 'place: at the coast', 'relation: a lighthouse on a coast'],
  ],
  [
    'Three foxes with red scarves wait in a city street.',
    [
      'entity: foxes',
      'count: three foxes',
      'attribute: three foxes with red scarves',
      'place: on a city street',
      'action: foxes waiting in a city street',
      'relation: foxes in a city street',
    ],
  ],
  [
    'Two boys without shoes run through a field.',
    [
      'entity: boys',
      'count: two boys',
      'attribute: not two boys in shoes',
      'place: in a field',
      'action: boys running through a field',
    ],
  ],
  [
    'A woman in glasses reads in a library.',
    [
      'entity: a woman',
      'attribute: a woman with glasses',
      'place: in a library',
      'action: a woman reading in a library',
      'relation: a woman in a library',
    ],
  ],
  [
    'A tall thin man and a short fat man shake hands.',
    [
      'entity: a man',
      'attribute: a tall man',
      'attribute: a thin man',
      'attribute: a short man',
      'attribute: a fat man',
      'entity: hands',
      'action: a tall man shaking hands',
      'action: a short man shaking hands',
    ],
  ],
  [
    'One red apple and two green pears on a plate.',
    [
      'entity: an apple',
      'count: one apple',
      'attribute: a red apple',
      'entity: pears',
      'count: two pears',
      'attribute: green pears',
      'entity: a plate',
      'relation: pears on a plate',
      'relation: an apple on a plate',
      'phrase: One red apple and two green pears on a plate',
    ],
  ],
]);
