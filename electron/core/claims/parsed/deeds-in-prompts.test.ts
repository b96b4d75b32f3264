import { describeExactly } from './testing/kept-arcs.js';

describeExactly('what somebody does, as prompts and scripts have it', import.meta.url, [
  [
    'Two men carry a sofa. Another man opens the door.',
    [
      'entity: men',
      'count: two men',
      'entity: a sofa',
      'relation: men carrying a sofa',
      'entity: a man',
      'entity: a door',
      'action: a man opening a door',
    ],
  ],
  [
    'A tabby cat pouncing on a ball of yarn, another cat watching from the sofa.',
    [
      'entity: a tabby cat',
      'entity: a ball of yarn',
      'action: a tabby cat pouncing on a ball of yarn',
      'relation: a tabby cat on a ball of yarn',
      'entity: a cat',
      'entity: a sofa',
      'action: a cat watching from a sofa',
    ],
  ],
  [
    'A skateboarder leaping over a row of trash cans.',
    [
      'entity: a skateboarder',
      'entity: trash cans',
      'action: a skateboarder leaping over trash cans',
      'relation: a skateboarder over trash cans',
    ],
  ],
  [
    'A woman turns around and waves.',
    ['entity: a woman', 'action: a woman turning around', 'action: a woman waving'],
  ],
  [
    'A sailor coils a rope on deck and hums.',
    [
      'entity: a sailor',
      'entity: a rope',
      'action: a sailor coiling a rope',
      'entity: a deck',
      'action: a sailor coiling rope on a deck',
      'action: a sailor humming',
    ],
  ],
  [
    'A man sells pots and drums.',
    [
      'entity: a man',
      'entity: pots',
      'action: a man selling pots',
      'entity: drums',
      'action: a man selling drums',
    ],
  ],
  [
    'A man sells pots and bowls, smiling.',
    [
      'entity: a man',
      'entity: pots',
      'action: a man selling pots',
      'entity: bowls',
      'action: a man selling bowls',
      'action: a man smiling',
    ],
  ],
  [
    'Children are gathered around a fire.',
    [
      'entity: children',
      'entity: fire',
      'action: children gathering around fire',
      'relation: children around fire',
    ],
  ],
  [
    'A nurse gives two boys a blanket and a cup.',
    [
      'entity: a nurse',
      'entity: boys',
      'count: two boys',
      'entity: a blanket',
      'action: a nurse giving a blanket',
      'entity: a cup',
      'action: a nurse giving a cup',
      'phrase: A nurse gives two boys a blanket and a cup',
    ],
  ],
  [
    'A vendor sells a child an ice cream.',
    ['entity: a vendor', 'entity: a child', 'entity: ice cream', 'action: a vendor selling ice cream'],
  ],
  [
    'A boy throws his dog a stick.',
    ['entity: a boy', 'entity: a dog', 'entity: a stick', 'action: a boy throwing a stick'],
  ],
  [
    'A man passes his wife the salt.',
    [
      'entity: a man',
      'entity: a wife',
      'entity: salt',
      'action: a man passing salt',
      'phrase: A man passes his wife the salt',
    ],
  ],
  [
    'A girl gives her brother a hug.',
    [
      'entity: a girl',
      'entity: a brother',
      'action: a girl giving a hug',
      'phrase: A girl gives her brother a hug',
    ],
  ],
  [
    'A man kisses his wife, the queen.',
    ['entity: a man', 'entity: a wife', 'action: a man kissing a wife', 'entity: a queen'],
  ],
  [
    'A boy is chased by a goose across a yard.',
    [
      'entity: a boy',
      'entity: a goose',
      'action: a goose chasing a boy',
      'entity: a yard',
      'action: a boy chased across a yard',
    ],
  ],
  [
    'A boy is chased by a goose with a scarf.',
    ['entity: a boy', 'entity: a goose', 'action: a goose chasing a boy', 'attribute: a goose with a scarf'],
  ],
  [
    'A street with cars honking and vendors shouting.',
    [
      'place: on a street',
      'entity: cars',
      'relation: a street with cars',
      'action: cars honking',
      'entity: vendors',
      'action: vendors shouting',
      'phrase: A street with cars honking and vendors shouting',
    ],
  ],
  [
    'A guard keeps watch at a gate.',
    ['entity: a guard', 'entity: a gate', 'action: a guard keeping watch at a gate'],
  ],
  ['A man keeps a watch in a drawer.', ['entity: a man', 'entity: a watch', 'entity: a drawer']],
  ['A man watches her go.', ['entity: a man', 'action: a man watching']],
  [
    'A man watches her dance partner.',
    ['entity: a man', 'entity: a dance partner', 'action: a man watching a dance partner'],
  ],
  [
    'A letter is torn in half by a hand.',
    [
      'entity: a letter',
      'attribute: a torn letter',
      'entity: a hand',
      'phrase: A letter is torn in half by a hand',
    ],
  ],
  ['A man with his coat torn.', ['entity: a man', 'attribute: a man in a torn coat']],
  ['A statue with its head broken.', ['entity: a statue', 'attribute: a statue with a broken head']],
  [
    'A soldier with his arm bandaged leans on a crutch.',
    [
      'entity: a soldier',
      'attribute: a soldier with a bandaged arm',
      'entity: a crutch',
      'action: a soldier leaning on a crutch',
      'phrase: A soldier with his arm bandaged leans on a crutch',
    ],
  ],
  [
    'A man with his hat walked home.',
    ['entity: a man', 'attribute: a man in a hat', 'action: a man walking'],
  ],
  [
    'A man with his dog tired.',
    [
      'entity: a man',
      'entity: a dog',
      'relation: a man with a dog',
      'attribute: a tired dog',
      'phrase: A man with his dog tired',
    ],
  ],
  [
    'A woman sits with her legs crossed on a rug.',
    [
      'entity: a woman',
      'attribute: a woman with crossed legs',
      'entity: a rug',
      'action: a woman sitting on a rug',
      'relation: a woman on a rug',
      'phrase: A woman sits with her legs crossed on a rug',
    ],
  ],
  [
    'A man leans with his arms crossed on a wall.',
    [
      'entity: a man',
      'action: a man leaning',
      'entity: a wall',
      'action: arms crossed on a wall',
      'phrase: A man leans with his arms crossed on a wall',
    ],
  ],
  [
    'A woman sits with her hands raised on a bench.',
    ['entity: a woman', 'action: a woman sitting', 'entity: a bench', 'action: hands raised on a bench'],
  ],
  [
    'A tree struck by lightning.',
    ['entity: a tree', 'entity: lightning', 'action: a tree struck by lightning'],
  ],
  [
    'A man stood by a tree.',
    [
      'entity: a man',
      'entity: a tree',
      'action: a man standing next to a tree',
      'relation: a man next to a tree',
    ],
  ],
  [
    'chef tossing pizza dough in air',
    [
      'entity: a chef',
      'entity: pizza dough',
      'action: a chef tossing pizza dough',
      'phrase: chef tossing pizza dough in air',
    ],
  ],
  [
    'Two boxers touch gloves.',
    ['entity: boxers', 'count: two boxers', 'entity: gloves', 'action: boxers touching gloves'],
  ],
  [
    'grandmother knitting long orange scarf, rocking chair',
    [
      'entity: a grandmother',
      'entity: a scarf',
      'attribute: a long scarf',
      'attribute: an orange scarf',
      'action: a grandmother knitting a scarf',
      'phrase: grandmother knitting long orange scarf',
      'entity: a rocking chair',
    ],
  ],
  [
    'young violinist tuning her instrument backstage',
    ['entity: a young violinist', 'entity: an instrument', 'action: a young violinist tuning an instrument'],
  ],
  [
    'woman with a basket climbing a hill',
    [
      'entity: a woman',
      'entity: a basket',
      'relation: a woman with a basket',
      'entity: a hill',
      'action: a woman climbing a hill',
    ],
  ],
  [
    'woman with a cat climbing a tree',
    [
      'entity: a woman',
      'entity: a cat',
      'relation: a woman with a cat',
      'entity: a tree',
      'action: a cat climbing a tree',
    ],
  ],
  [
    'man with a lamp casting light on a wall',
    [
      'entity: a man',
      'entity: a lamp',
      'relation: a man with a lamp',
      'entity: a light',
      'action: a lamp casting a light',
      'entity: a wall',
      'action: a lamp casting light on a wall',
    ],
  ],
  ['A man plugs in a lamp.', ['entity: a man', 'entity: a lamp', 'action: a man plugging in a lamp']],
  ['The lamp is off.', ['entity: a lamp', 'attribute: a lamp that is off']],
  ['The street lights are on.', ['entity: street lights', 'attribute: street lights that are on']],
  ['The lid is off.', ['entity: a lid']],
  ['The lamp is on a table.', ['entity: a lamp', 'entity: a table', 'relation: a lamp on a table']],
  ['The lamp is not on.', ['entity: a lamp', 'attribute: not a lamp that is on']],
  ['A red Ferrari speeds past.', ['entity: Ferrari', 'attribute: a red Ferrari', 'action: Ferrari speeding']],
  [
    'Three Porsche cars in a garage.',
    [
      'entity: porsche cars',
      'count: three porsche cars',
      'entity: a garage',
      'relation: porsche cars in a garage',
    ],
  ],
  [
    'Two Vespa scooters parked outside a cafe.',
    [
      'entity: vespa scooters',
      'count: two vespa scooters',
      'entity: a cafe',
      'action: vespa scooters parked outside a cafe',
    ],
  ],
  [
    'Five Lego figures on a shelf.',
    [
      'entity: lego figures',
      'count: five lego figures',
      'entity: a shelf',
      'relation: lego figures on a shelf',
    ],
  ],
  [
    'Four Viking ships on the sea.',
    [
      'entity: viking ships',
      'count: four viking ships',
      'place: on the sea',
      'relation: viking ships on the sea',
    ],
  ],
  ['The Porsche cars race.', ['entity: porsche cars', 'action: porsche cars racing']],
  [
    'JACK waits under a clock, tapping his foot.',
    [
      'entity: a person',
      'entity: a clock',
      'action: a person waiting under a clock',
      'relation: a person under a clock',
      'action: a person tapping a foot',
    ],
  ],
  [
    'BILL hands ROSE a letter. ROSE drops it.',
    [
      'entity: a person',
      'entity: a letter',
      'action: a person handing a letter',
      'action: a person dropping a letter',
    ],
  ],
  ['DAISY (30s) paces the room.', ['entity: a person', 'entity: a room', 'action: a person pacing a room']],
  [
    'A ROSE stands in a vase.',
    ['entity: a rose', 'entity: a vase', 'action: a rose standing in a vase', 'relation: a rose in a vase'],
  ],
  [
    'OLD MAN sits on a crate. A BOY waits.',
    [
      'entity: an old man',
      'entity: a crate',
      'action: an old man sitting on a crate',
      'relation: an old man on a crate',
      'entity: a boy',
      'action: a boy waiting',
    ],
  ],
  ['A DOG barks at HANK.', ['entity: a dog', 'entity: a person', 'action: a dog barking at a person']],
  [
    'A man holds a USB stick.',
    ['entity: a man', 'entity: an usb stick', 'relation: a man holding an usb stick'],
  ],
  [
    'INT. BAKERY - DAWN. A baker hauls a tray out of the oven and sets it on the counter.',
    [
      'place: in a bakery',
      'time: at sunrise',
      'entity: a baker',
      'entity: a tray',
      'action: a baker hauling a tray',
      'entity: an oven',
      'action: a baker hauling tray out of an oven',
      'action: a baker setting a tray',
      'entity: a counter',
      'action: a baker setting tray on a counter',
    ],
  ],
  [
    'EXT. CAR - NIGHT. A boy sleeps in it.',
    [
      'place: in a car',
      'time: at night',
      'entity: a boy',
      'action: a boy sleeping in a car',
      'relation: a boy in a car',
    ],
  ],
  [
    'INT. DINER - NIGHT. A waitress refills a cup. He does not look up.',
    [
      'place: in a diner',
      'time: at night',
      'entity: a waitress',
      'entity: a cup',
      'action: a waitress refilling a cup',
      'entity: a person',
      'action: not a person looking up',
    ],
  ],
  [
    'passersby tossing coins into a hat',
    [
      'entity: passersby',
      'entity: coins',
      'action: passersby tossing coins',
      'entity: a hat',
      'action: passersby tossing coins into a hat',
    ],
  ],
]);
