import { headOf } from './english.js';
import { OPEN_CROWD, PEOPLE } from './lexicon.js';

/** Whether a noun means somebody, or an open number of people: "old man", "crowd". */
export function isPerson(noun: string): boolean {
  const head = headOf(noun);
  return PEOPLE[head] !== undefined || OPEN_CROWD.has(head);
}
