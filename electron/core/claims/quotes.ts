/** What is taken out of a description before it is read as English: quoted words, and other languages. */
import { blank } from '@shared/blanked.js';
import { isEnglish } from './english.js';
import { INSCRIPTION, SPEECH } from './lexicon.js';

/** In double quotes that are no inches, or in single ones that are no apostrophes. */
const QUOTED =
  /(?<!\d)["“”]([^"“”\n]{1,120})["“”]|(?<=^|[\s(])['‘]((?:[^'‘’\n]|(?<=\p{L})['’](?=\p{L})){1,80})['’](?=$|[\s,.;:!?)])/gu;

/** In capitals, behind what says that it is written: "a sign reading JOE'S DINER". One short word may stand for another. */
const SHOUTED =
  /(?<=\b(?:reads|reading|saying|says|labell?ed|titled|(?:words?|text|letters|title|lettering|inscription|caption):?) )(?:\p{Lu}[\p{Lu}'’&!-]*(?: [\p{Lu}\d][\p{Lu}\d'’&!-]*)+|\p{Lu}{3,})(?![\p{L}\d])/gu;

/** "Mira: “Where is it?”", as scripts write what is said; "Sign: “Exit”" is seen. */
const SPEAKER = /(?:^|[.!?\n]\s*)\p{Lu}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’.-]*)?(?: \([^()\n]{1,30}\))?:\s*$/u;

export interface Quote {
  readonly words: string;
  readonly span: readonly [number, number];
}

/** Whether somebody says the words at [start, end), and nothing there has them written on it. */
function isSpoken(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 60), start);
  const around = `${before} ${text.slice(end, end + 40)}`;
  return !INSCRIPTION.test(around) && (SPEECH.test(around) || SPEAKER.test(before));
}

/** Words in quotation marks that stand in the picture; speech is taken out as well, and says nothing of it. */
export function takeQuotes(text: string): { text: string; quotes: Quote[]; all: Quote['span'][] } {
  const quotes: Quote[] = [];
  const everything: Quote['span'][] = [];
  const rest = text.replace(
    QUOTED,
    (all, double: string | undefined, single: string | undefined, at: number) => {
      const words = double ?? single ?? '';
      if (!isSpoken(text, at, at + all.length))
        quotes.push({ words: words.trim(), span: [at, at + all.length] });
      everything.push([at, at + all.length]);
      return blank(all.length);
    },
  );
  const bare = rest.replace(SHOUTED, (words, at: number) => {
    if (isSpoken(text, at, at + words.length)) return words;
    quotes.push({ words, span: [at, at + words.length] });
    everything.push([at, at + words.length]);
    return blank(words.length);
  });
  return { text: bare, quotes, all: everything };
}

/** Sentences in other languages, whole; blanked out of the text that is read as English. */
export function takeForeign(text: string): { text: string; foreign: Quote[] } {
  const foreign: Quote[] = [];
  const rest = text.replace(/[^.!?。！？\n]+[.!?。！？]*/gu, (sentence, at: number) => {
    if (isEnglish(sentence)) return sentence;
    const lead = sentence.length - sentence.trimStart().length;
    const words = sentence.trim();
    foreign.push({ words, span: [at + lead, at + lead + words.length] });
    return blank(sentence.length);
  });
  return { text: rest, foreign };
}
