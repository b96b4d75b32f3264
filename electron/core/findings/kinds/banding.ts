import { newSeedWithout, pictureFault } from '../picture-fault.js';

export const banding = pictureFault(
  'banding',
  [
    {
      measure: 'banding',
      message: 'Smooth passages are broken into bands of a single colour, like steps in the sky.',
      label: 'share of stepped passages in %',
      digits: 1,
      gravely: 15,
    },
  ],
  newSeedWithout('color banding'),
);
