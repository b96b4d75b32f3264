import { pictureFault } from '../picture-fault.js';

export const compression = pictureFault('compression', [
  {
    measure: 'blockiness',
    message: 'Compression blocks can be seen in the frame.',
    label: 'blockiness',
    digits: 2,
    gravely: 12,
  },
]);
