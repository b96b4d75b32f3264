import { pictureFault } from '../picture-fault.js';

export const seam = pictureFault('seam', [
  {
    measure: 'seamStrength',
    message: 'A straight line runs through the whole picture, as where two tiles meet that do not quite fit.',
    label: 'signs of a seam along one line',
    digits: 1,
    gravely: 9,
  },
]);
