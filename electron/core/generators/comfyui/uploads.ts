/** Pictures that a graph loads: made fit for it, and put into the server's input folder under names of their content. */
import { createHash } from 'node:crypto';
import { MAX_PIXELS } from '@core/measures/index.js';
import sharp from 'sharp';
import { type Form, Strange } from '../server-client.js';
import type { Client } from './client.js';
import { FOLDER } from './handle.js';
import type { Slot } from './links.js';
import { uploaded } from './replies.js';

export interface Upload {
  readonly slot: Slot;
  /** Absolute. */
  readonly picture: string;
  /** What it is loaded for. `transparent`: the picture, transparent where it is made anew. */
  readonly as: 'picture' | 'red' | 'transparent';
  /** Absolute; null = all of it is made anew. */
  readonly mask: string | null;
  /** It is to be looked like, not started from. */
  readonly isReference?: boolean;
}

const SMALL = 64 * 1024;

const opened = (file: string) => sharp(file, { limitInputPixels: MAX_PIXELS }).rotate();

/** PNG without anything that the file says of itself. */
async function bytesOf({ picture, as, mask }: Upload): Promise<Buffer> {
  if (as === 'picture') return opened(picture).removeAlpha().png().toBuffer();
  const { data, info } = await opened(picture).removeAlpha().toColourspace('srgb').raw().toBuffer({
    resolveWithObject: true,
  });
  const { width, height, channels } = info;
  const white = mask
    ? await opened(mask)
        .resize(width, height, { fit: 'fill' })
        .removeAlpha()
        .greyscale()
        .toColourspace('b-w')
        .raw()
        .toBuffer()
    : Buffer.alloc(width * height, 255);
  if (as === 'red')
    return sharp(white, { raw: { width, height, channels: 1 } })
      .png()
      .toBuffer();
  const alpha = Buffer.from(white.map((value) => 255 - value));
  return sharp(data, { raw: { width, height, channels } })
    .joinChannel(alpha, { raw: { width, height, channels: 1 } })
    .png()
    .toBuffer();
}

/** What the node is given to load it by. Throws `Away`, `Strange`, and an error where the server does not take it. */
export async function upload(client: Client, order: Upload, signal?: AbortSignal): Promise<string> {
  const bytes = await bytesOf(order);
  // The same picture has the same name, so that it lies there once however often it is needed.
  const name = `${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}.png`;
  const { status, bytes: reply } = await client.send(
    'POST',
    '/upload/image',
    formOf(name, bytes),
    SMALL,
    signal,
  );
  if (status === 413) throw new Error('The picture is larger than ComfyUI takes (413).');
  if (status !== 200)
    throw new Error(`ComfyUI does not take the picture that the graph is to load (${status}).`);
  const { name: given, subfolder } = client.read(reply, uploaded, '/upload/image');
  if (/[\\/]|\.\./.test(given) || /\.\.|^\//.test(subfolder))
    throw new Strange('it gives an uploaded picture a name that leads elsewhere');
  return subfolder ? `${subfolder}/${given}` : given;
}

/** multipart/form-data (RFC 7578). `name` is of letters and digits. */
function formOf(name: string, bytes: Buffer): Form {
  const boundary = `continuist-${name}`;
  const field = (head: string, value: string | Buffer): Buffer[] => [
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`),
    Buffer.from(value),
    Buffer.from('\r\n'),
  ];
  const body = Buffer.concat([
    ...field(`name="image"; filename="${name}"\r\nContent-Type: image/png`, bytes),
    ...field('name="type"', 'input'),
    ...field('name="subfolder"', FOLDER),
    ...field('name="overwrite"', 'true'),
    Buffer.from(`--${boundary}--\r\n`),
  ]);
  return { type: `multipart/form-data; boundary=${boundary}`, body };
}
