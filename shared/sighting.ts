/** What one eye version has seen in one picture: kept by both, like what a judge said of it, and always recomputable. */
import { z } from 'zod';
import { overlapOf } from './overlap.js';
import { type Detection, detection } from './records/index.js';

export const sighting = z.object({
  eye: z.string(),
  /** Of its weights and thresholds. */
  eyeVersion: z.string(),
  /** The nouns that it was asked for. */
  labels: z.array(z.string()),
  /** Surest first within a label; one thing may answer to several. */
  detections: z.array(detection),
  /** Labels of which it can say nothing: neither that they are there nor that they are not. */
  unknown: z.array(z.string()),
  /** Of each detection, in their order, or of none: a unit vector, the nearer to another's the likelier they show the same. */
  vectors: z.array(z.array(z.number())),
});

export type Sighting = z.infer<typeof sighting>;
/** Where things are, without what tells one from another. */
export type Boxes = Pick<Sighting, 'labels' | 'detections' | 'unknown'>;

/** Whoever is in a picture unasked is somebody. */
export const SOMEBODY = 'person';

/** False = the eye knows nothing of the picture's world. */
export const saysSomething = ({ labels, unknown }: Pick<Boxes, 'labels' | 'unknown'>): boolean =>
  unknown.length < labels.length;

/** What shows a noun, surest first; null where the eye can say nothing of it, or none looked. */
export function shown(noun: string | null, boxes: Boxes | null | undefined): readonly Detection[] | null {
  if (!boxes || noun === null) return null;
  if (!boxes.labels.includes(noun) || boxes.unknown.includes(noun)) return null;
  return boxes.detections.filter(({ label }) => label === noun);
}

/** Two boxes of different names that overlap by more than this are one thing: a girl is a person as well. */
export const ONE_THING = 0.9;

/** Each thing once, under the first of the labels that it answers to. */
export function distinct({ labels, detections }: Pick<Boxes, 'labels' | 'detections'>): Detection[] {
  const kept: Detection[] = [];
  for (const label of labels) {
    const under = detections.filter((one) => one.label === label);
    kept.push(
      ...under.filter((one) => kept.every((other) => overlapOf(one.region, other.region) <= ONE_THING)),
    );
  }
  return kept;
}
