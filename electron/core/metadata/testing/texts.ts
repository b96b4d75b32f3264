import type { EmbeddedText } from '../containers/index.js';

/** A text as it lies in a PNG. */
export const pngText = (name: string, text: string): EmbeddedText => ({
  where: 'png',
  name,
  text,
  bytes: Buffer.byteLength(text),
});

export const exifText = (name: string, text: string): EmbeddedText => ({
  ...pngText(name, text),
  where: 'exif',
});

export const xmpText = (name: string, text: string): EmbeddedText => ({
  ...pngText(name, text),
  where: 'xmp',
});
