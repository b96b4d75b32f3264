/** From a picture file to the numbers a vision tower takes. */
import { ContinuistError } from '@shared/errors.js';
import type { Region } from '@shared/records/index.js';
import { withoutFolders } from '@shared/without-folders.js';
import sharp, { type OutputInfo, type Sharp } from 'sharp';
import { LastPicture } from './last-picture.js';

// It goes by the file's name: a WebP that was replaced would be judged as what the file held before.
sharp.cache(false);

/** Decoders are asked for no more than this: a 20,000 × 20,000 header is refused before any memory is taken. */
export const PIXEL_LIMIT = 100_000_000;

export interface Preparation {
  /** Side of the square the tower takes, pixels. */
  readonly size: number;
  /**
   * `stretch` fills the square as the published LLaVA-OneVision base tile does; `contain` keeps the picture's
   * proportions, and what is left of the square gets the mean colour.
   */
  readonly resize: 'stretch' | 'contain';
  readonly kernel: 'cubic' | 'linear';
  readonly mean: readonly [number, number, number];
  readonly std: readonly [number, number, number];
}

/** Of a whole picture: judge and eye that take the same look at it one after the other. */
const lastValues = new LastPicture<Float32Array>();

/**
 * Float32 pixels, planar RGB [3, size, size], each (value / 255 - mean) / std; those of the last whole picture are given
 * to all who ask for it: nobody writes to them. Throws as `readPicture`.
 */
export function pixelValues(
  file: string,
  preparation: Preparation,
  region: Region | null = null,
): Promise<Float32Array> {
  if (region) return valuesOf(file, preparation, region);
  const { size, resize, kernel, mean, std } = preparation;
  const as = [size, resize, kernel, ...mean, ...std].join(' ');
  return lastValues.of(file, () => valuesOf(file, preparation, null), as);
}

async function valuesOf(
  file: string,
  { size, resize, kernel, mean, std }: Preparation,
  region: Region | null,
): Promise<Float32Array> {
  const [r, g, b] = mean.map((value) => Math.round(value * 255)) as [number, number, number];
  const fit = resize === 'stretch' ? 'fill' : resize;
  const rgb = await readPicture(file, region, (picture) =>
    picture.resize(size, size, { fit, kernel, background: { r, g, b } }).raw().toBuffer(),
  );
  const channels = rgb.length / (size * size);
  const values = new Float32Array(3 * size * size);
  for (let channel = 0; channel < 3; channel++) {
    const source = channels >= 3 ? channel : 0;
    const m = mean[channel] ?? 0;
    const s = std[channel] ?? 1;
    for (let pixel = 0; pixel < size * size; pixel++) {
      values[channel * size * size + pixel] = ((rgb[pixel * channels + source] ?? 0) / 255 - m) / s;
    }
  }
  return values;
}

/**
 * `read` gets the picture, or `region` of it, in sRGB: transparent parts lie over mid grey; only the first frame of
 * an animation counts; EXIF orientation is applied. Throws IMAGE_UNREADABLE when it cannot be decoded.
 */
export async function readPicture<T>(
  file: string,
  region: Region | null,
  read: (picture: Sharp) => Promise<T>,
): Promise<T> {
  try {
    const whole = sharp(file, { limitInputPixels: PIXEL_LIMIT, pages: 1 })
      .autoOrient()
      .flatten({ background: '#808080' })
      .toColourspace('srgb');
    return await read(region ? cut(await last.of(file, () => decode(whole)), region) : whole);
  } catch (cause) {
    throw new ContinuistError('IMAGE_UNREADABLE', reasonOf(cause, file), {}, cause);
  }
}

interface Decoded {
  readonly data: Buffer;
  readonly info: OutputInfo;
}

const decode = (picture: Sharp): Promise<Decoded> => picture.raw().toBuffer({ resolveWithObject: true });

/** Bytes of a picture that is kept until parts of another are asked for: evidence asks for up to 25 parts of one. */
const KEPT = 16_000_000;
const last = new LastPicture<Decoded>(({ data }) => data.length <= KEPT);

/** `region` of a picture, as raw pixels; at least one. */
export const crop = async (picture: Sharp, region: Region): Promise<Sharp> =>
  cut(await decode(picture), region);

function cut({ data, info }: Decoded, region: Region): Sharp {
  const left = Math.min(info.width - 1, Math.max(0, Math.round(region.x * info.width)));
  const top = Math.min(info.height - 1, Math.max(0, Math.round(region.y * info.height)));
  const width = Math.max(1, Math.min(info.width - left, Math.round(region.width * info.width)));
  const height = Math.max(1, Math.min(info.height - top, Math.round(region.height * info.height)));
  return sharp(data, {
    raw: { width: info.width, height: info.height, channels: info.channels },
  }).extract({ left, top, width, height });
}

/** What a decoder says of a file it cannot read, in one line and without its folder. */
export function reasonOf(cause: unknown, file: string): string {
  const said = cause instanceof Error ? cause.message : String(cause);
  return withoutFolders(said.split('\n')[0] ?? '', file).slice(0, 200);
}
