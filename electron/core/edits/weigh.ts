/** How heavy words are made, in generators that read weights. */
import { weighted } from '@shared/prompt-syntax.js';
import type { EditContext } from './edit-context.js';

/** Past this, generators burn the picture rather than obey. */
export const MOST = 1.5;
/** For words that were missed once. */
export const FIRST = 1.3;
/** For words that the prompt did not say before. */
export const NEW = 1.2;

/** The weight after this one. */
export const heavier = (weight: number): number => (weight < FIRST ? FIRST : MOST);

/** The words with this weight; as they are where the generator reads none. */
export const weigh = (
  context: Pick<EditContext, 'can' | 'dialect'>,
  words: string,
  weight: number,
): string => (context.can.weights ? weighted(words, weight, context.dialect) : words);

/** Why another seed is tried where words have all the weight they can take. */
export const spent = (words: string): string =>
  `Try another seed: “${words}” has all the weight that it can take`;
