import type { Scene } from '../scene.js';
import { figureOf } from './figure.js';
import { FRAME_HEIGHT, FRAME_WIDTH } from './pen.js';
import { isPerson, placementsOf } from './staging.js';

/** A head as it is staged, hair and hat aside. In frame units, which are not of one length across and down. */
export interface Head {
  /** Index in `Scene.subjects`. */
  readonly subject: number;
  readonly x: number;
  readonly y: number;
  /** Half its height. */
  readonly reach: number;
}

/** The heads of all people, wherever the frame ends. */
export function headsIn(scene: Scene): Head[] {
  return placementsOf(scene).flatMap((placement, index) => {
    const subject = scene.subjects[index];
    if (!placement || !subject || !isPerson(subject.kind)) return [];
    const { build, drop } = figureOf(subject, subject.kind, 0);
    const { x, y, scale, flip } = placement;
    return [
      {
        subject: index,
        x: (x + flip * build.head.x * scale) / FRAME_WIDTH,
        y: (y + (build.head.y + drop) * scale) / FRAME_HEIGHT,
        reach: (build.headRadius * scale) / FRAME_HEIGHT,
      },
    ];
  });
}
