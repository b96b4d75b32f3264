/**
 * The natural opposites of a claim. A small model says yes, or no, too easily; asked for a thing and its opposite it has
 * to choose (arXiv 2603.26769).
 */
import type { Asked } from './skill.js';
import { skillOf } from './skill.js';

/** Words of which at most one is true of the same thing. Texts of a claim, or one word of them. */
const TIMES = ['at night', 'by day', 'at sunset', 'at sunrise'];
const FRAMINGS = ['a wide shot', 'a close-up', 'a medium shot'];
const COUNTS = ['one person', 'two people', 'three people'];
const COLOURS = ['red', 'green', 'blue', 'yellow', 'white', 'black', 'brown', 'orange', 'purple'];

const otherTexts = (texts: readonly string[], text: string): string[] =>
  texts.includes(text) ? texts.filter((other) => other !== text) : [];

/** The same with each of the other words in the place of the first that is one of them. */
function otherWords(words: readonly string[], text: string): string[] {
  const found = new RegExp(`\\b(?:${words.join('|')})\\b`).exec(text);
  if (!found) return [];
  const [word] = found;
  const before = text.slice(0, found.index);
  const after = text.slice(found.index + word.length);
  return words
    .filter((other) => other !== word)
    .map((other) => before.replace(/\ban? $/, /^[aeiou]/.test(other) ? 'an ' : 'a ') + other + after);
}

/** Texts that cannot hold where the claim does, the plainest first; [] where nothing is its natural opposite. */
export function contrastsOf(claim: Asked): string[] {
  const { text } = claim;
  switch (skillOf(claim)) {
    case 'side':
      return otherWords(['left', 'right'], text);
    case 'colour':
      return otherWords(COLOURS, text);
    case 'time':
      return otherTexts(TIMES, text);
    case 'framing':
      return otherTexts(FRAMINGS, text);
    case 'count':
      return otherTexts(COUNTS, text);
    default:
      return [];
  }
}
