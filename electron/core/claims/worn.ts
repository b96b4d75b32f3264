import { headOf } from './english.js';
import { pluralOf } from './entities.js';
import { BODY, CLOTHING } from './lexicon.js';

/** Whether a noun means what somebody wears and may take off: "red coat". */
export const isClothing = (noun: string): boolean => CLOTHING.has(headOf(noun));

/** Whether a noun means what somebody wears, or a part of the body: "red coat", "twin braids". */
export const isWorn = (noun: string): boolean => {
  const head = headOf(noun);
  return CLOTHING.has(head) || BODY.has(head) || BODY.has(pluralOf(head));
};
