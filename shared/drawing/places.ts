/** Places in a picture: shares of its width and height, 0–1 from its left and upper edge. */

/** Width and height of a picture in lengths of its shorter side. `aspect`: width by height. */
export const extentOf = (aspect: number): readonly [wide: number, high: number] =>
  aspect > 1 ? [aspect, 1] : [1, 1 / aspect];

export const within = (share: number): number => Math.min(1, Math.max(0, share));

/** Four decimals: less than a pixel of the largest picture. */
export const rounded = (share: number): number => Math.round(within(share) * 1e4) / 1e4;
