/** Rows of which boards hold a hundred thousand, in a third of the memory: what they have in common is kept once. */
import type { Row } from '@shared/records/index.js';

/** Characters. A shot's prompt is its pick's as well; longer ones are rare. */
const LONGEST_SHARED = 4096;

/** One for all rows that are read together. */
export class CompactRows {
  readonly #texts = new Map<string, string>();
  readonly #lists = new Map<string, readonly unknown[]>();

  /**
   * Of `row`, which nobody else holds, every short text and list is replaced by an equal one that was there before;
   * rows are never changed in place, so nobody can tell. `id`: its own, as the text that the table has it under.
   */
  of(id: string, row: Record<string, unknown>): Row {
    this.#texts.set(id, id);
    for (const field in row) {
      const value = row[field];
      if (typeof value === 'string') row[field] = this.#text(value);
      else if (Array.isArray(value)) row[field] = this.#list(value);
    }
    return row;
  }

  #text(text: string): string {
    if (text.length > LONGEST_SHARED) return text;
    const known = this.#texts.get(text);
    if (known === undefined) this.#texts.set(text, text);
    return known ?? text;
  }

  #list(list: unknown[]): readonly unknown[] {
    if (list.some((entry) => typeof entry === 'object')) return list;
    const key = list.join('\n');
    const known = this.#lists.get(key);
    if (known && isSame(known, list)) return known;
    const shared = list.map((entry) => (typeof entry === 'string' ? this.#text(entry) : entry));
    this.#lists.set(key, shared);
    return shared;
  }
}

const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((entry, at) => Object.is(entry, b[at]));
