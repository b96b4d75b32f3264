/** What is taken out of a description before it is read as English: quoted words, and other languages. */
import { isEnglish } from './english.js';
import { INSCRIPTION, SPEECH } from './lexicon.js';

/** In double quotes, or in single ones that are no apostrophes. */
const QUOTED = /["“”]([^"“”\n]{1,120})["“”]|(?<=^|[\s(])['‘]([^'‘’\n]{1,80})['’](?=$|[\s,.;:!?)])/g;

export interface Quote {
  readonly words: string;
  readonly span: readonly [number, number];
}

/** Words in quotation marks that stand in the picture; speech is taken out as well, and says nothing of it. */
export function takeQuotes(text: string): { text: string; quotes: Quote[]; all: Quote['span'][] } {
  const quotes: Quote[] = [];
  const everything: Quote['span'][] = [];
  const rest = text.replace(
    QUOTED,
    (all, double: string | undefined, single: string | undefined, at: number) => {
      const words = double ?? single ?? '';
      const around = `${text.slice(Math.max(0, at - 60), at)} ${text.slice(at + all.length, at + all.length + 40)}`;
      if (INSCRIPTION.test(around) || !SPEECH.test(around))
        quotes.push({ words: words.trim(), span: [at, at + all.length] });
      everything.push([at, at + all.length]);
      return ' '.repeat(all.length);
    },
  );
  return { text: rest, quotes, all: everything };
}

/** Sentences in other languages, whole; blanked out of the text that is read as English. */
export function takeForeign(text: string): { text: string; foreign: Quote[] } {
  const foreign: Quote[] = [];
  const rest = text.replace(/[^.!?。！？\n]+[.!?。！？]*/gu, (sentence, at: number) => {
    if (isEnglish(sentence)) return sentence;
    const lead = sentence.length - sentence.trimStart().length;
    const words = sentence.trim();
    foreign.push({ words, span: [at + lead, at + lead + words.length] });
    return ' '.repeat(sentence.length);
  });
  return { text: rest, foreign };
}
