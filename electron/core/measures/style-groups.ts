/** Distances of frames in one group of features alone: what is shown of a style. */
import { quantile } from './planes.js';
import { centreOf, columnOf, medianWithout } from './robust.js';
import type { Steps } from './steps.js';
import { amongScenes, type Distances, indicesOf, usualIn, zAgainst } from './style-distance.js';
import type { StyleFrame } from './style-frame.js';

export interface Group {
  readonly name: string;
  /** Smallest spread of one value, so that constant values do not decide. */
  readonly floor: number;
  /** Compared within the scene where that is large enough. */
  readonly ofScene: boolean;
}

export const GROUPS: readonly Group[] = [
  { name: 'colour', floor: 0.05, ofScene: true },
  { name: 'tone', floor: 0.08, ofScene: true },
  { name: 'saturation', floor: 0.04, ofScene: true },
  { name: 'line', floor: 0.06, ofScene: false },
  { name: 'texture', floor: 0.025, ofScene: false },
  { name: 'frequency', floor: 0.08, ofScene: false },
  { name: 'grain', floor: 0.06, ofScene: false },
];
/** One value further out than this counts no more: a single odd number is not a style. */
export const MAX_Z = 6;

/** Frames whose distances are worked out in one step. */
const AT_ONCE = 128;

export interface GroupDistances extends Distances<StyleFrame> {
  readonly name: string;
}

/** The values of some frames in each feature of a group, sorted. */
interface Columns {
  readonly sorted: readonly Float64Array[];
  readonly medians: readonly number[];
  readonly members: ReadonlySet<string>;
}

/** Null where the board has no such features. */
export function* groupDistances(
  { name, floor, ofScene }: Group,
  sample: readonly StyleFrame[],
  scene: (name: string) => readonly StyleFrame[],
): Steps<GroupDistances | null> {
  const length = sample[0]?.features[name]?.length ?? 0;
  if (length === 0) return null;
  const everyone = columnsOf(sample, name, length);
  const spreads = everyone.sorted.map((column) => Math.max(floor, centreOf(column).scale));
  const columnsFor = amongScenes(everyone, ofScene ? (own) => columnsOf(scene(own), name, length) : null);
  /** Root mean square, over the group's values, of the distance to the others' median in spreads of the board. */
  const distanceOf = (frame: StyleFrame): number => {
    const values = frame.features[name] ?? [];
    const { sorted, medians, members } = columnsFor(frame);
    const isMember = members.has(frame.takeId);
    let square = 0;
    for (let f = 0; f < length; f++) {
      const value = values[f] ?? 0;
      const middle = isMember ? medianWithout(sorted[f] as Float64Array, value) : (medians[f] as number);
      const z = Math.min(MAX_Z, Math.abs(value - middle) / (spreads[f] as number));
      square += (z * z) / length;
    }
    return Math.sqrt(square);
  };
  yield;
  const distances = new Float64Array(sample.length);
  for (let at = 0; at < sample.length; at++) {
    distances[at] = distanceOf(sample[at] as StyleFrame);
    if (at % AT_ONCE === AT_ONCE - 1) yield;
  }
  const indices = indicesOf(sample);
  const usual = usualIn(distances);
  yield;
  return {
    name,
    usual,
    of(frame) {
      const distance = distances[indices.get(frame.takeId) ?? -1] ?? distanceOf(frame);
      return { distance, z: zAgainst(usual, distance) };
    },
  };
}

function columnsOf(frames: readonly StyleFrame[], group: string, length: number): Columns {
  const rows = frames.map(({ features }) => features[group] ?? []);
  const sorted = Array.from({ length }, (_, f) => columnOf(rows, f).sort());
  return {
    sorted,
    medians: sorted.map((column) => quantile(column, 0.5)),
    members: new Set(frames.map(({ takeId }) => takeId)),
  };
}
