import { pictureFault } from '../picture-fault.js';

export const noise = pictureFault('noise', [
  {
    measure: 'noise',
    message: 'The frame is noisy.',
    label: 'noise in levels',
    digits: 1,
    gravely: 10,
  },
]);
