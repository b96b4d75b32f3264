/** A line between two sides of points, found by regularised least squares; closed, so that it is the same each time. */
import type { Steps } from '@core/measures/index.js';

export interface Side {
  /** Which side of the line a point lies on, and how far: about 1 where the examples of the first side lie, −1 for the other. */
  of(point: Float64Array): number;
  /** The same of each point that it was made of, by the others alone. */
  readonly leftOut: Float64Array;
}

/** How much straying is forgiven against how far the line may bend towards single points. */
const RIDGE = 0.1;

/**
 * `points`: of one length, some of each side. Both sides weigh the same however many they are. Works on the products of
 * points, of which there are far fewer than numbers in them; every point left out in turn follows in closed form.
 */
export function* ridge(points: readonly Float64Array[], isFirst: readonly boolean[]): Steps<Side> {
  const count = points.length;
  const firsts = isFirst.filter(Boolean).length;
  const kernel: Float64Array[] = [];
  for (const a of points) {
    kernel.push(Float64Array.from(points, (b) => dotOf(a, b)));
    yield;
  }
  const size = kernel.reduce((sum, row, i) => sum + (row[i] ?? 0), 0) / count || 1;
  const matrix = kernel.map((row, i) => {
    const weight = count / (2 * (isFirst[i] ? firsts : count - firsts));
    return row.map((value, j) => value / size + (i === j ? RIDGE / weight : 0));
  });
  const inverse = yield* inverseOf(matrix);
  const target = Float64Array.from(isFirst, (first) => (first ? 1 : -1));
  const sums = Float64Array.from(inverse, sumOf);
  const total = sumOf(sums);
  const bias = dotOf(sums, target) / total;
  const pull = Float64Array.from(inverse, (row, i) => dotOf(row, target) - bias * (sums[i] ?? 0));
  const leftOut = pull.map((value, i) => {
    const alone = (inverse[i]?.[i] ?? 1) - (sums[i] ?? 0) ** 2 / total;
    return (target[i] ?? 0) - value / alone;
  });
  const across = new Float64Array(points[0]?.length ?? 0);
  for (const [i, point] of points.entries())
    for (let f = 0; f < across.length; f++)
      across[f] = (across[f] ?? 0) + ((pull[i] ?? 0) * (point[f] ?? 0)) / size;
  return { leftOut, of: (point) => dotOf(across, point) + bias };
}

/** Gauss-Jordan in place. Of what is positive definite no pivot is 0. */
function* inverseOf(matrix: readonly Float64Array[]): Steps<readonly Float64Array[]> {
  for (const [p, pivotRow] of matrix.entries()) {
    const pivot = pivotRow[p] ?? 1;
    pivotRow[p] = 1;
    for (let j = 0; j < pivotRow.length; j++) pivotRow[j] = (pivotRow[j] ?? 0) / pivot;
    for (const row of matrix) {
      const factor = row[p] ?? 0;
      if (row === pivotRow || factor === 0) continue;
      row[p] = 0;
      for (let j = 0; j < row.length; j++) row[j] = (row[j] ?? 0) - factor * (pivotRow[j] ?? 0);
    }
    yield;
  }
  return matrix;
}

const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

function dotOf(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
