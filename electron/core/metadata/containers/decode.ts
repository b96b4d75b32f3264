/** From bytes to text where no name of an encoding can be trusted. */

const UTF8 = new TextDecoder('utf-8', { fatal: true });
const JIS = new TextDecoder('iso-2022-jp', { fatal: true });

/** Unassigned, private and control characters: signs that the encoding is another one. */
const NOT_TEXT = /[\p{Cn}\p{Co}\p{Cs}]|[^\P{Cc}\t\n\r]/u;

/** What most text is written in; a text whose bytes are swapped is hardly ever made of it. */
const USUAL =
  /[\p{ASCII}\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\u2010-\u2027\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7af\uff00-\uff65\p{Extended_Pictographic}]/gu;

const withoutPadding = (text: string): string => text.replace(/^\0+|\0+$/g, '');

/** Null where it cannot be so encoded. */
function decoded(decoder: typeof UTF8, bytes: Uint8Array): string | null {
  try {
    return withoutPadding(decoder.decode(bytes));
  } catch {
    return null;
  }
}

/** Null where it cannot be so encoded or is no text. */
function as(decoder: typeof UTF8, bytes: Uint8Array): string | null {
  const text = decoded(decoder, bytes);
  return text === null || NOT_TEXT.test(text) ? null : text;
}

/** Of a text of this many characters, one may be none: a byte that was lost, a control character that was pasted. */
const ONE_IN = 20;

/** Where little of it is no text: what cannot be shown is left out. */
function mostly(encoding: 'utf-8' | 'utf-16le' | 'utf-16be', bytes: Uint8Array): string | null {
  const text = withoutPadding(new TextDecoder(encoding).decode(bytes));
  return isMostlyText(text, STRANGE) ? text.replace(NEVER_SHOWN, '') : null;
}

/** UTF-8 is hardly ever something else, so that characters are believed which are not known yet, as emoji of next year. */
function surelyUtf8(bytes: Uint8Array): string | null {
  const text = decoded(UTF8, bytes);
  return text !== null && isMostlyText(text, NEVER_SHOWN) ? text.replace(NEVER_SHOWN, '') : null;
}

const STRANGE = /[\p{Cn}\p{Co}\p{Cs}\ufffd]|[^\P{Cc}\t\n\r]/gu;
const NEVER_SHOWN = /\ufffd|[^\P{Cc}\t\n\r]/gu;

const isMostlyText = (text: string, none: RegExp): boolean =>
  (text.match(none)?.length ?? 0) * ONE_IN <= text.length;

const usualIn = (text: string): number => text.match(USUAL)?.length ?? 0;

/** UTF-16 of either byte order, with a mark or without: the order in which more of it is usual text. */
function utf16(bytes: Uint8Array): string | null {
  const even = bytes.subarray(0, bytes.length & ~1);
  const [little, big] = [mostly('utf-16le', even), mostly('utf-16be', even)];
  if (little === null || big === null) return little ?? big;
  return usualIn(big) > usualIn(little) ? big : little;
}

/** UTF-8, or else Latin-1, which every byte is a character of; UTF-16 by its mark, or by its zeros. Null where that is no text. */
export const decodeText = (bytes: Uint8Array): string | null =>
  (isMarkedUtf16(bytes) ? utf16(bytes) : null) ??
  as(UTF8, bytes) ??
  surelyUtf8(bytes) ??
  latin1(bytes) ??
  mostly('utf-8', bytes) ??
  (hasManyZeros(bytes) ? utf16(bytes) : null);

/** As Latin letters of two bytes have. */
const hasManyZeros = (bytes: Uint8Array): boolean =>
  bytes.reduce((zeros, byte) => zeros + (byte === 0 ? 1 : 0), 0) * 4 >= bytes.length;

const isMarkedUtf16 = ([first, second]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);

function latin1(bytes: Uint8Array): string | null {
  const text = withoutPadding(Buffer.from(bytes).toString('latin1'));
  return NOT_TEXT.test(text) ? null : text;
}

/** As all text of Latin letters is, in an encoding of one byte a letter. */
function isMostlyAscii(bytes: Uint8Array): boolean {
  const printable = bytes.reduce((count, byte) => count + (byte >= 0x20 && byte < 0x7f ? 1 : 0), 0);
  return printable * 4 >= bytes.length * 3 && !bytes.includes(0);
}

/** Exif 2.3, 4.6.5: eight bytes that name the encoding. */
const NAMED = /^(?:ASCII\0{3}|UNICODE\0|JIS\0{5}|UTF-?8\0+|\0{8})/i;

/**
 * EXIF's UserComment, whose first eight bytes should name its encoding, and often name another or are text already:
 * the encoding is what the rest decodes by to text without control characters. Null where nothing does.
 */
export function decodeUserComment(bytes: Uint8Array): string | null {
  const named = NAMED.exec(Buffer.from(bytes.subarray(0, 8)).toString('latin1'));
  const rest = named ? bytes.subarray(8) : bytes;
  // JIS is written in bytes of ASCII; only its own escapes tell it from that. UTF-16 has their first byte in letters as ě.
  const whole = (rest.includes(0x1b) ? as(JIS, rest) : null) ?? as(UTF8, rest);
  if (whole !== null) return whole;
  return isMostlyAscii(rest) ? decodeText(rest) : (surelyUtf8(rest) ?? utf16(rest));
}
