/** The one of `known` that is most like a key that is not known. */
export function nearestKey(key: string, known: readonly string[]): string {
  return [...known].sort((a, b) => keyDistance(key, a) - keyDistance(key, b))[0] ?? '';
}

/** Levenshtein distance, letters in any case. */
export function keyDistance(a: string, b: string): number {
  const from = a.toLowerCase();
  const to = b.toLowerCase();
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const substitution = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(substitution, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
