import { newSeedWithout, pictureFault } from '../picture-fault.js';

export const blur = pictureFault(
  'blur',
  [
    {
      measure: 'blur',
      message: 'The whole picture is blurred, even where it is sharpest.',
      label: 'edge width in px',
      digits: 1,
      gravely: 8,
    },
  ],
  newSeedWithout('blurry'),
);
