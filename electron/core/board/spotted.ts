import type { Detection } from '@shared/records/index.js';
import type { Boxes } from '@shared/sighting.js';

/** What is seen in a picture, by an eye or the artist. */
export interface Spotted {
  readonly detections: readonly Detection[];
  /** The picture is of the drawn world: its people have other proportions. */
  readonly isDrawn: boolean;
  /** The same by every noun that is known of the picture, one thing under several. */
  readonly boxes: Boxes;
  /** The artist said it. */
  readonly isCorrected: boolean;
}
