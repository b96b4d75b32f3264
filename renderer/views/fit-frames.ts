/** How many frames stand across so that so many of them are seen at once, as large as can be. */

export interface Room {
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

interface Frames {
  /** At least 1. */
  readonly count: number;
  /** Width over height of a picture. */
  readonly aspect: number;
  /** CSS pixels under a picture, and between frames. */
  readonly under: number;
  readonly gap: number;
}

/** Of a frame, in CSS pixels, where so many stand across. */
export function frameWidth(
  { width, height }: Room,
  { count, aspect, under, gap }: Frames,
  across: number,
): number {
  const rows = Math.ceil(count / across);
  const byWidth = (width + gap) / across - gap;
  const byHeight = ((height + gap) / rows - gap - under) * aspect;
  return Math.min(byWidth, byHeight);
}

/** 1 to `count`; of equals the fewest, so that rows are even. */
export function fitAcross(room: Room, frames: Frames): number {
  let best = 1;
  for (let across = 2; across <= frames.count; across++)
    if (frameWidth(room, frames, across) > frameWidth(room, frames, best)) best = across;
  return best;
}
