/** The texts in a picture's file, whatever the container: PNG text chunks, EXIF, XMP, comments. Knows no tool. */
import { comments } from './comments.js';
import type { EmbeddedText } from './embedded-text.js';
import { exifTexts, xmpTexts } from './exif-texts.js';
import { isPng, pngTexts } from './png-texts.js';
import { readWithoutPixels } from './without-pixels.js';

export { type EmbeddedText, placeOf } from './embedded-text.js';
export { hiddenText, mayHideText } from './hidden-text.js';
export { carryTexts } from './png-texts.js';
export { type UprightSize, uprightSize } from './upright-size.js';
export { readWithoutPixels } from './without-pixels.js';

/** Where a PNG keeps its XMP (XMP part 3, 1.1.5). */
const XMP_IN_PNG = 'XML:com.adobe.xmp';

/** Empty for a file without metadata, and for one that is no picture: the frame itself says so when it is shown. */
export async function readTexts(file: string): Promise<EmbeddedText[]> {
  return textsIn(readWithoutPixels(file));
}

/** Of a whole file, or one without its pixels. Throws nothing, whatever the bytes are. */
export function textsIn(file: Buffer): EmbeddedText[] {
  const png = isPng(file) ? pngTexts(file) : [];
  return [
    ...png.filter(({ name }) => name !== XMP_IN_PNG),
    ...exifTexts(file).filter(({ where }) => !(where === 'xmp' && isPng(file))),
    ...png.flatMap(({ name, text }) => (name === XMP_IN_PNG && text !== null ? xmpTexts(text) : [])),
    ...comments(file),
  ];
}
