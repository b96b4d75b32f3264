/** Sentences as the parser reads them, with what it is known to take for something else set right. */
import { withVerbsShown } from './carriers.js';
import type { Dictionary } from './dictionary.js';
import type { Arc, Parser, Word } from './word.js';

export interface WholeSentence {
  readonly words: readonly Word[];
  readonly arcs: readonly Arc[];
}

const textsOf = (words: readonly Word[]): string[] => words.map(({ text }) => text);

export async function wholeSentences(
  sentences: readonly (readonly Word[])[],
  parse: Parser,
  dictionary: Dictionary,
): Promise<WholeSentence[]> {
  const first = await parse(sentences.map(textsOf));
  const whole = sentences.map((words, i) => ({
    words,
    arcs: withAdjectives(words, first[i] ?? [], dictionary),
  }));
  const shown = whole.map(({ words, arcs }) => withVerbsShown(words, arcs));
  const changed = shown.flatMap((words, i) => (words === whole[i]?.words ? [] : [i]));
  if (changed.length === 0) return whole;
  const again = await parse(changed.map((i) => textsOf(shown[i] as readonly Word[])));
  for (const [k, i] of changed.entries())
    whole[i] = {
      words: shown[i] as readonly Word[],
      arcs: withAdjectives(shown[i] as readonly Word[], again[k] ?? [], dictionary),
    };
  return whole;
}

/** "spiky", "asleep": no nouns, whatever the parser takes them for. */
export const withAdjectives = (
  words: readonly Word[],
  arcs: readonly Arc[],
  dictionary: Dictionary,
): readonly Arc[] =>
  arcs.map((arc, i) => {
    const { lower, text } = words[i] as Word;
    return /^NNS?$/.test(arc.tag) && text === lower && dictionary.isAdjective(lower)
      ? { ...arc, tag: 'JJ' }
      : arc;
  });
