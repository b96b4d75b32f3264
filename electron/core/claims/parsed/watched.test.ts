/** Who does what is looked at, who goes on behind what he carries, and words that look like deeds and are none. */
import { describeExactly } from './testing/kept-arcs.js';

describeExactly('What is looked at, carried and worn, on kept arcs', import.meta.url, [
  [
    'A boy watches the parade pass by.',
    ['entity: a boy', 'entity: a parade', 'action: a boy watching a parade', 'action: a parade passing'],
  ],
  [
    'A man watches that the pot boils.',
    ['entity: a man', 'action: a man watching', 'entity: a pot', 'action: a pot boiling'],
  ],
  [
    'The hunter crouches behind a log, rifle raised, watching the trees.',
    [
      'entity: a hunter',
      'entity: a log',
      'action: a hunter crouching behind a log',
      'relation: a hunter behind a log',
      'entity: a rifle',
      'attribute: a raised rifle',
      'entity: trees',
      'action: a hunter watching trees',
    ],
  ],
  [
    'A guard stands at the gate, his lantern lifted, peering into the fog.',
    [
      'entity: a guard',
      'entity: a gate',
      'action: a guard standing at a gate',
      'entity: a lantern',
      'attribute: a lifted lantern',
      'entity: fog',
      'action: a guard peering into fog',
      'weather: in fog',
    ],
  ],
  [
    'The dog runs, leash trailing, barking.',
    [
      'entity: a dog',
      'action: a dog running',
      'entity: a leash',
      'action: a leash trailing',
      'action: a dog barking',
    ],
  ],
  [
    'A wizard stirs a pot, smoke pouring out, filling the room.',
    [
      'entity: a wizard',
      'entity: a pot',
      'action: a wizard stirring a pot',
      'entity: smoke',
      'action: smoke pouring out',
      'entity: a room',
      'action: smoke filling a room',
    ],
  ],
  [
    'A blacksmith swings a hammer, sparks flying, lighting the room.',
    [
      'entity: a blacksmith',
      'entity: a hammer',
      'action: a blacksmith swinging a hammer',
      'entity: sparks',
      'action: sparks flying',
      'entity: a room',
      'action: sparks lighting a room',
    ],
  ],
  [
    'A wizard stirs a pot, smoke pouring out, coughing.',
    [
      'entity: a wizard',
      'entity: a pot',
      'action: a wizard stirring a pot',
      'entity: smoke',
      'action: smoke pouring out',
      'action: a wizard coughing',
    ],
  ],
  [
    'A captain stands at the wheel, wind howling.',
    ['entity: a captain', 'entity: a wheel', 'action: a captain standing at a wheel', 'weather: in wind'],
  ],
  [
    'The truck stops, engine smoking, leaking oil.',
    [
      'entity: a truck',
      'entity: an engine',
      'action: an engine smoking',
      'entity: oil',
      'action: an engine leaking oil',
    ],
  ],
  [
    'The hunter crouches behind a log, breath steaming.',
    [
      'entity: a hunter',
      'entity: a log',
      'action: a hunter crouching behind a log',
      'relation: a hunter behind a log',
      'entity: a breath',
      'attribute: a steaming breath',
    ],
  ],
  [
    'Guests raise their glasses as the bride cuts the cake.',
    [
      'entity: guests',
      'entity: glasses',
      'relation: guests raising glasses',
      'entity: a bride',
      'entity: a cake',
      'action: a bride cutting a cake',
    ],
  ],
  [
    'A waiter fills her glasses.',
    ['entity: a waiter', 'entity: glasses', 'action: a waiter filling glasses'],
  ],
  [
    'A man raises his glasses to read.',
    [
      'entity: a man',
      'attribute: a man with glasses',
      'relation: a man raising glasses',
      'action: a man reading',
    ],
  ],
  [
    '2boys, matching grey hoodies, sharing umbrella',
    [
      'entity: boys',
      'count: two boys',
      'attribute: two boys in matching hoodies',
      'attribute: two boys in grey hoodies',
      'phrase: matching grey hoodies',
      'entity: an umbrella',
      'action: boys sharing an umbrella',
    ],
  ],
  [
    'small bedroom, unmade bed, red curtains',
    [
      'place: in a bedroom',
      'attribute: a small bedroom',
      'entity: a bed',
      'entity: curtains',
      'attribute: red curtains',
    ],
  ],
  ['Kofi pedals uphill.', ['entity: a person', 'action: a person pedaling']],
  ['Bram drags the sled uphill.', ['entity: a person', 'entity: a sled', 'action: a person dragging a sled']],
  ['Marta counts the money twice.', ['entity: a person', 'entity: money', 'action: a person counting money']],
  [
    'Two kids point at the gulls on the mast.',
    [
      'entity: kids',
      'count: two kids',
      'entity: gulls',
      'action: kids pointing at gulls',
      'entity: a mast',
      'relation: gulls on a mast',
    ],
  ],
  [
    'A cat stares at a bird in a tree.',
    [
      'entity: a cat',
      'entity: a bird',
      'action: a cat staring at a bird',
      'entity: a tree',
      'relation: a bird in a tree',
    ],
  ],
  [
    'A woman looks at a letter in a kitchen.',
    [
      'entity: a woman',
      'entity: a letter',
      'action: a woman looking at a letter',
      'place: in a kitchen',
      'relation: a letter in a kitchen',
    ],
  ],
  [
    'A girl blows dandelion seeds across a meadow.',
    [
      'entity: a girl',
      'entity: dandelion seeds',
      'action: a girl blowing dandelion seeds',
      'place: in a meadow',
      'action: a girl blowing dandelion seeds across a meadow',
    ],
  ],
  [
    'A woman reads a book in a garden.',
    [
      'entity: a woman',
      'entity: a book',
      'action: a woman reading a book',
      'place: in a garden',
      'relation: a woman in a garden',
    ],
  ],
  [
    'A waitress carries four plates, two balanced on her forearm.',
    [
      'entity: a waitress',
      'entity: plates',
      'count: four plates',
      'relation: a waitress carrying plates',
      'attribute: a balanced plate',
      'phrase: two balanced on her forearm',
    ],
  ],
  [
    'Six dogs lie on a rug, one asleep.',
    [
      'entity: dogs',
      'count: six dogs',
      'entity: a rug',
      'action: dogs lying on a rug',
      'relation: dogs on a rug',
      'attribute: an asleep dog',
    ],
  ],
  [
    'The cat is awake, the dog is asleep.',
    ['entity: a cat', 'attribute: an awake cat', 'entity: a dog', 'attribute: an asleep dog'],
  ],
  [
    'A match flares in the dark.',
    ['entity: a match', 'action: a match flaring', 'phrase: A match flares in the dark'],
  ],
  [
    'A cat bats at a ball under a chair.',
    [
      'entity: a cat',
      'entity: a ball',
      'action: a cat batting at a ball',
      'entity: a chair',
      'relation: a ball under a chair',
    ],
  ],
  [
    'A man watches a barn, fire raging, crackling.',
    [
      'entity: a man',
      'entity: a barn',
      'action: a man watching a barn',
      'entity: fire',
      'action: fire raging',
      'action: fire crackling',
    ],
  ],
]);
