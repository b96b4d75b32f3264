/** The texts of EXIF and XMP, in whatever picture they lie. */
import { createRequire } from 'node:module';
import { decodeText, decodeUserComment } from './decode.js';
import type { EmbeddedText } from './embedded-text.js';
import { jpegSegments, type Segment } from './jpeg-segments.js';

const require = createRequire(import.meta.url);
/** When a picture is first read: no start waits for it, and most processes read none. */
const exifReader = () => require('exifreader') as typeof import('exifreader');

interface Tag {
  readonly value?: unknown;
  readonly description?: unknown;
}
type Group = Readonly<Record<string, Tag>>;

/** Empty for a file that has none, or is of no kind that has. */
export function exifTexts(file: Buffer): EmbeddedText[] {
  const segments = jpegSegments(file);
  const exif = segments.filter(isExif);
  if (exif.length < 2) return textsOfOne(file);
  // Of several ExifReader takes one, and says so on the console: each is read by itself, and the rest without them.
  const rest = segments.filter((segment) => !isExif(segment)).map(({ whole }) => whole);
  const tiffs = exif.slice(0, MOST_SEGMENTS).map(({ data }) => data.subarray(EXIF.length + 1));
  const texts = [...tiffs, Buffer.concat([JPEG, ...rest])].flatMap(textsOfOne);
  // Programs that add one often repeat what the other has.
  return [...new Map(texts.map((text) => [JSON.stringify(text), text])).values()];
}

const JPEG = Buffer.from([0xff, 0xd8]);
/** What a segment of EXIF begins with; then a byte, then a TIFF (Exif 2.3, 4.7.2). */
const EXIF = 'Exif\0';
/** Segments; a file made to hold somebody up has thousands. */
const MOST_SEGMENTS = 100;

const isExif = ({ data }: Segment): boolean => data.toString('latin1', 0, EXIF.length) === EXIF;

function textsOfOne(file: Buffer): EmbeddedText[] {
  let groups: Partial<Record<'exif' | 'xmp', Group>>;
  try {
    groups = exifReader().load(file, { expanded: true }) as typeof groups;
  } catch {
    return [];
  }
  return [...textsOf('exif', groups.exif), ...textsOf('xmp', groups.xmp)];
}

/**
 * The texts of an XMP packet that was taken out of its file. ExifReader reads XMP where it lies in a picture, so the
 * packet is laid into the smallest one: a TIFF header and a directory with this field alone (XMP part 3, 3.3).
 */
export function xmpTexts(packet: string): EmbeddedText[] {
  const bytes = Buffer.from(packet);
  const tiff = Buffer.alloc(26);
  tiff.write('II*\0', 'latin1');
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(1, 8);
  tiff.writeUInt16LE(700, 10);
  tiff.writeUInt16LE(1, 12);
  tiff.writeUInt32LE(bytes.length, 14);
  tiff.writeUInt32LE(tiff.length, 18);
  return exifTexts(Buffer.concat([tiff, bytes])).filter(({ where }) => where === 'xmp');
}

function textsOf(where: 'exif' | 'xmp', group: Group = {}): EmbeddedText[] {
  return Object.entries(group).flatMap(([name, tag]): EmbeddedText[] => {
    if (name === 'UserComment' && where === 'exif') return userComment(tag);
    const text = [tag.description, tag.value].find((value): value is string => typeof value === 'string');
    return text ? [{ where, name, text: asUtf8(text), bytes: Buffer.byteLength(text) }] : [];
  });
}

function userComment({ value }: Tag): EmbeddedText[] {
  if (!Array.isArray(value)) return [];
  // Where a program wrote it as ASCII, it comes as texts that end with a zero.
  const bytes = value.every((one) => typeof one === 'string')
    ? bytesOf(value.join('\0'))
    : Uint8Array.from(value as number[]);
  const text = decodeUserComment(bytes);
  return text === '' ? [] : [{ where: 'exif', name: 'UserComment', text, bytes: bytes.length }];
}

const bytesOf = (text: string): Buffer => Buffer.from(text, /[^\0-\xff]/.test(text) ? 'utf8' : 'latin1');

/** A text that was read byte by byte, as it was meant. */
function asUtf8(text: string): string {
  const isBytes = /[\x80-\xff]/.test(text) && !/[^\0-\xff]/.test(text);
  return (isBytes && decodeText(Buffer.from(text, 'latin1'))) || text;
}
