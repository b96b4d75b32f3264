import { editDistance } from './edit-distance.js';

/** The one of `known` that is most like a key that is not known. */
export function nearestKey(key: string, known: readonly string[]): string {
  return [...known].sort((a, b) => keyDistance(key, a) - keyDistance(key, b))[0] ?? '';
}

/** Levenshtein distance, letters in any case. */
export const keyDistance = (a: string, b: string): number => editDistance(a.toLowerCase(), b.toLowerCase());
