/** What an eye makes of each thing in a picture, by the boxes as they count now. */
import { overlapOf } from '@shared/overlap.js';
import type { Detection, Region } from '@shared/records/index.js';
import type { Boxes, Sighting } from '@shared/sighting.js';

export interface Crop {
  readonly label: string;
  readonly region: Region;
  /** Of length one. */
  readonly vector: readonly number[];
}

export interface Crops {
  /** With its version: vectors of two are not compared. */
  readonly eye: string;
  /** It is the drawn world's own, of which it is known how often it is right. */
  readonly isDrawn: boolean;
  readonly crops: readonly Crop[];
}

/** A box that was moved by less than this shows the same still. */
const MOVED = 0.6;

/** Of each box that the eye, or the artist in its place, gives one of these names; those without a vector are left out. */
export function cropsOf(sighting: Sighting, boxes: Pick<Boxes, 'detections'>): Crop[] {
  const { detections, vectors } = sighting;
  return boxes.detections.flatMap(({ label, region }) => {
    const at = nearest(region, detections);
    const vector = vectors[at] ?? [];
    return vector.length > 0 ? [{ label, region, vector }] : [];
  });
}

function nearest(region: Region, detections: readonly Detection[]): number {
  let [best, overlap] = [-1, MOVED];
  for (const [at, one] of detections.entries()) {
    const by = overlapOf(region, one.region);
    if (by > overlap) [best, overlap] = [at, by];
  }
  return best;
}
