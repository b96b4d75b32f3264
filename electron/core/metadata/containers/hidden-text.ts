/**
 * The text that NovelAI, and web UIs after it, hide in a picture's transparency: one bit a pixel, the lowest of alpha,
 * down the columns from the left. A mark of 15 bytes, the text's length in bits as 32 bits, then the text, packed by
 * gzip where the mark says so.
 */
import { gunzipSync } from 'node:zlib';
import sharp from 'sharp';
import { decodeText } from './decode.js';
import type { EmbeddedText } from './embedded-text.js';
import { isPng, pngChunkTypes } from './png-texts.js';

const MARKS: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  stealth_pngcomp: (bytes) => gunzipSync(bytes, { maxOutputLength: LARGEST }),
  stealth_pnginfo: (bytes) => bytes,
};
const MARK = 15;
/** Bytes of the text. */
const LARGEST = 4 * 1024 * 1024;
/** Of a larger picture the transparency is not looked at. */
const MOST_PIXELS = 40_000_000;

/** Whether it may be there, by the file with its pixels or without: only these kinds lose no transparency. */
export function mayHideText(file: Buffer): boolean {
  // PNG specification, 11.2.1: the second bit of its colour type, or a chunk that says which colours are transparent.
  if (isPng(file)) return ((file[25] ?? 0) & 4) !== 0 || pngChunkTypes(file).includes('tRNS');
  return file.toString('latin1', 8, 12) === 'WEBP';
}

/** Null where there is none. Decodes the picture where it has transparency, and throws nothing. */
export async function hiddenText(file: string): Promise<EmbeddedText | null> {
  try {
    const picture = sharp(file, { limitInputPixels: MOST_PIXELS, pages: 1 });
    const { hasAlpha, format } = await picture.metadata();
    // What loses detail loses this first.
    if (!hasAlpha || (format !== 'png' && format !== 'webp')) return null;
    const { data, info } = await picture.extractChannel('alpha').raw().toBuffer({ resolveWithObject: true });
    return textInAlpha(data, info.width, info.height);
  } catch {
    return null;
  }
}

/** Of the values of alpha, row by row. */
export function textInAlpha(alpha: Uint8Array, width: number, height: number): EmbeddedText | null {
  const bytesFrom = (start: number, count: number): Buffer => {
    const bytes = Buffer.alloc(count);
    for (let bit = 0; bit < count * 8; bit++) {
      const pixel = start * 8 + bit;
      const value = alpha[(pixel % height) * width + Math.floor(pixel / height)] ?? 0;
      bytes[bit >> 3] = ((bytes[bit >> 3] ?? 0) << 1) | (value & 1);
    }
    return bytes;
  };
  const room = Math.floor((width * height) / 8) - MARK - 4;
  if (room <= 0) return null;
  const name = bytesFrom(0, MARK).toString('latin1');
  const unpack = MARKS[name];
  if (!unpack) return null;
  const bytes = bytesFrom(MARK, 4).readUInt32BE() >>> 3;
  if (bytes > Math.min(room, LARGEST)) return { where: 'pixels', name, text: null, bytes };
  return { where: 'pixels', name, text: unpackedText(unpack, bytesFrom(MARK + 4, bytes)), bytes };
}

function unpackedText(unpack: (bytes: Buffer) => Buffer, bytes: Buffer): string | null {
  try {
    return decodeText(unpack(bytes));
  } catch {
    return null;
  }
}
