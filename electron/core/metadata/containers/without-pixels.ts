/**
 * A picture's file without its pixels: of a PNG or a JPEG only what comes beside them is read, so that a folder of many
 * large pictures is read in a fraction of the time. Of other kinds the whole file is. It blocks: a thread of its own reads
 * many.
 */
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { isJpeg } from './jpeg-segments.js';
import { isPng } from './png-texts.js';

/** Bytes; of a larger picture only the pixels are looked at. */
const LARGEST = 256 * 1024 * 1024;
/** Bytes that are read at once: most files say all they have to say in them. */
const HEAD = 64 * 1024;
/** What a PNG keeps pixels in, those of an animation too. */
const PIXELS: ReadonlySet<string> = new Set(['IDAT', 'fdAT']);
const SCAN = 0xda;

/** Empty for what is no regular file, is too large or cannot be read. A file that breaks off breaks off here too. */
export function readWithoutPixels(file: string): Buffer {
  let handle: number;
  try {
    // A pipe is opened without waiting for whoever writes to it. Windows has no such files.
    handle = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch {
    return Buffer.alloc(0);
  }
  try {
    const entry = fstatSync(handle);
    return entry.isFile() ? read(new Bytes(handle, entry.size)) : Buffer.alloc(0);
  } catch {
    return Buffer.alloc(0);
  } finally {
    closeSync(handle);
  }
}

/** Of an opened file, at any place; the last that was read is kept. */
class Bytes {
  readonly #handle: number;
  readonly size: number;
  #from = 0;
  #kept = Buffer.alloc(0);

  constructor(handle: number, size: number) {
    this.#handle = handle;
    this.size = size;
  }

  /** Fewer where the file ends. `ahead`: how many are read where they are not at hand. */
  at(from: number, length: number, ahead = length): Buffer {
    const wanted = Math.max(0, Math.min(length, this.size - from));
    if (from < this.#from || from + wanted > this.#from + this.#kept.length) {
      const bytes = Buffer.allocUnsafe(Math.max(wanted, Math.min(ahead, this.size - from)));
      let read = 0;
      while (read < bytes.length) {
        const more = readSync(this.#handle, bytes, read, bytes.length - read, from + read);
        if (more === 0) break;
        read += more;
      }
      this.#from = from;
      this.#kept = bytes.subarray(0, read);
    }
    return this.#kept.subarray(from - this.#from, from - this.#from + wanted);
  }
}

function read(bytes: Bytes): Buffer {
  const head = bytes.at(0, HEAD);
  const parts = isPng(head) ? chunksOf(bytes) : isJpeg(head) ? segmentsOf(bytes) : null;
  if (parts) return Buffer.concat(parts);
  return bytes.size > LARGEST ? Buffer.alloc(0) : bytes.at(0, bytes.size);
}

/** All but the pixels (PNG specification, 5.3); null where that is too much. */
function chunksOf(bytes: Bytes): Buffer[] | null {
  const parts = [bytes.at(0, 8)];
  let kept = 0;
  let isAmongPixels = false;
  for (let at = 8; at < bytes.size; ) {
    // Behind pixels there are mostly more of them.
    const start = bytes.at(at, 8, isAmongPixels ? 8 : HEAD);
    if (start.length < 8) break;
    const whole = 12 + start.readUInt32BE(0);
    const type = start.toString('latin1', 4);
    isAmongPixels = PIXELS.has(type);
    if (!isAmongPixels) {
      kept += whole;
      if (kept > LARGEST) return null;
      parts.push(bytes.at(at, whole));
    }
    if (type === 'IEND') break;
    at += whole;
  }
  return parts;
}

/** Up to the first scan (ITU T.81, B.1.1.4); null where none is found, or that is too much. */
function segmentsOf(bytes: Bytes): Buffer[] | null {
  for (let at = 2; at + 4 <= Math.min(bytes.size, LARGEST); ) {
    const start = bytes.at(at, 4, HEAD);
    if (start[0] !== 0xff) return null;
    const end = at + 2 + start.readUInt16BE(2);
    if (start[1] === SCAN) return [bytes.at(0, end)];
    at = end;
  }
  return null;
}
