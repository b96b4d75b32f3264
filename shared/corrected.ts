/** What an eye saw in a take, with what the artist says of it in its place. */
import { overlapOf } from './overlap.js';
import { type Correction, type Detection, type HandBox, MOST_BOXES } from './records/index.js';
import { type Boxes, distinct, ONE_THING, saysSomething } from './sighting.js';

const NONE: Boxes = { labels: [], detections: [], unknown: [] };

/** Of an eye that can say nothing of the picture, nothing. */
const heard = (seen: Boxes | null): Boxes => (seen && saysSomething(seen) ? seen : NONE);

/** Each thing once, with all that it answers to: what the next correction begins with. */
export const boxesNow = (seen: Boxes | null, by: Correction | undefined): HandBox[] =>
  by ? [...by.boxes, ...named(since(seen, by))] : named(heard(seen));

const named = ({ labels, detections }: Pick<Boxes, 'labels' | 'detections'>): HandBox[] =>
  distinct({ labels, detections }).map(({ label, region }) => {
    const alike = detections.filter((one) => overlapOf(one.region, region) > ONE_THING);
    return {
      label,
      also: [...new Set(alike.map((one) => one.label))].filter((name) => name !== label),
      region,
    };
  });

/** Nouns that a correction speaks for: those that the eye knows, those of boxes, and those that it spoke for before. */
export function labelsNow(
  seen: Boxes | null,
  by: Correction | undefined,
  boxes: readonly HandBox[],
): string[] {
  const { labels, unknown } = heard(seen);
  const known = labels.filter((label) => !unknown.includes(label));
  const names = boxes.flatMap(({ label, also }) => [label, ...also]);
  return [...new Set([...(by?.labels ?? []), ...known, ...names])].slice(0, MOST_BOXES);
}

/** What was asked of the eye since: the artist has said nothing of it. */
function since(seen: Boxes | null, { labels, boxes }: Correction): Boxes {
  const { labels: asked, detections, unknown } = heard(seen);
  const isOpen = (label: string): boolean => !labels.includes(label);
  const isNew = ({ region }: Detection): boolean =>
    boxes.every((box) => overlapOf(box.region, region) <= ONE_THING);
  return {
    labels: asked.filter(isOpen),
    detections: detections.filter((one) => isOpen(one.label) && isNew(one)),
    unknown: unknown.filter(isOpen),
  };
}

/** Each thing once, under one name. */
export const thingsIn = (seen: Boxes | null, by: Correction | undefined): Detection[] =>
  by
    ? [
        ...by.boxes.map(({ label, region }) => ({ label, region, confidence: 1 })),
        ...distinct(since(seen, by)),
      ]
    : distinct(heard(seen));

/** `more`: what a name answers to whatever was said: "girl" to "person". */
export function corrected(seen: Boxes | null, by: Correction, more: (label: string) => string[]): Boxes {
  const other = since(seen, by);
  const own = by.boxes.flatMap(({ label, also, region }) =>
    [...new Set([label, ...also, ...more(label)])].map((name) => ({ label: name, region, confidence: 1 })),
  );
  const spoken = new Set([...by.labels, ...own.map(({ label }) => label)]);
  return {
    labels: [...spoken, ...other.labels.filter((label) => !spoken.has(label))],
    detections: [...own, ...other.detections],
    unknown: other.unknown.filter((label) => !spoken.has(label)),
  };
}
