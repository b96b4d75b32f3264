/** Words found by halving the text that lists them: a set of the same words takes six times the room. */
import { remembered } from './remembered.js';

/** Of a list, some hundred kibibytes. */
const ANSWERS = 2000;

export class SortedWords {
  readonly #text: string;

  /** `text`: each word once, in the order that `<` puts them in, with one space between two; '' = none. */
  constructor(text: string) {
    this.#text = text;
  }

  readonly has = remembered((word) => this.#find(word), ANSWERS);

  #find(word: string): boolean {
    let low = 0;
    let high = this.#text.length;
    while (low < high) {
      const start = this.#text.lastIndexOf(' ', (low + high) >> 1) + 1;
      const end = this.#endOf(start);
      const found = this.#text.slice(start, end);
      if (found === word) return true;
      if (found < word) low = end + 1;
      else high = start - 1;
    }
    return false;
  }

  #endOf(start: number): number {
    const space = this.#text.indexOf(' ', start);
    return space < 0 ? this.#text.length : space;
  }
}
