import { headOf } from './english.js';
import { ANIMALS } from './lexicon.js';

/** Whether a noun means an animal: "orange fox". */
export const isAnimal = (noun: string): boolean => ANIMALS.has(headOf(noun));
