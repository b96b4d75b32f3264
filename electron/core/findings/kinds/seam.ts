import { pictureFault } from '../picture-fault.js';

export const seam = pictureFault('seam', [
  {
    measure: 'seam',
    message: 'A straight line runs through the whole picture, as where two tiles meet that do not quite fit.',
    label: 'step along one line, log2',
    digits: 1,
    gravely: 9,
  },
]);
