/** Distances of frames from those of their board that are most like them. */
import { lowestHashes } from './compared-with.js';
import { Kept } from './kept.js';
import { takeMedian } from './robust.js';
import { runThrough, type Steps } from './steps.js';
import type { Features } from './style-aspects.js';
import { amongScenes, type Distances, indicesOf, type Usual, usualIn, zAgainst } from './style-distance.js';
import { namesOf, type StyleFrame } from './style-frame.js';

/** What frames are compared in: each a point, whose values belong together in runs. */
export interface Space {
  /** How many values belong together, run after run. */
  readonly runs: readonly number[];
  /** Compared within the scene where that is large enough. */
  readonly ofScene: boolean;
  /** What a frame's point is told by: another for another point. */
  nameOf(frame: StyleFrame): unknown;
  /** Writes a frame's point into `room`, as many values as the runs have; false where it has none. */
  place(frame: StyleFrame, room: Float64Array): boolean;
}

/** Some frames as points, one after another. */
interface Points {
  readonly all: Float64Array;
  /** Each one's place among them. */
  readonly members: ReadonlyMap<string, number>;
}

/** How frames stand to those of a sample. */
export interface Nearest {
  readonly usual: Usual;
  /** Of every frame of the sample, by take. */
  readonly distances: ReadonlyMap<string, number>;
  /** Of others, as far as it was asked. */
  readonly others: WeakMap<Features, { readonly name: unknown; readonly distance: number }>;
}

/** Frames that are worked through in one step. */
const AT_ONCE = 32;
/** Frames of which every pair says what a usual distance is: those with the lowest hashes, wherever they stand. */
const PAIRED = 48;
/** Two that are alike in everything are no measure. */
const LEAST_USUAL = 1e-3;

/** Of how many others the nearest are those that a frame is held against. */
export const nearestOf = (others: number): number =>
  Math.min(others, Math.max(2, Math.round(0.85 * Math.sqrt(others + 1))));

/**
 * The mean distance to the nearest others of its scene or board: a story has light and dark scenes, and a frame that is
 * like some of them has not left its style. Two points are as far apart as their runs are on the mean, each over the
 * board's usual distance in it. Null where a frame of the sample has no point. `kept`: for the next board, where these
 * frames are compared with everyone.
 */
export function* nearestDistances(
  { runs, ofScene, nameOf, place }: Space,
  sample: readonly StyleFrame[],
  scene: (name: string) => readonly StyleFrame[],
  kept = new Kept<Nearest>(),
): Steps<Distances<StyleFrame> | null> {
  const length = runs.reduce((sum, run) => sum + run, 0);
  if (length === 0) return null;
  function* pointsOf(frames: readonly StyleFrame[]): Steps<Points> {
    const all = new Float64Array(frames.length * length);
    const able: StyleFrame[] = [];
    for (const [at, frame] of frames.entries()) {
      if (place(frame, all.subarray(able.length * length, (able.length + 1) * length))) able.push(frame);
      if (at % AT_ONCE === AT_ONCE - 1) yield;
    }
    return { all: all.subarray(0, able.length * length), members: indicesOf(able) };
  }
  const everyone = yield* pointsOf(sample);
  if (everyone.members.size < sample.length) return null;
  yield;
  const paired = lowestHashes(sample, PAIRED).map(({ takeId }) => everyone.members.get(takeId) as number);
  const shares = usualOf(everyone.all, runs, paired).map((usual) => 1 / (runs.length * usual));
  const pointsFor = amongScenes(everyone, ofScene ? (own) => runThrough(pointsOf(scene(own))) : null);
  const room = new Float64Array(length);
  const distanceOf = (frame: StyleFrame): number | null => {
    const { all, members } = pointsFor(frame);
    const own = members.get(frame.takeId);
    if (own === undefined && !place(frame, room)) return null;
    const point = own === undefined ? room : all.subarray(own * length, (own + 1) * length);
    return meanOfNearest(point, all, own, runs, shares);
  };
  function* standing(): Steps<Nearest> {
    const distances = new Float64Array(sample.length);
    for (const [at, frame] of sample.entries()) {
      distances[at] = distanceOf(frame) ?? 0;
      if (at % AT_ONCE === AT_ONCE - 1) yield;
    }
    return {
      usual: { ...usualIn(distances), shares },
      distances: new Map(sample.map(({ takeId }, at) => [takeId, distances[at] as number])),
      others: new WeakMap(),
    };
  }
  if (ofScene) {
    const { usual, distances } = yield* standing();
    return against(usual, (frame) => distances.get(frame.takeId) ?? distanceOf(frame));
  }
  const { usual, distances, others } = yield* kept.get([...namesOf(sample, nameOf), ...shares], standing);
  return against(usual, (frame) => {
    const own = distances.get(frame.takeId);
    if (own !== undefined) return own;
    const name = nameOf(frame);
    const known = others.get(frame.features);
    if (known && known.name === name) return known.distance;
    const distance = distanceOf(frame);
    if (distance !== null) others.set(frame.features, { name, distance });
    return distance;
  });
}

const against = (usual: Usual, distanceOf: (frame: StyleFrame) => number | null): Distances<StyleFrame> => ({
  usual,
  of(frame) {
    const distance = distanceOf(frame);
    return distance === null ? null : { distance, z: zAgainst(usual, distance) };
  },
});

/** The board's usual distance in each run: the median over pairs of the points at `paired`. */
function usualOf(points: Float64Array, runs: readonly number[], paired: readonly number[]): number[] {
  const length = runs.reduce((sum, run) => sum + run, 0);
  let from = 0;
  return runs.map((run) => {
    const found: number[] = [];
    for (const [at, i] of paired.entries())
      for (const j of paired.slice(0, at))
        found.push(apart(points, i * length + from, points, j * length + from, run));
    from += run;
    return Math.max(LEAST_USUAL, takeMedian(Float64Array.from(found)));
  });
}

/** Root of the mean square of `run` differences. */
function apart(a: Float64Array, i: number, b: Float64Array, j: number, run: number): number {
  let sum = 0;
  for (let f = 0; f < run; f++) {
    const off = (a[i + f] as number) - (b[j + f] as number);
    sum += off * off;
  }
  return Math.sqrt(sum / run);
}

/** The nearest of one frame, nearest first; no more are ever asked for than of the largest sample. */
const nearest = new Float64Array(64);

/** Of the distances from a point to all of `points` but the one at `own`. */
function meanOfNearest(
  point: Float64Array,
  points: Float64Array,
  own: number | undefined,
  runs: readonly number[],
  shares: readonly number[],
): number {
  const count = points.length / point.length;
  const wanted = nearestOf(count - (own === undefined ? 0 : 1));
  let found = 0;
  for (let other = 0, start = 0; other < count; other++, start += point.length) {
    if (other === own) continue;
    // As far as the last of those that are kept, or farther: in more runs it comes no nearer.
    const bound = found === wanted ? (nearest[found - 1] as number) : Number.POSITIVE_INFINITY;
    let distance = 0;
    for (let run = 0, from = 0; run < runs.length && distance < bound; run++) {
      const size = runs[run] as number;
      distance += (shares[run] as number) * apart(point, from, points, start + from, size);
      from += size;
    }
    if (distance >= bound) continue;
    let at = found < wanted ? found++ : found - 1;
    for (; at > 0 && (nearest[at - 1] as number) > distance; at--) nearest[at] = nearest[at - 1] as number;
    nearest[at] = distance;
  }
  let sum = 0;
  for (let at = 0; at < found; at++) sum += nearest[at] as number;
  return found === 0 ? 0 : sum / found;
}
