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

/** From left to right, so that those of one name are numbered as one reads. */
export function namedBoxes(detections: readonly Detection[]): NamedBox[] {
  const middle = ({ region }: Detection) => region.x + region.width / 2;
  const inOrder = [...detections].sort((a, b) => middle(a) - middle(b));
  return inOrder.map((one) => {
    const alike = inOrder.filter(({ label }) => label === one.label);
    const name = alike.length > 1 ? `${one.label} ${alike.indexOf(one) + 1} of ${alike.length}` : one.label;
    return { region: one.region, name };
  });
}

/** Why there are no boxes; '' where there are some. */
export function boxesSaid({ labels, detections, unknown }: Boxes): string {
  if (detections.length > 0) return '';
  const known = labels.filter((label) => !unknown.includes(label));
  if (known.length === 0) return 'The eye does not know what this picture is of.';
  return `None of these is seen here: ${listed(known, MOST)}.`;
}
