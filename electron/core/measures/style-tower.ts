/** Distances of frames in what the judge's vision tower sees. */
import type { Steps } from './steps.js';
import type { StyleFrame } from './style-frame.js';
import type { GroupDistances } from './style-groups.js';
import { nearestDistances } from './style-nearest.js';

/** By the directions of the towers. Null before a judge has looked at all of the sample. */
export function* towerDistances(sample: readonly StyleFrame[]): Steps<GroupDistances | null> {
  const length = sample[0]?.tower.length ?? 0;
  const place = ({ tower }: StyleFrame, room: Float64Array): boolean => {
    if (tower.length !== length) return false;
    const norm = Math.sqrt(squareOf(tower)) || 1;
    for (let f = 0; f < length; f++) room[f] = (tower[f] as number) / norm;
    return true;
  };
  const runs = length === 0 ? [] : [length];
  const found = yield* nearestDistances({ runs, ofScene: false, place }, sample, () => []);
  return found && { name: 'vision', of: found.of };
}

/** Of length 1; one that is 0 stays so. */
export function unitOf(tower: ArrayLike<number>): Float64Array {
  const unit = new Float64Array(tower);
  const norm = Math.sqrt(squareOf(unit)) || 1;
  for (let i = 0; i < unit.length; i++) unit[i] = (unit[i] as number) / norm;
  return unit;
}

function squareOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (values[i] as number) ** 2;
  return sum;
}
