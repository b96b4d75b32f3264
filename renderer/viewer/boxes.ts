/** What an eye saw in a picture, as it is drawn over it. */
import { listed } from '@shared/listed.js';
import type { Detection, Region } from '@shared/records/index.js';
import type { Boxes } from '@shared/sighting.js';

/** Nouns that a sentence lists. */
const MOST = 6;

export interface NamedBox {
  readonly region: Region;
  /** "dog", and "dog 2 of 3" where there are several. */
  readonly name: string;
}

type Labelled = Pick<Detection, 'label' | 'region'>;

const middle = ({ region }: Labelled): number => region.x + region.width / 2;
const fromTheLeft = <T extends Labelled>(boxes: readonly T[]): T[] =>
  [...boxes].sort((a, b) => middle(a) - middle(b));

/** In their order; those of one name are numbered from left to right, as one reads. */
export function boxNames(boxes: readonly Labelled[]): string[] {
  const inOrder = fromTheLeft(boxes);
  return boxes.map((one) => {
    const alike = inOrder.filter(({ label }) => label === one.label);
    return alike.length > 1 ? `${one.label} ${alike.indexOf(one) + 1} of ${alike.length}` : one.label;
  });
}

/** From left to right. */
export function namedBoxes(boxes: readonly Labelled[]): NamedBox[] {
  const inOrder = fromTheLeft(boxes);
  const names = boxNames(inOrder);
  return inOrder.map(({ region }, at) => ({ region, name: names[at] ?? '' }));
}

/** Why there are no boxes; '' where there are some. */
export function boxesSaid({ labels, detections, unknown }: Boxes): string {
  if (detections.length > 0) return '';
  const known = labels.filter((label) => !unknown.includes(label));
  if (known.length === 0) return 'The eye does not know what this picture is of.';
  return `None of these is seen here: ${listed(known, MOST)}.`;
}
