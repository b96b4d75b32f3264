import { newSeedWithout, pictureFault } from '../picture-fault.js';

export const border = pictureFault(
  'border',
  [
    {
      measure: 'border',
      message: 'The picture has bars or a frame around it that the other shots do not have.',
      label: 'share of the picture in bars',
      digits: 2,
      gravely: 10,
    },
  ],
  newSeedWithout('border'),
);
