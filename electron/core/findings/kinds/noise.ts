import { pictureFault } from '../picture-fault.js';

export const noise = pictureFault('noise', [
  {
    measure: 'noise',
    message: 'There is noise all over the picture.',
    label: 'noise in levels',
    digits: 1,
    gravely: 10,
  },
]);
