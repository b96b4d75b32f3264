/** Distances of frames in what the judge's vision tower sees. */
import { quantile } from './planes.js';
import { centreOf, columnOf, medianWithout } from './robust.js';
import type { Steps } from './steps.js';
import { indicesOf, zAgainst } from './style-distance.js';
import type { StyleFrame } from './style-frame.js';
import { type GroupDistances, MAX_Z } from './style-groups.js';

/** Features, and frames, that are worked through in one step. */
const AT_ONCE = 64;
const READ_AT_ONCE = 16;

/**
 * Cosine distance to the middle direction of the other frames, over the board's own median distance. Null before a
 * judge has looked at all of the sample.
 */
export function* towerDistances(sample: readonly StyleFrame[]): Steps<GroupDistances | null> {
  const units: Float64Array[] = [];
  for (const { tower } of sample) {
    if (tower.length === 0 || tower.length !== (units[0] ?? tower).length) return null;
    units.push(unitOf(tower));
    // Each may have to be read from a file.
    if (units.length % READ_AT_ONCE === 0) yield;
  }
  const length = units[0]?.length ?? 0;
  if (length === 0) return null;
  const middles = new Float64Array(length);
  const dots = new Float64Array(sample.length);
  const norms = new Float64Array(sample.length);
  // In one place each: a thousand lists of each would wait outside of the heap to be cleared away.
  const column = new Float64Array(sample.length);
  const sorted = new Float64Array(sample.length);
  for (let f = 0; f < length; f++) {
    if (f % AT_ONCE === 0) yield;
    columnOf(units, f, column);
    sorted.set(column);
    sorted.sort();
    middles[f] = quantile(sorted, 0.5);
    for (let i = 0; i < column.length; i++) {
      const value = column[i] as number;
      const middle = medianWithout(sorted, value);
      dots[i] = (dots[i] as number) + middle * value;
      norms[i] = (norms[i] as number) + middle * middle;
    }
  }
  const raw = dots.map((dot, i) => apart(dot, norms[i] as number));
  const usual = Math.max(1e-3, centreOf(raw).median);
  const inSpreads = (distance: number) => Math.min(MAX_Z, distance / usual);
  const distances = raw.map(inSpreads);
  const middleNorm = dotOf(middles, middles);
  const indices = indicesOf(sample);
  const z = zAgainst(distances);
  return {
    name: 'vision',
    of(frame) {
      const known = distances[indices.get(frame.takeId) ?? -1];
      if (known !== undefined) return { distance: known, z: z(known) };
      const { tower } = frame;
      if (tower.length !== length) return null;
      const distance = inSpreads(apart(dotOfUnit(tower, middles), middleNorm));
      return { distance, z: z(distance) };
    },
  };
}

const apart = (dot: number, norm: number): number => Math.max(0, 1 - dot / (Math.sqrt(norm) || 1));

/** Of length 1; one that is 0 stays so. */
export function unitOf(tower: ArrayLike<number>): Float64Array {
  const unit = new Float64Array(tower);
  const norm = Math.sqrt(dotOf(unit, unit)) || 1;
  for (let i = 0; i < unit.length; i++) unit[i] = (unit[i] as number) / norm;
  return unit;
}

/** `dotOf(unitOf(tower), other)`, without making the unit vector: it is asked for every frame of a board. */
function dotOfUnit(tower: ArrayLike<number>, other: Float64Array): number {
  const norm = Math.sqrt(dotOf(tower, tower)) || 1;
  let sum = 0;
  for (let i = 0; i < tower.length; i++) sum += ((tower[i] as number) / norm) * (other[i] as number);
  return sum;
}

function dotOf(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
