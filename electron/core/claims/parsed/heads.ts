/** From what the parser thinks of every pair of words to trees: each word one head, no circles. */

/** `scores[i][c]`: log-probability that the head of word i is the root (c = 0) or word c − 1. Heads; −1 for a root. */
export function headsFrom(scores: readonly ArrayLike<number>[]): number[] {
  const count = scores.length;
  const score = (i: number, column: number): number => (scores[i] as ArrayLike<number>)[column] as number;
  const columns = Array.from({ length: count }, (_, i) =>
    bestColumn(scores[i] as ArrayLike<number>, count, (c) => c !== i + 1),
  );
  if (count > 0 && !columns.includes(0)) {
    let root = 0;
    for (let i = 1; i < count; i++) if (score(i, 0) > score(root, 0)) root = i;
    columns[root] = 0;
  }
  /** Whether the word hangs on the circle, or is of it: hung on that one, another circle would come of it. */
  const leadsInto = (circle: readonly number[], word: number): boolean => {
    let at = word;
    for (let steps = 0; steps < count && at >= 0 && !circle.includes(at); steps++)
      at = (columns[at] as number) - 1;
    return at >= 0;
  };
  for (let circle = circleIn(columns); circle.length > 0; circle = circleIn(columns)) {
    let cut = circle[0] as number;
    let to = 0;
    let least = Number.POSITIVE_INFINITY;
    for (const i of circle) {
      const other = bestColumn(
        scores[i] as ArrayLike<number>,
        count,
        (c) => c === 0 || !leadsInto(circle, c - 1),
      );
      const cost = score(i, columns[i] as number) - score(i, other);
      if (cost < least) [cut, to, least] = [i, other, cost];
    }
    columns[cut] = to;
  }
  return columns.map((column) => column - 1);
}

function bestColumn(row: ArrayLike<number>, count: number, allowed: (column: number) => boolean): number {
  let best = 0;
  for (let column = 1; column <= count; column++)
    if (allowed(column) && ((row[column] as number) > (row[best] as number) || !allowed(best))) best = column;
  return best;
}

/** The words of a circle; none when every word leads to a root. */
function circleIn(columns: readonly number[]): number[] {
  const state = new Uint8Array(columns.length);
  for (let start = 0; start < columns.length; start++) {
    const path: number[] = [];
    let at = start;
    while (at >= 0 && state[at] === 0) {
      state[at] = 1;
      path.push(at);
      at = (columns[at] as number) - 1;
    }
    if (at >= 0 && state[at] === 1) return path.slice(path.indexOf(at));
    for (const one of path) state[one] = 2;
  }
  return [];
}
