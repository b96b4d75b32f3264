import { newSeedWithout, pictureFault } from '../picture-fault.js';

export const ringing = pictureFault(
  'ringing',
  [
    {
      measure: 'ringing',
      message: 'Edges have light and dark outlines, as if the picture had been sharpened too much.',
      label: 'overshoot at edges in %',
      digits: 0,
      gravely: 8,
    },
  ],
  newSeedWithout('oversharpened'),
);
