import { isJpeg, jpegSegments } from './jpeg-segments.js';
import { isPng, pngChunkTypes } from './png-texts.js';

export interface UprightSize {
  /** In pixels, as the picture is shown. */
  readonly width: number;
  readonly height: number;
  readonly format: 'png' | 'jpeg';
}

/** Frame headers (ITU T.81, B.1.1.3), those of Huffman and arithmetic tables apart. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/**
 * Of a PNG or JPEG, with its pixels or without. Null for other files, and where something in it may say that it stands
 * on its side, or that its header is damaged: the decoder knows.
 */
export function uprightSize(file: Buffer): UprightSize | null {
  if (isPng(file)) return ofPng(file);
  return isJpeg(file) ? ofJpeg(file) : null;
}

/** PNG specification, 11.2.1. */
function ofPng(file: Buffer): UprightSize | null {
  const types = pngChunkTypes(file);
  if (types[0] !== 'IHDR' || types.includes('eXIf') || file.length < 24) return null;
  return size(file.readUInt32BE(16), file.readUInt32BE(20), 'png');
}

function ofJpeg(file: Buffer): UprightSize | null {
  const segments = jpegSegments(file);
  const frame = segments.find(({ marker }) => isFrame(marker))?.data;
  // Where there is EXIF or the like, it may say which side is up.
  if (!frame || frame.length < 5 || segments.some(({ marker }) => marker === 0xe1)) return null;
  return size(frame.readUInt16BE(3), frame.readUInt16BE(1), 'jpeg');
}

const size = (width: number, height: number, format: UprightSize['format']): UprightSize | null =>
  width > 0 && height > 0 ? { width, height, format } : null;
