/** The parsed words of one piece, with what hangs on each. */
import { list } from '../lexicon.js';
import { isAdjective, isVerb, tagAt } from './arcs.js';
import { lemmaOf } from './lemma.js';
import { type Arc, lowerAt, type ParsedWord, type Word } from './word.js';

export const SUBJECTS = ['nsubj', 'nsubjpass', 'csubj'] as const;

const NOT = list("not, n't, never");
const DENYING = list(
  'no, nor, neither, hardly, barely, scarcely, rarely, seldom, nowhere, without, longer, nt',
);

export function parsed(
  words: readonly Word[],
  arcs: readonly Arc[],
  lemma: (word: string, tag: string) => string = lemmaOf,
): ParsedWord[] {
  return words.map((word, i) => {
    const arc = arcs[i] as Arc;
    return { ...word, ...arc, lemma: lemma(word.lower, arc.tag) };
  });
}

export class Tree {
  private readonly children: readonly (readonly number[])[];

  constructor(readonly words: readonly ParsedWord[]) {
    const children: number[][] = words.map(() => []);
    for (const [i, { head }] of words.entries()) if (head !== i) children[head]?.push(i);
    this.children = children;
  }

  word(i: number): ParsedWord {
    return this.words[i] as ParsedWord;
  }

  /** Indexes of what hangs on a word, in order; only those with one of the labels where some are named. */
  kids(i: number, ...labels: readonly string[]): number[] {
    const all = this.children[i] ?? [];
    return labels.length === 0 ? [...all] : all.filter((kid) => labels.includes(this.word(kid).label));
  }

  roots(): number[] {
    return this.words.flatMap((word, i) => (word.head === i ? [i] : []));
  }

  /** "not", "n't", "never" of a verb or an adjective. Names of arcs are guessed: "got" of "has got stuck" denies nothing. */
  isNegated(i: number): boolean {
    return this.kids(i).some(
      (kid) => NOT.has(this.lower(kid)) || (this.word(kid).label === 'neg' && DENYING.has(this.lower(kid))),
    );
  }

  /** The words above, nearest first. */
  above(i: number): number[] {
    const up: number[] = [];
    for (let at = i; this.word(at).head !== at && up.length < this.words.length; ) {
      at = this.word(at).head;
      up.push(at);
    }
    return up;
  }

  tag(i: number): string {
    return tagAt(this.words, i);
  }

  lower(i: number): string {
    return lowerAt(this.words, i);
  }

  isVerb(i: number): boolean {
    return isVerb(this.words[i]);
  }

  isAdjective(i: number): boolean {
    return isAdjective(this.words[i]);
  }
}
