/** Words with what hangs on each, to be hung elsewhere one after another. */
import { hasLabel, hungOn, isVerb } from './arcs.js';
import type { Dictionary } from './dictionary.js';
import { type Arc, isOneOf, lowerAt, type Word } from './word.js';

/** One piece or sentence whose arcs are moved, word by word. */
export class HungWords {
  readonly arcs: Arc[];
  /** By word, what hangs on it, in order: to go through all words for each would take a long text seconds. */
  private readonly hung: number[][];

  constructor(
    readonly words: readonly Word[],
    arcs: readonly Arc[],
    readonly dictionary: Dictionary,
  ) {
    this.arcs = [...arcs];
    this.hung = arcs.map(() => []);
    for (const [i, { head }] of arcs.entries()) if (head !== i) this.hung[head]?.push(i);
  }

  arc(i: number): Arc {
    return this.arcs[i] as Arc;
  }

  lower(i: number): string {
    return lowerAt(this.words, i);
  }

  lemma(i: number): string {
    return this.dictionary.lemmaOf(this.lower(i), this.arc(i).tag);
  }

  /** What hangs on a word, in order; only what has one of the labels where some are named. Nobody may change it. */
  kids(i: number, ...labels: readonly string[]): readonly number[] {
    const all = this.hung[i] as readonly number[];
    // Most words hold none: nothing is made for these.
    return all.length === 0 || labels.length === 0
      ? all
      : all.filter((at) => hasLabel(this.arc(at), ...labels));
  }

  doers(i: number): readonly number[] {
    return this.kids(i, 'nsubj', 'nsubjpass');
  }

  isOwn(noun: number): boolean {
    return this.kids(noun, 'poss').some((at) => this.arc(at).tag === 'PRP$');
  }

  move(i: number, head: number, label: string, tag = this.arc(i).tag): void {
    const from = this.arc(i).head;
    this.hung[from] = this.kids(from).filter((at) => at !== i);
    if (head !== i) this.hung[head] = [...this.kids(head), i].sort((a, b) => a - b);
    this.arcs[i] = { ...hungOn(this.arc(i), head, label, 0.9), tag };
  }

  /** The verb that a preposition, or the noun that one leads to, hangs on over prepositions; −1 for none. */
  verbAbove(i: number): number {
    for (let at = i, steps = 0; steps < 6; steps++) {
      const { head, label } = this.arc(at);
      if (head === at || !isOneOf(label, 'prep', 'pobj', 'dobj', 'acl')) return -1;
      at = head;
      if (isVerb(this.arc(at))) return at;
    }
    return -1;
  }

  /** Where the words of a noun start, its article included, and whether "and" joins them to what stands before. */
  joinedFrom(noun: number): number {
    let at = noun;
    while (at > 0 && /^(?:DT|PRP\$|JJ|NN|VB[GN]|CD|HYPH)/.test(this.arc(at - 1).tag)) at--;
    return at > 0 && this.lower(at - 1) === 'and' ? at : -1;
  }
}
