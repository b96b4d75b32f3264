import type { StyleBrush } from '../brush.js';
import type { Random } from '../random.js';
import type { Scene } from '../scene.js';

export interface PlaceArt {
  /** Everything of the place but the open sky, on the whole canvas; the ground reaches from about y 560 down. */
  draw(brush: StyleBrush, scene: Scene, random: Random): string;
  /** The point that closer framings move towards stays within these, in canvas units. */
  readonly focus: { readonly x: readonly [number, number]; readonly y: number };
}
