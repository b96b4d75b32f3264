/** The groups of features that are held against the nearest frames together: what flags. */
import type { Kept } from './kept.js';
import { centreOf, columnOf } from './robust.js';
import type { Steps } from './steps.js';
import type { Distances } from './style-distance.js';
import type { StyleFrame } from './style-frame.js';
import { GROUPS, type Group, MAX_Z } from './style-groups.js';
import { type Nearest, nearestDistances } from './style-nearest.js';

export interface Part {
  readonly name: 'hand' | 'colouring';
  readonly groups: readonly string[];
}

/** How a picture is drawn; what colours and tones it has, which belong to the light of a scene. */
export const PARTS: readonly Part[] = [
  { name: 'hand', groups: ['line', 'texture', 'frequency', 'grain'] },
  { name: 'colouring', groups: ['colour', 'tone', 'saturation'] },
];

/** What the values of a group are weighed by. */
interface Weighed extends Group {
  readonly medians: readonly number[];
  readonly spreads: readonly number[];
}

/** Null where a frame of the sample lacks the features. */
export function* partDistances(
  { groups }: Part,
  sample: readonly StyleFrame[],
  scene: (name: string) => readonly StyleFrame[],
  kept?: Kept<Nearest>,
): Steps<Distances<StyleFrame> | null> {
  const weighed: Weighed[] = [];
  for (const group of GROUPS.filter(({ name }) => groups.includes(name))) {
    const rows = sample.map(({ features }) => features[group.name] ?? []);
    const centres = Array.from({ length: rows[0]?.length ?? 0 }, (_, f) => centreOf(columnOf(rows, f)));
    weighed.push({
      ...group,
      medians: centres.map(({ median }) => median),
      spreads: centres.map(({ scale }) => Math.max(group.floor, scale)),
    });
    yield;
  }
  const place = ({ features }: StyleFrame, room: Float64Array): boolean => {
    let at = 0;
    for (const { name, medians, spreads } of weighed) {
      const values = features[name];
      if (!values || values.length !== spreads.length) return false;
      for (let f = 0; f < spreads.length; f++) {
        const off = ((values[f] ?? 0) - (medians[f] as number)) / (spreads[f] as number);
        room[at++] = Math.max(-MAX_Z, Math.min(MAX_Z, off));
      }
    }
    return true;
  };
  const runs = weighed.map(({ spreads }) => spreads.length);
  if (runs.includes(0)) return null;
  return yield* nearestDistances(
    { runs, ofScene: weighed.every((one) => one.ofScene), nameOf: ({ features }) => features, place },
    sample,
    scene,
    kept,
  );
}
