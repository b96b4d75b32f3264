/** The text of a file in whichever encoding editors, spreadsheets and shells write it. */

import { olderEncoding } from './older-encoding.js';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * UTF-8, UTF-16 in either order, with or without a byte order mark, which is left out; for what is none of these, as
 * older spreadsheets save their tables, the encoding of its script, else Windows-1252.
 */
export function decodeText(bytes: Uint8Array): string {
  const utf16 = utf16Of(bytes);
  if (utf16) return new TextDecoder(utf16).decode(bytes);
  try {
    return utf8.decode(bytes);
  } catch {
    const older = olderEncoding(bytes);
    return older === null ? windows1252(bytes) : new TextDecoder(older).decode(bytes);
  }
}

/** What stands for 0x80 to 0x9f. Node’s own decoder takes them for control characters. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const windows1252 = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (one) => WINDOWS[one.charCodeAt(0) - 0x80] as string);

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  // Without a mark: the first character of every format read here is ASCII, so that one of its two bytes is 0.
  if (bytes.length < 2) return null;
  if (bytes[0] === 0 && bytes[1] !== 0) return 'utf-16be';
  return bytes[0] !== 0 && bytes[1] === 0 ? 'utf-16le' : null;
}
