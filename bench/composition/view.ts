/** A drawn scene through a camera that shows a part of it: what is where is known, wherever the frame ends. */

import { type Box, drawScene, type Head, headsIn, type Scene } from '@models/storybook/world/index.js';
import type { Detection } from '@shared/records/index.js';

/** The part of the drawing that is shown, in its units. */
export interface Window {
  readonly x: number;
  readonly y: number;
  /** Of width and of height: the frame keeps its shape. */
  readonly size: number;
}

export const WHOLE: Window = { x: 0, y: 0, size: 1 };

export interface View {
  readonly scene: Scene;
  readonly window: Window;
  /** In the order of `scene.subjects`, also where they reach out of the frame. */
  readonly boxes: readonly Box[];
  readonly heads: readonly Head[];
  /** What an eye that misses nothing sees. */
  readonly detections: readonly Detection[];
}

export function viewOf(scene: Scene, window: Window = WHOLE): View {
  const { x, y, size } = window;
  const boxes = drawScene(scene).subjects.map(({ box }) => ({
    x: (box.x - x) / size,
    y: (box.y - y) / size,
    width: box.width / size,
    height: box.height / size,
  }));
  const heads = headsIn(scene).map((head) => ({
    ...head,
    x: (head.x - x) / size,
    y: (head.y - y) / size,
    reach: head.reach / size,
  }));
  const detections = boxes.flatMap((box, i): Detection[] => {
    const label = scene.subjects[i]?.kind ?? '';
    const isSeen = box.x < 1 && box.y < 1 && box.x + box.width > 0 && box.y + box.height > 0;
    return isSeen ? [{ label, region: clipped(box), confidence: 1 }] : [];
  });
  return { scene, window, boxes, heads, detections };
}

function clipped({ x, y, width, height }: Box): Box {
  const [left, top] = [Math.max(0, x), Math.max(0, y)];
  return { x: left, y: top, width: Math.min(1, x + width) - left, height: Math.min(1, y + height) - top };
}
