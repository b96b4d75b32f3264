import { describeReadings } from './testing/readings.js';

describeReadings('prompts in the dialects of tools', [
  [
    'a girl in a red coat --ar 16:9 --style raw --no hat, dog',
    ['attribute: a girl in a red coat'],
    ['attribute: a girl in a hat', 'entity: a dog', 'attribute: a raw girl'],
  ],
  ['2::fox, snow::, 1.2::red scarf::', ['entity: a fox', 'attribute: a fox with a red scarf']],
  [
    'a girl in a {red|blue} coat beside a __pet__',
    ['attribute: a girl in a coat'],
    ['attribute: a red girl', 'attribute: a blue coat'],
  ],
  ['artist:wlop, 1girl, sitting on a chair, rating:general', ['entity: a girl'], ['entity: an artist']],
  ['a man ADDCOL a car ADDCOL a tree', ['entity: a man', 'entity: a car', 'entity: a tree']],
]);
