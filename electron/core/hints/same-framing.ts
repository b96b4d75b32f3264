/** Two wide shots in a row, which the shots themselves do not ask for. */
import { replace } from '@core/edits/index.js';
import { type FindHints, wordsOf } from './hint-context.js';

const WIDE = /\b(?:extreme |very )?(?:wide|establishing)(?:[- ]angle)? (?:shot|view)\b/i;

export const sameFraming: FindHints = ({ prompt, description, neighbours }, keyOf) => {
  const words = wordsOf(prompt, WIDE);
  if (words === null || WIDE.test(description)) return [];
  return neighbours
    .filter((one) => WIDE.test(one.prompt))
    .map(({ shot: { id, number } }) => ({
      about: id,
      message: `Shot ${number} is a wide shot too: two in a row.`,
      edit: replace(keyOf(id), words, 'medium shot'),
    }));
};
