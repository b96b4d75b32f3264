import { newSeedWithout, pictureFault } from '../picture-fault.js';

export const upscaling = pictureFault(
  'upscaling',
  [
    {
      measure: 'upscaling',
      message:
        'The picture looks enlarged from a smaller one: its edges are soft and fine detail is missing.',
      label: 'traces of enlargement',
      digits: 1,
      gravely: 15,
    },
  ],
  newSeedWithout('low resolution'),
);
