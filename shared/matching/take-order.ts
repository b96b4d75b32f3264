import { byName } from '../natural-order.js';

const withoutExtension = (path: string): string => path.replace(/\.[^./\\]+$/, '');

/** Natural order of takes: what a name was added to follows it, `1 (2).png` after `1.png`. */
export const byNameOfTake = (a: string, b: string): number =>
  byName(withoutExtension(a), withoutExtension(b)) || byName(a, b);
