import { BLANK, pictureFault } from '../picture-fault.js';

export const flatFrame = pictureFault('flat-frame', [
  {
    measure: BLANK,
    message: 'This picture is blank, or nearly so.',
    label: 'spread of values in levels',
    digits: 1,
    gravely: 0,
  },
]);
