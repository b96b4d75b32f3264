/** Words of a description, each with the place it stands at in the untouched text. */
import { matchesOf } from '../matches.js';

/** `start` and `end` are characters [start, end) of the description; −1 for a word that was put in for the parser. */
export interface Word {
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
}

/** What the parser says of one word: Penn tag, index of its head (its own for the root), label, and how sure it is. */
export interface Arc {
  readonly tag: string;
  readonly head: number;
  readonly label: string;
  /** Probability of head and label together, 0 to 1. */
  readonly sure: number;
  /** Probability of the head alone, 0 to 1; where a word is hung elsewhere later, of the one that it had. */
  readonly held: number;
}

export interface ParsedWord extends Word, Arc {
  readonly lemma: string;
}

/** For each list of words one arc for each word, in order. Lists without words are not to be asked. */
export type Parser = (lists: readonly (readonly string[])[]) => Promise<readonly (readonly Arc[])[]>;

const LETTER = String.raw`[\p{L}\p{N}]`;
const END = `(?!${LETTER})`;
const SUFFIX = `(?:[sSdDmM]|[rR][eE]|[vV][eE]|[lL][lL])${END}`;
/** As the parser was taught (models/reading), and "2girls" as two words. */
const WORD = new RegExp(
  [
    String.raw`\d+(?=(?:girls?|boys?|women|woman|men|man|people|person|child|children|kids?|others?)${END})`,
    `(?<!${LETTER})(?:[Mm]rs?|[Mm]s|[Dd]r|[Ss]t|[Jj]r|[Ss]r|[Pp]rof|[Ll]t|[Ss]gt|[Cc]apt|[Mm]t|vs|etc)\\.${END}`,
    `(?<!${LETTER})(?:[A-Za-z]\\.){2,}${END}`,
    `${LETTER}+?(?=[nN]'[tT]${END})`,
    `[nN]'[tT]${END}`,
    `'${SUFFIX}`,
    String.raw`\d+(?:[.,:]\d+)+`,
    `${LETTER}+(?:'(?!${SUFFIX})${LETTER}+)*`,
    String.raw`\.{2,}|-{2,}`,
    String.raw`\S`,
  ].join('|'),
  'gu',
);

/** One letter for one, so that places stay. */
const straight = (text: string): string => text.replace(/[‘’ʼ´`]/g, "'").replace(/[“”„«»]/g, '"');

/** The words of `text`, punctuation among them, hyphens as words of their own. `at`: where the text stands. */
export function wordsOf(text: string, at = 0): Word[] {
  return matchesOf(straight(text), WORD).map((match) => ({
    text: match[0],
    lower: match[0].toLowerCase(),
    start: at + match.index,
    end: at + match.index + match[0].length,
  }));
}

/** In small letters; '' where no word is. */
export const lowerAt = (words: readonly Word[], i: number): string => words[i]?.lower ?? '';

/** Whether it is there and one of these. */
export const isOneOf = (one: string | undefined, ...these: readonly string[]): boolean =>
  one !== undefined && these.includes(one);

/** A word that stands nowhere in the description, for the parser alone. */
export const putIn = (text: string): Word => ({ text, lower: text.toLowerCase(), start: -1, end: -1 });
