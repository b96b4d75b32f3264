/** Distances of frames in what the judge's vision tower sees. */
import type { Kept } from './kept.js';
import type { Steps } from './steps.js';
import type { StyleFrame } from './style-frame.js';
import type { GroupDistances } from './style-groups.js';
import { type Nearest, nearestDistances } from './style-nearest.js';

/** By the directions of the towers. Null before a judge has looked at all of the sample. */
export function* towerDistances(
  sample: readonly StyleFrame[],
  kept?: Kept<Nearest>,
): Steps<GroupDistances | null> {
  const length = sample[0]?.tower.length ?? 0;
  const place = ({ tower }: StyleFrame, room: Float64Array): boolean => {
    if (tower.length !== length) return false;
    unitOf(tower, room);
    return true;
  };
  const runs = length === 0 ? [] : [length];
  // Reading a tower takes longer than all else: only of a frame whose tower has no name.
  const nameOf = (frame: StyleFrame) => frame.towerName ?? frame.tower;
  const found = yield* nearestDistances({ runs, ofScene: false, nameOf, place }, sample, () => [], kept);
  return found && { name: 'vision', ...found };
}

/** Of length 1; one that is 0 stays so. `unit`: where it is written. */
export function unitOf(
  tower: ArrayLike<number>,
  unit: Float64Array = new Float64Array(tower.length),
): Float64Array {
  let square = 0;
  for (let i = 0; i < tower.length; i++) square += (tower[i] as number) ** 2;
  const norm = Math.sqrt(square) || 1;
  for (let i = 0; i < tower.length; i++) unit[i] = (tower[i] as number) / norm;
  return unit;
}
