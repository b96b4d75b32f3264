/** Where something is drawn in a picture. */

export interface Rendered {
  /** Four bytes a pixel, the last of which says how much of it is drawn; row by row. */
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** The first and the last row and column with something in them, in pixels. */
export interface Ink {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Of 255; what is fainter is no ink. */
const INK = 24;

const isInked = ({ data, width }: Rendered, x: number, y: number): boolean =>
  (data[(y * width + x) * 4 + 3] ?? 0) >= INK;

/** Null where nothing is drawn. */
export function inkOf(picture: Rendered): Ink | null {
  const { width, height } = picture;
  let [left, right, top, bottom] = [width, -1, height, -1];
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if (!isInked(picture, x, y)) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  return right < 0 ? null : { left, right, top, bottom };
}

/** The same for inks of one size. */
export const sizeOf = ({ left, right, top, bottom }: Ink): string => `${right - left}×${bottom - top}`;

/** All four edges of the ink are drawn from end to end, as those of a box are. */
export function isFramed(picture: Rendered, { left, right, top, bottom }: Ink): boolean {
  const inked = (x: number, y: number) => isInked(picture, x, y);
  for (let x = left; x <= right; x++) if (!inked(x, top) || !inked(x, bottom)) return false;
  for (let y = top; y <= bottom; y++) if (!inked(left, y) || !inked(right, y)) return false;
  return true;
}
