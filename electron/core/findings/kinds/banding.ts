import { newSeedWithout, pictureFault } from '../picture-fault.js';

const MESSAGE = 'Smooth passages are broken into bands of a single colour, like steps in the sky.';

export const banding = pictureFault(
  'banding',
  [
    {
      measure: 'banding',
      message: MESSAGE,
      label: 'share of stepped passages in %',
      digits: 1,
      gravely: 15,
    },
    {
      measure: 'loneLevels',
      message: MESSAGE,
      label: 'share of tones without any between them',
      digits: 2,
      gravely: 25,
    },
  ],
  newSeedWithout('color banding'),
);
