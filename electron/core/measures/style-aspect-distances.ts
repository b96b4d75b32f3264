/** Distances of frames in one aspect of style: what flags. */
import { Recent } from '@shared/recent.js';
import { reusedDoubles } from './reused.js';
import { columnOf, takeMedian } from './robust.js';
import type { Steps } from './steps.js';
import { type Aspect, type AspectSpread, aspectVector, whitened } from './style-aspects.js';
import { indicesOf, MIN_SCENE, SCENES_KEPT, zAgainst } from './style-distance.js';
import type { StyleFrame } from './style-frame.js';
import spreads from './style-spread.json' with { type: 'json' };

export interface AspectDistances {
  /** Robust z of the frame's median distance to the others of its scene or board; 0 where it lacks the features. */
  z(frame: StyleFrame): number;
}

/** Some frames as points in coordinates where every direction varies alike, one point after another. */
interface Points {
  readonly all: Float64Array;
  readonly indices: ReadonlyMap<string, number>;
}

/** Frames whose distances are worked out in one step. */
const AT_ONCE = 64;

/** Null where a frame of the sample lacks the features. */
export function* aspectDistances(
  aspect: Aspect,
  sample: readonly StyleFrame[],
  scene: (name: string) => readonly StyleFrame[],
): Steps<AspectDistances | null> {
  const spread: AspectSpread = spreads[aspect.name];
  const length = spread.scale.length;
  const vectors = sample.map(({ features }) => aspectVector(features, aspect));
  if (vectors.some((vector) => vector.length !== length)) return null;
  yield;
  const middle = spread.scale.map((_, f) => takeMedian(columnOf(vectors, f)));
  const [vectorRoom, pointRoom] = [reusedDoubles(), reusedDoubles()];
  /** Until it is asked for another one. */
  const pointOf = ({ features }: StyleFrame): Float64Array | null => {
    const vector = aspectVector(features, aspect, vectorRoom);
    return vector.length === length ? whitened(vector, middle, spread, pointRoom) : null;
  };
  const pointsOf = (frames: readonly StyleFrame[]): Points => {
    const able: StyleFrame[] = [];
    const all = new Float64Array(frames.length * length);
    for (const frame of frames) {
      const point = pointOf(frame);
      if (!point) continue;
      all.set(point, able.length * length);
      able.push(frame);
    }
    return { all: all.subarray(0, able.length * length), indices: indicesOf(able) };
  };
  const everyone = pointsOf(sample);
  yield;
  const scenes = new Recent<string, Points>(SCENES_KEPT);
  const pointsFor = (frame: StyleFrame): Points => {
    if (!aspect.ofScene || frame.scene === null) return everyone;
    const { scene: own } = frame;
    const points = scenes.of(own, () => pointsOf(scene(own)));
    const others = points.indices.size - (points.indices.has(frame.takeId) ? 1 : 0);
    return others + 1 < MIN_SCENE ? everyone : points;
  };
  const distanceOf = (frame: StyleFrame): number | null => {
    const { all, indices } = pointsFor(frame);
    const own = indices.get(frame.takeId);
    const point = own === undefined ? pointOf(frame) : all.subarray(own * length, (own + 1) * length);
    return point && medianDistance(point, all, own);
  };
  const distances = new Float64Array(sample.length);
  for (const [at, frame] of sample.entries()) {
    distances[at] = distanceOf(frame) ?? 0;
    if (at % AT_ONCE === 0) yield;
  }
  const z = zAgainst(distances);
  const indices = indicesOf(sample);
  return {
    z(frame) {
      const distance = distances[indices.get(frame.takeId) ?? -1] ?? distanceOf(frame);
      return distance === null ? 0 : z(distance);
    },
  };
}

/** Distances of one frame, one frame after the other: thousands of lists would each lie outside of the heap. */
let room = new Float64Array(1024);

/** To all of `points` but the one at `own`. */
function medianDistance(point: Float64Array, points: Float64Array, own: number | undefined): number {
  const size = point.length;
  const count = points.length / size;
  if (count > room.length) room = new Float64Array(2 * count);
  let at = 0;
  for (let j = 0, start = 0; j < count; j++, start += size) {
    if (j === own) continue;
    let sum = 0;
    for (let i = 0; i < size; i++) {
      const off = (point[i] as number) - (points[start + i] as number);
      sum += off * off;
    }
    room[at++] = Math.sqrt(sum);
  }
  return takeMedian(room.subarray(0, at));
}
