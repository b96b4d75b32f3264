/** The comments of JPEG (marker COM, ITU T.81 B.2.4.5) and GIF (GIF89a, 24) files. */
import { decodeText } from './decode.js';
import type { EmbeddedText } from './embedded-text.js';
import { jpegSegments } from './jpeg-segments.js';

export function comments(file: Buffer): EmbeddedText[] {
  const found = isGif(file) ? ofGif(file) : ofJpeg(file);
  return found.map((bytes) => ({
    where: 'comment',
    name: 'comment',
    text: decodeText(bytes),
    bytes: bytes.length,
  }));
}

const isGif = (file: Buffer): boolean => file.toString('latin1', 0, 4) === 'GIF8';

const ofJpeg = (file: Buffer): Buffer[] =>
  jpegSegments(file).flatMap(({ marker, data }) => (marker === 0xfe ? [data] : []));

/** The blocks up to the first picture or, where it comes after, to the end. */
function ofGif(file: Buffer): Buffer[] {
  const found: Buffer[] = [];
  const tableAfter = (flags: number): number => (flags & 0x80 ? 3 << ((flags & 7) + 1) : 0);
  let at = 13 + tableAfter(file[10] ?? 0);
  const blocks = (): Buffer[] => {
    const parts: Buffer[] = [];
    for (let size = file[at] ?? 0; size > 0; size = file[at] ?? 0) {
      parts.push(file.subarray(at + 1, at + 1 + size));
      at += 1 + size;
    }
    at++;
    return parts;
  };
  while (at + 1 < file.length) {
    const kind = file[at];
    if (kind === 0x2c) {
      at += 11 + tableAfter(file[at + 9] ?? 0);
      blocks();
    } else if (kind === 0x21) {
      const isComment = file[at + 1] === 0xfe;
      at += 2;
      const parts = blocks();
      if (isComment) found.push(Buffer.concat(parts));
    } else break;
  }
  return found;
}
