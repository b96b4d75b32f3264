/** How much further a picture lies from all that is on style than those lie from each other: what nobody marked can be off, too. */
import { quantile } from '@core/measures/index.js';

/** Nearest examples whose distance counts. */
const NEAREST = 3;
/** Share of the examples themselves that lie no further out than what is usual. */
const USUAL = 0.9;

export interface Strangeness {
  /** 0 = within what is usual; 1 = twice as far out. */
  of(point: Float64Array): number;
  /** The same of each example that it was made of, by the others alone. */
  readonly leftOut: readonly number[];
}

/** `points`: those on style, two or more. */
export function strangenessAmong(points: readonly Float64Array[]): Strangeness {
  const own = points.map((point, at) => nearness(point, points, at));
  const usual = usualOf(own);
  return {
    of: (point) => beyond(nearness(point, points, -1), usual),
    leftOut: own.map((distance, at) => beyond(distance, usualOf(own.toSpliced(at, 1)))),
  };
}

const beyond = (distance: number, usual: number): number =>
  usual > 0 ? Math.max(0, distance / usual - 1) : Number(distance > 0);

/** Mean distance to the nearest of them; `except`: the index of the point itself, −1 where it is none of them. */
function nearness(point: Float64Array, points: readonly Float64Array[], except: number): number {
  const nearest: number[] = [];
  for (const [at, other] of points.entries()) {
    if (at === except) continue;
    nearest.push(distanceOf(point, other));
    nearest.sort((a, b) => a - b);
    nearest.length = Math.min(NEAREST, nearest.length);
  }
  return nearest.reduce((sum, distance) => sum + distance, 0) / nearest.length;
}

function distanceOf(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += ((a[i] as number) - (b[i] as number)) ** 2;
  return Math.sqrt(sum);
}

const usualOf = (distances: readonly number[]): number =>
  quantile(
    distances.toSorted((a, b) => a - b),
    USUAL,
  );
