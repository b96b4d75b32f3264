import type { Region } from './records/index.js';

interface Shape {
  readonly width: number;
  readonly height: number;
}

/** A region of a picture grown and shifted to a shape, within the picture; fractions of it. `aspect`: width over height, in pixels. */
export function cropAround(region: Region, picture: Shape, aspect: number, margin = 0.25): Region {
  const shape = picture.width > 0 && picture.height > 0 ? picture.width / picture.height : 16 / 9;
  // In fractions of the picture a shape of `aspect` is this much wider than high.
  const ratio = aspect / shape;
  let width = Math.min(1, region.width * (1 + margin * 2));
  let height = Math.min(1, region.height * (1 + margin * 2));
  if (width / height < ratio) width = Math.min(1, height * ratio);
  height = Math.min(1, width / ratio);
  width = Math.min(1, height * ratio);
  const x = region.x + region.width / 2 - width / 2;
  const y = region.y + region.height / 2 - height / 2;
  return {
    x: Math.min(1 - width, Math.max(0, x)),
    y: Math.min(1 - height, Math.max(0, y)),
    width,
    height,
  };
}
