import { describeReadings } from './testing/readings.js';

describeReadings('lists of tags', [
  // No list of words has a mecha; the article of "the vines growing" was put in for the parser.
  [
    'lantern, mecha, rusted plating, kneeling in mud, vines growing over shoulder',
    ['action: a mecha kneeling in mud'],
    ['action: a lantern kneeling in mud'],
  ],
  [
    'bald monk, saffron robe, sweeping courtyard, bamboo broom, stone lion statue',
    ['action: a monk sweeping a courtyard'],
    ['attribute: a sweeping courtyard', 'attribute: a monk as a courtyard'],
  ],
  ['1boy, flipping golden pancake, flames', ['action: a boy flipping a pancake']],
  ['1boy, flipping pancake, flames', ['action: a boy flipping a pancake'], ['attribute: a flipping pancake']],
  [
    '1boy, chef hat, white apron, sweat, flipping pancake, frying pan, flames, open kitchen',
    ['entity: a frying pan'],
    ['action: a boy frying a pan'],
  ],
  ['brown bear, riding tricycle, cheering crowd', ['attribute: a cheering crowd']],
  [
    'no humans, calico cat, sleeping on windowsill, potted cactus, half-open blinds, book left open',
    ['attribute: a potted cactus'],
    ['attribute: a calico cat as a cactus'],
  ],
  ['1girl, wrench, garage, smile', ['action: a girl smiling'], ['entity: a smile']],
  ['anthro fox, red fur, walking, looking back', ['action: an anthro fox looking back']],
  [
    'elderly man, music box, snow outside window',
    ['relation: snow outside a window'],
    ['relation: an elderly man outside a window'],
  ],
  [
    '2girls, holding hands, (portrait on wall:1.2), chandelier',
    ['entity: a portrait', 'relation: a portrait on a wall'],
    ['style: a portrait'],
  ],
  ['female knight, sword, storm clouds', ['entity: storm clouds'], ['weather: in a storm']],
  ['diner, waitress leaning on counter, 1950s', [], ['entity: 1950s']],
  ...['motion blur', 'lens flare', 'film grain', 'screencap', 'dynamic angle'].map(
    (words) =>
      [
        `red fox, birch forest, ${words}`,
        ['attribute: a red fox'],
        [`entity: a ${words}`, `entity: ${words}`, 'entity: an angle'],
      ] as const,
  ),
  [
    'bald monk, saffron robe, ink wash painting, long shot, negative space',
    [],
    ['attribute: a negative space'],
  ],
  ['bowl of ramen, wooden table, food photography', ['style: a photograph'], ['entity: a food photography']],
]);

describeReadings('what is said of words near by', [
  [
    'In the foreground a calm old lady in a flowered bathing cap keeps knitting.',
    ['entity: an old lady', 'relation: an old lady in the foreground'],
    ['entity: old ladies', 'relation: an old lady in a foreground'],
  ],
  ['No colour but the orange buoy.', ['entity: a buoy'], ['not entity: a buoy']],
  [
    'Twin girls sit back to back on a wooden raft.',
    ['action: girls sitting on a raft', 'relation: girls on a raft'],
  ],
  [
    'The lamp above the porch sways from side to side.',
    ['action: a lamp swaying'],
    ['action: a lamp siding'],
  ],
  [
    'A girl with two braids trails her fingers in the water.',
    ['action: a girl trailing fingers in water'],
    ['place: in the water', 'relation: a girl in water'],
  ],
  ['Bram drags the sled uphill.', [], ['entity: an uphill']],
  ['Inside, thunder. A girl has built a tent.', [], ['entity: a thunder']],
]);
