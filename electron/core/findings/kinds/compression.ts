import { pictureFault } from '../picture-fault.js';

export const compression = pictureFault('compression', [
  {
    measure: 'blockiness',
    message: 'The picture is broken into small square blocks, as strong compression leaves them.',
    label: 'blockiness',
    digits: 2,
    gravely: 12,
  },
]);
