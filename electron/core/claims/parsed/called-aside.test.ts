import { describeExactly } from './testing/kept-arcs.js';

describeExactly('who is called what aside, and what is opened', import.meta.url, [
  [
    'The housekeeper, Mrs. Lindqvist, turns every portrait to the wall.',
    [
      'entity: a housekeeper',
      'entity: a portrait',
      'action: a housekeeper turning a portrait',
      'entity: a wall',
      'action: a housekeeper turning portrait to a wall',
    ],
  ],
  ['Her brother, Tom, waits.', ['entity: a brother', 'action: a brother waiting']],
  [
    'The teacher, Tom, and a dog wait.',
    [
      'entity: a teacher',
      'entity: a person',
      'entity: a dog',
      'action: a teacher waiting',
      'action: a person waiting',
      'action: a dog waiting',
    ],
  ],
  ['A cook, Tom, waits.', ['entity: a cook', 'entity: a person', 'action: a person waiting']],
  ['Her brothers, Tom, waits.', ['entity: brothers', 'entity: a person', 'action: a person waiting']],
  [
    'The boy, a cap on his head, waits.',
    ['entity: a boy', 'entity: a cap', "relation: a cap on a boy's head", 'action: a boy waiting'],
  ],
  [
    'The dog, Biscuit, barks at a cat.',
    ['entity: a dog', 'entity: Biscuit', 'entity: a cat', 'action: a dog barking at a cat'],
  ],
  [
    'A door swings open.',
    ['entity: a door', 'action: a door swinging', 'attribute: an open door', 'phrase: A door swings open'],
  ],
  [
    'A wolf noses open a door.',
    ['entity: a wolf', 'entity: a door', 'action: a wolf nosing a door', 'phrase: A wolf noses open a door'],
  ],
  [
    'A girl pushes open a door.',
    [
      'entity: a girl',
      'entity: a door',
      'action: a girl pushing a door',
      'phrase: A girl pushes open a door',
    ],
  ],
  [
    'A hatch swings open and a hand waves a white flag.',
    [
      'entity: a hatch',
      'action: a hatch swinging',
      'attribute: an open hatch',
      'entity: a hand',
      'entity: a flag',
      'attribute: a white flag',
      'action: a hand waving a flag',
      'phrase: A hatch swings open and a hand waves a white flag',
    ],
  ],
  ['A door stands open.', ['entity: a door', 'action: a door standing', 'attribute: an open door']],
]);
