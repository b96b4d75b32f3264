import { describeExactly } from './testing/kept-arcs.js';

describeExactly('what is done by whom, behind what else is said', import.meta.url, [
  [
    'girl watches the train leave',
    ['entity: a girl', 'entity: a train', 'action: a girl watching a train', 'action: a train leaving'],
  ],
  [
    'A man watches a red sock tumble behind the glass.',
    [
      'entity: a man',
      'entity: a sock',
      'attribute: a red sock',
      'action: a man watching a sock',
      'entity: a glass',
      'action: a sock tumbling behind a glass',
      'relation: a sock behind a glass',
      'phrase: A man watches a red sock tumble behind the glass',
    ],
  ],
  [
    'Passengers watch the harbor lights fade.',
    [
      'entity: passengers',
      'entity: harbor lights',
      'action: passengers watching harbor lights',
      'action: harbor lights fading',
      'phrase: Passengers watch the harbor lights fade',
    ],
  ],
  [
    'A man watches a train ticket.',
    ['entity: a man', 'entity: a train ticket', 'action: a man watching a train ticket'],
  ],
  [
    'A boy watches the traffic light.',
    ['entity: a boy', 'entity: a traffic light', 'action: a boy watching a traffic light'],
  ],
  [
    'A man in a coat watches his son climb a tree.',
    [
      'entity: a man',
      'attribute: a man in a coat',
      'entity: a son',
      'action: a man watching a son',
      'entity: a tree',
      'action: a son climbing a tree',
      'phrase: A man in a coat watches his son climb a tree',
    ],
  ],
  [
    'rusty robot watering tomato plants',
    [
      'entity: a robot',
      'attribute: a rusty robot',
      'entity: tomato plants',
      'action: a robot watering tomato plants',
      'phrase: rusty robot watering tomato plants',
    ],
  ],
  ['gardener watering can, rooftop', ['entity: a gardener watering can', 'place: on a rooftop']],
  [
    'old woman, green apron, repairing music box',
    [
      'entity: an old woman',
      'attribute: an old woman in a green apron',
      'entity: a music box',
      'action: an old woman repairing a music box',
    ],
  ],
  ['boy, rocking chair, toys', ['entity: a boy', 'entity: a rocking chair', 'entity: toys']],
  ['A forge glows orange.', ['entity: a forge', 'action: a forge glowing', 'phrase: A forge glows orange']],
  ['A sign blinks red.', ['entity: a sign', 'action: a sign blinking', 'phrase: A sign blinks red']],
  [
    'A lamp glows in the corner.',
    [
      'entity: a lamp',
      'entity: a corner',
      'action: a lamp glowing in a corner',
      'relation: a lamp in a corner',
    ],
  ],
  [
    'A girl paints a wall red.',
    [
      'entity: a girl',
      'entity: a wall',
      'action: a girl painting a wall',
      'phrase: A girl paints a wall red',
    ],
  ],
  [
    'Two girls fence, one holding a mask, other raising a foil.',
    [
      'entity: girls',
      'count: two girls',
      'action: girls fencing',
      'entity: a mask',
      'relation: a girl holding a mask',
      'entity: a foil',
      'relation: a girl raising a foil',
    ],
  ],
  [
    'Two girls wait. One of them reads a book while the other trails her hand in the water.',
    [
      'entity: girls',
      'count: two girls',
      'action: girls waiting',
      'entity: a book',
      'action: a girl reading a book',
      'action: a girl trailing a hand',
      'entity: water',
      'action: a girl trailing hand in water',
    ],
  ],
  [
    'Two boys wait. The other boy sings.',
    ['entity: boys', 'count: two boys', 'action: boys waiting', 'action: a boy singing'],
  ],
  [
    'Two girls play. A girl sings.',
    [
      'entity: girls',
      'count: two girls',
      'action: girls playing',
      'entity: a girl',
      'action: a girl singing',
    ],
  ],
  [
    'Two cups on a table, the cup on the left is red.',
    [
      'entity: cups',
      'count: two cups',
      'entity: a table',
      'relation: cups on a table',
      'relation: a cup on the left',
      'attribute: a red cup',
    ],
  ],
  [
    'Each of two cups has a handle.',
    ['entity: cups', 'count: two cups', 'entity: a handle', 'relation: a cup with a handle'],
  ],
  [
    'Three dogs run. Each dog wears a collar.',
    ['entity: dogs', 'count: three dogs', 'action: dogs running', 'attribute: a dog with a collar'],
  ],
  [
    'Seven paper boats float in a bathtub, four of them sinking.',
    [
      'entity: paper boats',
      'count: seven paper boats',
      'entity: a bathtub',
      'action: paper boats floating in a bathtub',
      'relation: paper boats in a bathtub',
      'action: a paper boat sinking',
    ],
  ],
  [
    'Crushed ice glitters under an awning.',
    [
      'entity: ice',
      'attribute: crushed ice',
      'entity: an awning',
      'action: ice glittering under an awning',
      'relation: ice under an awning',
    ],
  ],
  [
    'Cold wet sand glitters under a pier.',
    [
      'entity: sand',
      'attribute: cold sand',
      'attribute: wet sand',
      'entity: a pier',
      'action: sand glittering under a pier',
      'relation: sand under a pier',
    ],
  ],
  ['The old ice glitters.', ['entity: ice', 'attribute: old ice', 'action: ice glittering']],
  [
    'A boy, wearing dungarees, stretches one finger toward a beak.',
    [
      'entity: a boy',
      'attribute: a boy in dungarees',
      'entity: a finger',
      'count: one finger',
      'action: a boy stretching a finger',
      'entity: a beak',
      'action: a boy stretching finger toward a beak',
    ],
  ],
  [
    'Behind a wall, stretches one road.',
    [
      'entity: a wall',
      'entity: a road',
      'count: one road',
      'action: a road stretching',
      'relation: a road behind a wall',
    ],
  ],
  [
    'A hedgehog holds a cake. He carries it on his spiky back.',
    [
      'entity: a hedgehog',
      'entity: a cake',
      'relation: a hedgehog holding a cake',
      'relation: a hedgehog carrying a cake',
      'attribute: a hedgehog with a spiky back',
      'action: a hedgehog carrying cake on a back',
      'phrase: He carries it on his spiky back',
    ],
  ],
  [
    'A father gives his speech under a tree.',
    ['entity: a father', 'entity: a tree', 'action: a father giving speech under a tree'],
  ],
  [
    'A politician giving a campaign speech.',
    ['entity: a politician', 'action: a politician giving a campaign speech'],
  ],
  [
    'A goat has eaten half of a cake.',
    ['entity: a goat', 'entity: a cake', 'phrase: A goat has eaten half of a cake'],
  ],
  [
    'A baker lifts a tray of round loaves out of an oven.',
    [
      'entity: a baker',
      'entity: a tray of round loaves',
      'relation: a baker lifting a tray of round loaves',
      'entity: round loaves',
      'entity: an oven',
      'relation: round loaves out of an oven',
    ],
  ],
  [
    'A pair of riding boots stands on a mat.',
    [
      'entity: riding boots',
      'entity: a mat',
      'action: riding boots standing on a mat',
      'relation: riding boots on a mat',
      'phrase: A pair of riding boots stands on a mat',
    ],
  ],
  ['The joy of riding horses.', ['entity: horses', 'phrase: The joy of riding horses']],
  [
    'A man sits by a hut, plumes of grey smoke rising behind it.',
    [
      'entity: a man',
      'entity: a hut',
      'action: a man sitting next to a hut',
      'relation: a man next to a hut',
      'entity: plumes of smoke',
      'entity: smoke',
      'attribute: grey smoke',
      'action: plumes of smoke rising behind a hut',
      'relation: plumes of smoke behind a hut',
      'phrase: plumes of grey smoke rising behind it',
    ],
  ],
  [
    'A glass of water standing on a table.',
    [
      'entity: a glass of water',
      'entity: a table',
      'action: a glass of water standing on a table',
      'relation: a glass of water on a table',
    ],
  ],
  ['Rose waters the roses.', ['entity: a person', 'entity: roses', 'action: a person watering roses']],
  [
    'Amber light fills the room.',
    [
      'entity: an amber light',
      'attribute: in warm light',
      'entity: a room',
      'action: an amber light filling a room',
    ],
  ],
  [
    'Firefighters drag a hose, others climbing a ladder.',
    [
      'entity: firefighters',
      'entity: a hose',
      'action: firefighters dragging a hose',
      'entity: a ladder',
      'action: a firefighter climbing a ladder',
    ],
  ],
  ['A man hides a laugh.', ['entity: a man', 'phrase: A man hides a laugh']],
]);
