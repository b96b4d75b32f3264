/** Places in a picture: shares of its width and height, 0–1 from its left and upper edge. */

/** Whatever is known of it besides. */
type Place = readonly [x: number, y: number, ...besides: unknown[]];

/** Width and height of a picture in lengths of its shorter side. `aspect`: width by height. */
export const extentOf = (aspect: number): readonly [wide: number, high: number] =>
  aspect > 1 ? [aspect, 1] : [1, 1 / aspect];

/** How far two places lie apart, in lengths of the shorter side. `aspect`: width by height. */
export function apart([x, y]: Place, [toX, toY]: Place, aspect: number): number {
  const [wide, high] = extentOf(aspect);
  return Math.hypot((toX - x) * wide, (toY - y) * high);
}

export const clamp = (value: number, low: number, high: number): number =>
  Math.min(high, Math.max(low, value));

export const within = (share: number): number => clamp(share, 0, 1);

/** Four decimals: less than a pixel of the largest picture. */
export const rounded = (share: number): number => Math.round(within(share) * 1e4) / 1e4;
