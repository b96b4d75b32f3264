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
