/**
 * Levenshtein distance: letters to be changed, added or left out to get from `a` to `b`, at least. `within`: to get to
 * some part of `b`, what stands before and behind it costs nothing.
 */
export function editDistance(a: string, b: string, within = false): number {
  const to = [...b];
  let row = Array.from({ length: to.length + 1 }, (_, j) => (within ? 0 : j));
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of to.entries())
      next.push(
        Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)),
      );
    row = next;
  }
  return within ? Math.min(...row) : (row.at(-1) ?? 0);
}
