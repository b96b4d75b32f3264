import { describeExactly } from './testing/kept-arcs.js';

describeExactly('names behind nouns, phrases of prompts, capitals and tags', import.meta.url, [
  [
    'Pip the bunny eats a carrot.',
    ['entity: a bunny', 'entity: a carrot', 'action: a bunny eating a carrot'],
  ],
  [
    'Her nephew Ilja holds a kite.',
    ['entity: a nephew', 'entity: a kite', 'relation: a nephew holding a kite'],
  ],
  [
    'Two paramedics Joy and Kwame lift a stretcher.',
    [
      'entity: paramedics',
      'count: two paramedics',
      'entity: a stretcher',
      'relation: paramedics lifting a stretcher',
    ],
  ],
  ['Captain Lulu waves.', ['entity: a person', 'action: a person waving']],
  ['A girl in a beautiful garden.', ['entity: a girl', 'place: in a garden', 'relation: a girl in a garden']],
  ['Beautiful, detailed, a fox.', ['entity: a fox']],
  [
    'A snowy village at night.',
    ['weather: in snow', 'place: in a village', 'attribute: a snowy village', 'time: at night'],
  ],
  ['Snowy day, a fox.', ['weather: in snow', 'entity: a fox']],
  [
    'Mist over the river.',
    ['entity: mist', 'weather: in fog', 'entity: a river', 'relation: mist over a river'],
  ],
  [
    'Rain on the window.',
    ['entity: rain', 'weather: in rain', 'entity: a window', 'relation: rain on a window'],
  ],
  ['A boat in the fog.', ['entity: a boat', 'weather: in fog']],
  [
    'Sunlight through the trees.',
    ['entity: sunlight', 'time: by day', 'entity: trees', 'relation: sunlight through trees'],
  ],
  ['WENNA waits at the door.', ['entity: a person', 'entity: a door', 'action: a person waiting at a door']],
  ['MASTERPIECE, BEST QUALITY, 1girl, red coat', ['entity: a girl', 'attribute: a girl in a red coat']],
  ['fox', ['entity: a fox']],
  ['fox, snow, night', ['entity: a fox', 'weather: in snow', 'time: at night']],
  ['smile', []],
  ['kitchen', ['place: in a kitchen']],
  ['running', []],
  ['cactus, lamp, old', ['entity: a cactus', 'entity: a lamp', 'attribute: an old cactus']],
  [
    'Kneeling in the mud, a soldier digs a grave.',
    [
      'entity: mud',
      'entity: a soldier',
      'action: a soldier kneeling in mud',
      'relation: a soldier in mud',
      'entity: a grave',
      'action: a soldier digging a grave',
    ],
  ],
  [
    'girl red coat blue hat forest path lantern',
    [
      'entity: a girl',
      'attribute: a girl in a red coat',
      'attribute: a girl in a blue hat',
      'place: on a forest path',
      'entity: a lantern',
    ],
  ],
  [
    'The knight fought a dragon. He raised his sword. The dragon fled.',
    [
      'entity: a knight',
      'entity: a dragon',
      'action: a knight fighting a dragon',
      'entity: a sword',
      'relation: a knight raising a sword',
      'action: a dragon fleeing',
    ],
  ],
  [
    'A fox, who wears a hat, sits on a log which floats down a river.',
    [
      'entity: a fox',
      'attribute: a fox with a hat',
      'entity: a log',
      'action: a fox sitting on a log',
      'relation: a fox on a log',
      'entity: a river',
      'action: a log floating down a river',
    ],
  ],
  [
    'INT. KITCHEN - NIGHT. Wenna cooks soup.',
    [
      'place: in a kitchen',
      'time: at night',
      'entity: a person',
      'entity: soup',
      'action: a person cooking soup',
    ],
  ],
  ['A lamp. Another lamp. The lamps glow.', ['entity: a lamp', 'action: a lamp glowing']],
  ['dog running', ['entity: a dog', 'action: a dog running']],
  ['old man smoking pipe', ['entity: an old man', 'entity: a pipe', 'action: an old man smoking a pipe']],
  [
    'A girl holding a lamp, smiling, her hair in a braid.',
    [
      'entity: a girl',
      'entity: a lamp',
      'relation: a girl holding a lamp',
      'action: a girl smiling',
      'attribute: hair with a braid',
    ],
  ],
  ['The picture shows Wenna and Tom.', ['entity: a person']],
  ['Tom and two girls.', ['entity: a person', 'entity: girls', 'count: two girls']],
  [
    'Wenna, Tom and a child on a bench.',
    ['entity: a person', 'entity: a child', 'entity: a bench', 'relation: a child on a bench'],
  ],
]);
