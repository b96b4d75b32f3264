import { type Arc, type Word, wordsOf } from '../word.js';

export interface Tagged {
  readonly words: readonly Word[];
  readonly arcs: readonly Arc[];
}

/**
 * "net/NN/pobj/2": each word with its tag, its label and which word it hangs on; without those as "dep" of the first. A
 * fifth part says how sure that is; it is sure without.
 */
export function tagged(text: string): Tagged {
  const parts = text.split(' ').map((one) => one.split('/'));
  const words = wordsOf(parts.map(([word]) => word).join(' '));
  if (words.length !== parts.length) throw new Error(`More or fewer words than tags: ${text}`);
  const arcs = parts.map(([, tag = '', label = 'dep', head = '0', sure = '1']) => ({
    tag,
    head: Number(head),
    label,
    sure: Number(sure),
    held: 1,
  }));
  return { words, arcs };
}

/** The words whose arcs became others, as they are now: "in/RP/prt/1 net/NN/dobj/1". */
export const changed = ({ words, arcs }: Tagged, after: readonly Arc[]): string =>
  after
    .flatMap(({ tag, label, head }, i) => {
      const before = arcs[i] as Arc;
      const isSame = before.tag === tag && before.label === label && before.head === head;
      return isSame ? [] : [`${words[i]?.text}/${tag}/${label}/${head}`];
    })
    .join(' ');
