/**
 * Levenshtein distance: letters to be changed, added or left out to get from `a` to `b`, at least. `within`: to get to
 * some part of `b`, what stands before and behind it costs nothing.
 */
export function editDistance(a: string, b: string, within = false): number {
  if (a === b) return 0;
  const [from, to] = within ? [[...a], [...b]] : apart([...a], [...b]);
  let row = Array.from({ length: to.length + 1 }, (_, j) => (within ? 0 : j));
  for (const [i, letter] of from.entries()) {
    const next = [i + 1];
    for (const [j, other] of to.entries())
      next.push(
        Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)),
      );
    row = next;
  }
  return within ? Math.min(...row) : (row.at(-1) ?? 0);
}

/** What is left of two that differ without the letters that they begin and end with alike, which cost nothing. */
function apart(a: string[], b: string[]): [string[], string[]] {
  let start = 0;
  while (a[start] === b[start]) start++;
  const left = Math.min(a.length, b.length) - start;
  let end = 0;
  while (end < left && a.at(-1 - end) === b.at(-1 - end)) end++;
  return [a.slice(start, a.length - end), b.slice(start, b.length - end)];
}
