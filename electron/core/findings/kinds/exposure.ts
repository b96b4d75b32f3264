import { pictureFault } from '../picture-fault.js';

export const exposure = pictureFault('exposure', [
  {
    measure: 'clippedLow',
    message: 'Much of the picture is pure black.',
    label: 'share of pure black',
    digits: 2,
    gravely: 10,
  },
  {
    measure: 'clippedHigh',
    message: 'Much of the picture is blown out to white.',
    label: 'share of pure white',
    digits: 2,
    gravely: 10,
  },
]);
