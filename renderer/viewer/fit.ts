/** Geometry of a picture on the stage; all sizes in CSS pixels. */

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Area {
  readonly width: number;
  readonly height: number;
}

/** The largest box of the picture's shape inside the area, in its middle; never enlarged past `most` times. */
export function fitBox(area: Area, picture: Area, most = Number.POSITIVE_INFINITY): Box {
  if (picture.width <= 0 || picture.height <= 0) return { left: 0, top: 0, ...area };
  const scale = Math.min(area.width / picture.width, area.height / picture.height, most);
  const width = Math.round(picture.width * scale);
  const height = Math.round(picture.height * scale);
  return {
    left: Math.round((area.width - width) / 2),
    top: Math.round((area.height - height) / 2),
    width,
    height,
  };
}

/** A region of a picture grown and shifted to a shape, within the picture; fractions of it. */
export function cropAround(
  region: { x: number; y: number; width: number; height: number },
  picture: Area,
  aspect: number,
  margin = 0.25,
): { x: number; y: number; width: number; height: number } {
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
