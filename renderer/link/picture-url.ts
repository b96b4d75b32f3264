import { isWebHost } from './is-web-host.js';
import { pictureQuery } from './tab.js';

/** Widths the host keeps ready, in pixels; absent = the file itself. */
export type PictureWidth = 160 | 320 | 640 | 1280;

/** The only place that knows how pictures are addressed. */
export function pictureUrl(sha256: string, width?: PictureWidth): string {
  if (isWebHost()) return `/asset/${sha256}?${pictureQuery(sha256, width)}`;
  return width ? `asset://${sha256}?w=${width}` : `asset://${sha256}`;
}

/** The smallest kept width that fills `cssPixels` on this screen, or the file itself when none does. */
export function widthFor(cssPixels: number, devicePixelRatio: number): PictureWidth | undefined {
  const needed = cssPixels * devicePixelRatio;
  return ([160, 320, 640, 1280] as const).find((width) => width >= needed * 0.9);
}
