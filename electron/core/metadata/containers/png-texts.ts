/** The text chunks of a PNG file (PNG specification, 11.3.4): tEXt, zTXt and iTXt, compressed ones too. */
import { inflateSync } from 'node:zlib';
import { decodeText } from './decode.js';
import type { EmbeddedText } from './embedded-text.js';

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
/** Bytes of one text when it is unpacked. */
const LARGEST_TEXT = 64 * 1024 * 1024;
/** Chunks; a file made to hold somebody up can have millions of empty ones. */
const MOST_CHUNKS = 100_000;

export const isPng = (file: Buffer): boolean => file.subarray(0, 8).equals(SIGNATURE);

/** In the order of the file, repeated keywords too. A file that ends early gives what is whole. */
export function pngTexts(file: Buffer): EmbeddedText[] {
  const texts: EmbeddedText[] = [];
  for (const { type, data } of chunksOf(file)) {
    const read = READERS[type]?.(data);
    if (read)
      texts.push({
        where: 'png',
        name: read.keyword,
        text: read.text,
        bytes: data.length - read.keyword.length - 1,
      });
  }
  return texts;
}

/** Of its chunks, in their order, as far as they are whole. */
export const pngChunkTypes = (file: Buffer): string[] => [...chunksOf(file)].map(({ type }) => type);

/** The PNG `to` with the text chunks of `from` in it, byte for byte; as it was when one of them is no PNG. */
export function carryTexts(from: Buffer, to: Buffer): Buffer {
  if (!isPng(from) || !isPng(to)) return to;
  const texts = [...chunksOf(from)]
    .filter(({ type }) => Object.hasOwn(READERS, type))
    .map(({ whole }) => whole);
  const [header] = chunksOf(to);
  if (!header) return to;
  const after = SIGNATURE.length + header.whole.length;
  return Buffer.concat([to.subarray(0, after), ...texts, to.subarray(after)]);
}

interface RawChunk {
  readonly type: string;
  readonly data: Buffer;
  /** With its length, type and checksum. */
  readonly whole: Buffer;
}

/** Up to its end chunk. A file that ends early gives what is whole. */
function* chunksOf(file: Buffer): Generator<RawChunk, void> {
  let at = SIGNATURE.length;
  for (let chunk = 0; chunk < MOST_CHUNKS && at + 12 <= file.length; chunk++) {
    const length = file.readUInt32BE(at);
    const type = file.toString('latin1', at + 4, at + 8);
    const data = file.subarray(at + 8, at + 8 + length);
    if (data.length < length || type === 'IEND') return;
    yield { type, data, whole: file.subarray(at, at + 12 + length) };
    at += 12 + length;
  }
}

interface Chunk {
  readonly keyword: string;
  readonly text: string | null;
}

/** Null where the chunk lacks a part that it must have. */
const READERS: Readonly<Record<string, (data: Buffer) => Chunk | null>> = {
  tEXt: (data) => keyed(data, (text) => decodeText(text)),
  zTXt: (data) => keyed(data, (rest) => (rest[0] === 0 ? unpacked(rest.subarray(1)) : null)),
  iTXt: (data) =>
    keyed(data, (rest) => {
      const [compressed, method] = rest;
      const language = rest.indexOf(0, 2);
      const translated = rest.indexOf(0, language + 1);
      if (language < 0 || translated < 0) return null;
      const text = rest.subarray(translated + 1);
      if (compressed === 0) return decodeText(text);
      return method === 0 ? unpacked(text) : null;
    }),
};

/** The keyword before the first zero byte, and what is made of the rest. */
function keyed(data: Buffer, read: (rest: Buffer) => string | null): Chunk | null {
  const end = data.indexOf(0);
  return end < 0 ? null : { keyword: data.toString('latin1', 0, end), text: read(data.subarray(end + 1)) };
}

function unpacked(data: Buffer): string | null {
  try {
    return decodeText(inflateSync(data, { maxOutputLength: LARGEST_TEXT }));
  } catch {
    return null;
  }
}
