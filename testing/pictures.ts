/** Small real pictures that carry prompts the way the generators write them. */
import { crc32 } from 'node:zlib';
import sharp from 'sharp';

const blank = () => sharp({ create: { width: 8, height: 8, channels: 3, background: '#446688' } });

export const plainPng = (): Promise<Buffer> => blank().png().toBuffer();

type Chunk = readonly [type: string, data: Buffer];
type Texts = Readonly<Record<string, string>>;

/** A PNG with these chunks before its end. */
export const pngWithChunks = async (chunks: readonly Chunk[]): Promise<Buffer> =>
  withChunks(await plainPng(), chunks);

function withChunks(png: Buffer, chunks: readonly Chunk[]): Buffer {
  const end = png.length - 12;
  const made = chunks.map(([type, data]) => {
    const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const chunk = Buffer.alloc(typed.length + 8);
    chunk.writeUInt32BE(data.length, 0);
    typed.copy(chunk, 4);
    chunk.writeUInt32BE(crc32(typed), typed.length + 4);
    return chunk;
  });
  return Buffer.concat([png.subarray(0, end), ...made, png.subarray(end)]);
}

/** A PNG with texts (PNG specification, 11.3.4). */
export const pngWith = async (texts: Texts, kind: 'tEXt' | 'iTXt' = 'tEXt'): Promise<Buffer> =>
  withTexts(await plainPng(), texts, kind);

/** The same picture with texts in it. */
export const withTexts = (png: Buffer, texts: Texts, kind: 'tEXt' | 'iTXt' = 'tEXt'): Buffer =>
  withChunks(
    png,
    Object.entries(texts).map(([keyword, text]) => {
      const body =
        kind === 'tEXt'
          ? Buffer.from(text, 'latin1')
          : Buffer.concat([Buffer.from([0, 0, 0, 0]), Buffer.from(text)]);
      return [kind, Buffer.concat([Buffer.from(`${keyword}\0`, 'latin1'), body])];
    }),
  );

/** A WebP as ComfyUI saves it: the graph as "prompt:{…}" in the camera's model. */
export const webpWith = (graph: string): Promise<Buffer> =>
  blank()
    .webp()
    .withExif({ IFD0: { Model: `prompt:${graph}` } })
    .toBuffer();

/** A JPEG with an EXIF UserComment in UTF-16, big-endian, as AUTOMATIC1111 writes it (Exif 2.3, 4.6.5). */
export async function jpegWithComment(comment: string, isAscii = false): Promise<Buffer> {
  const jpeg = await blank().jpeg().toBuffer();
  const words = isAscii
    ? Buffer.from(`ASCII\0\0\0${comment}\0`)
    : Buffer.concat([Buffer.from('UNICODE\0', 'latin1'), Buffer.from(comment, 'utf16le').swap16()]);
  const tiff = Buffer.alloc(44);
  tiff.write('MM', 0, 'latin1');
  tiff.writeUInt16BE(42, 2);
  tiff.writeUInt32BE(8, 4);
  const entry = (at: number, tag: number, type: number, count: number, value: number): void => {
    tiff.writeUInt16BE(1, at);
    tiff.writeUInt16BE(tag, at + 2);
    tiff.writeUInt16BE(type, at + 4);
    tiff.writeUInt32BE(count, at + 6);
    tiff.writeUInt32BE(value, at + 10);
  };
  // The image's directory points to the Exif directory, which holds the comment as bytes of no set type, or as a text.
  entry(8, 0x8769, 4, 1, 26);
  entry(26, 0x9286, isAscii ? 2 : 7, words.length, 44);
  const segment = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, words]);
  const marker = Buffer.alloc(4);
  marker.writeUInt16BE(0xffe1, 0);
  marker.writeUInt16BE(segment.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), marker, segment, jpeg.subarray(2)]);
}
