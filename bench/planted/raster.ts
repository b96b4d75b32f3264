/** Pictures as plain bytes, and the few operations that planted faults are made of. */
import sharp, { type KernelEnum, type ResizeOptions } from 'sharp';

/** Three bytes a pixel, row by row. */
export interface Raster {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

const pipeline = ({ data, width, height }: Raster) => sharp(data, { raw: { width, height, channels: 3 } });

async function bytesOf(source: ReturnType<typeof sharp>): Promise<Raster> {
  const { data, info } = await source
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** A picture file, `width` pixels wide. */
export const readRaster = (file: string, width: number): Promise<Raster> =>
  bytesOf(sharp(file, { pages: 1 }).autoOrient().resize({ width }));

/** A picture's bytes, as large as it is. */
export const rasterOf = (picture: Buffer): Promise<Raster> => bytesOf(sharp(picture));

/** As fast as a file can be written that loses nothing. */
export const pngOf = (raster: Raster): Promise<Buffer> =>
  pipeline(raster).png({ compressionLevel: 1 }).toBuffer();

export async function throughJpeg(raster: Raster, quality: number): Promise<Raster> {
  return bytesOf(sharp(await pipeline(raster).jpeg({ quality }).toBuffer()));
}

export const blurred = (raster: Raster, sigma: number): Promise<Raster> =>
  bytesOf(pipeline(raster).blur(sigma));

export const resized = (
  raster: Raster,
  size: Pick<Raster, 'width' | 'height'>,
  kernel: keyof KernelEnum = 'lanczos3',
): Promise<Raster> =>
  bytesOf(pipeline(raster).resize({ ...size, fit: 'fill', kernel } satisfies ResizeOptions));

/** The middle of it without `share` of each side, at the old size. */
export async function cropped(raster: Raster, share: number): Promise<Raster> {
  const { width, height } = raster;
  const [left, top] = [Math.round(width * share), Math.round(height * share)];
  const middle = { left, top, width: width - 2 * left, height: height - 2 * top };
  return resized(await bytesOf(pipeline(raster).extract(middle)), { width, height });
}

/** Each byte anew from its value, channel (0–2) and place. */
export function mapped(
  { data, width, height }: Raster,
  change: (value: number, channel: number, index: number) => number,
): Raster {
  const out = new Uint8ClampedArray(data.length);
  for (let i = 0; i < data.length; i++) out[i] = change(data[i] ?? 0, i % 3, i);
  return { data: new Uint8Array(out.buffer), width, height };
}

export const grey = (raster: Raster): Raster => {
  const { data } = raster;
  return mapped(raster, (_, channel, i) => {
    const at = i - channel;
    return 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0);
  });
};

/** Hues turned by `degrees`. */
export function hueTurned(raster: Raster, degrees: number): Raster {
  const out = new Uint8Array(raster.data.length);
  for (let i = 0; i < out.length; i += 3) {
    const [r = 0, g = 0, b = 0] = raster.data.subarray(i, i + 3);
    const high = Math.max(r, g, b);
    const spread = high - Math.min(r, g, b);
    const sextant =
      spread === 0
        ? 0
        : high === r
          ? (g - b) / spread
          : high === g
            ? 2 + (b - r) / spread
            : 4 + (r - g) / spread;
    const at = (((sextant + degrees / 60) % 6) + 6) % 6;
    for (const [channel, n] of [5, 3, 1].entries()) {
      const k = (n + at) % 6;
      out[i + channel] = Math.round(high - spread * Math.max(0, Math.min(k, 4 - k, 1)));
    }
  }
  return { ...raster, data: out };
}
