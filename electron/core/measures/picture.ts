import { stat } from 'node:fs/promises';
import { withoutFolders } from '@shared/without-folders.js';
import sharp, { type Sharp } from 'sharp';

// It goes by the file's name: a WebP, or any picture's statistics, would be of what the file held before.
sharp.cache(false);

/** Width × height above which a picture is refused before any of it is decoded. */
export const MAX_PIXELS = 100_000_000;
/** Above this many pixels only a centre window is read at full resolution. */
const MAX_NATIVE_PIXELS = 16_000_000;
const NATIVE_WINDOW = 4000;
/** What transparent pixels are laid over, so that neither black nor white line art vanishes. */
const NEUTRAL = { r: 128, g: 128, b: 128 };
/** Raster formats a picture may have. SVG and PDF are documents that can refer to other files: refused. */
const FORMATS = new Set(['jpeg', 'png', 'webp', 'gif', 'heif', 'tiff', 'avif', 'jp2', 'jxl']);

export interface PictureHeader {
  /** In pixels, after the EXIF orientation has been applied. */
  readonly width: number;
  readonly height: number;
  readonly format: string;
}

/** Why a picture could not be read: in words for the artist, or that no file is there. */
export interface Unreadable {
  readonly unreadable: string;
  readonly missing: boolean;
}

/** 8-bit sRGB, three bytes a pixel, row by row. */
export interface Pixels {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

export interface Picture {
  readonly header: PictureHeader;
  /** At the picture's own resolution: all of it, or its centre when it is very large. */
  readonly native: Pixels;
  /** Scaled so that the longest side is the one asked for. */
  readonly working: Pixels;
}

export const isUnreadable = (value: object): value is Unreadable => 'unreadable' in value;

const unreadable = (reason: string): Unreadable => ({ unreadable: reason, missing: false });

/** Turns the decoder's words into a plain reason. */
function reasonFor(thrown: unknown, source: string | Buffer): string {
  const said = thrown instanceof Error ? thrown.message : String(thrown);
  const text = typeof source === 'string' ? withoutFolders(said, source) : said;
  if (/unsupported image format|unknown image|not a known/i.test(text)) {
    return 'its format is not a picture format that Continuist can read';
  }
  if (
    /premature|truncat|end of (file|stream|input)|unexpected end|libspng read error|read error|IDAT|Invalid SOS/i.test(
      text,
    )
  ) {
    return 'the file is cut off or damaged before the picture is complete';
  }
  if (/permission|EACCES|EPERM/i.test(text)) return 'you are not allowed to open this file';
  const [first = ''] = text.split('\n');
  return `the file is damaged, or it is no picture (${first.slice(0, 120).replace(/[:\s]+$/, '')})`;
}

/**
 * A libvips pipeline for a file or its bytes: first frame of an animation, damaged data refused. The pixel
 * limit is checked by `pictureHeader`, which says more than libvips does.
 */
export const openPicture = (source: string | Buffer): Sharp =>
  sharp(source, { failOn: 'error', limitInputPixels: false, sequentialRead: true, pages: 1 });

/** Reads the header alone, of a file or its bytes; nothing is decoded. */
export async function pictureHeader(source: string | Buffer): Promise<PictureHeader | Unreadable> {
  try {
    const entry = typeof source === 'string' ? await stat(source) : null;
    if (entry?.isFile() === false) return unreadable('it is not a file');
    if ((entry?.size ?? source.length) === 0) return unreadable('the file is empty (0 bytes)');
    const { width, height, format, autoOrient } = await openPicture(source).metadata();
    if (!format || !FORMATS.has(format)) {
      return unreadable(
        `its content is ${format ?? 'of no known kind'}, not a picture format that can be read`,
      );
    }
    if (!width || !height) return unreadable('its header gives no size');
    if (width * height > MAX_PIXELS) {
      const megapixels = Math.round((width * height) / 1e6);
      return unreadable(
        `it has ${width}×${height} pixels (${megapixels} megapixels), more than the limit of ${MAX_PIXELS / 1e6} megapixels`,
      );
    }
    return { width: autoOrient.width, height: autoOrient.height, format };
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT' || /Input file is missing/.test(String(thrown))) {
      return { unreadable: 'no file is there', missing: true };
    }
    return unreadable(reasonFor(thrown, source));
  }
}

/** Upright 8-bit sRGB without transparency. */
const normalised = (pipeline: Sharp): Sharp =>
  pipeline.autoOrient().toColourspace('srgb').flatten({ background: NEUTRAL }).removeAlpha();

async function rawPixels(pipeline: Sharp): Promise<Pixels> {
  const { data, info } = await pipeline.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  if (info.channels === 3) return { data, width: info.width, height: info.height };
  const rgb = new Uint8Array(info.width * info.height * 3);
  for (let i = 0, o = 0; o < rgb.length; i += info.channels) {
    rgb[o++] = data[i] ?? 0;
    rgb[o++] = data[i + (info.channels > 2 ? 1 : 0)] ?? 0;
    rgb[o++] = data[i + (info.channels > 2 ? 2 : 0)] ?? 0;
  }
  return { data: rgb, width: info.width, height: info.height };
}

function scaledSize(width: number, height: number, side: number): { width: number; height: number } {
  const factor = side / Math.max(width, height);
  return { width: Math.max(8, Math.round(width * factor)), height: Math.max(8, Math.round(height * factor)) };
}

/** Decodes a picture for measuring. `side` is the longest side of the working copy, in pixels. */
export async function readPicture(file: string, side: number): Promise<Picture | Unreadable> {
  const header = await pictureHeader(file);
  if (isUnreadable(header)) return header;
  const { width, height } = header;
  const fit = { ...scaledSize(width, height, side), fit: 'fill' as const };
  try {
    if (width * height <= MAX_NATIVE_PIXELS) {
      const native = await rawPixels(normalised(openPicture(file)));
      const raw = { raw: { width: native.width, height: native.height, channels: 3 as const } };
      return { header, native, working: await rawPixels(sharp(native.data, raw).resize(fit)) };
    }
    const window = { width: Math.min(width, NATIVE_WINDOW), height: Math.min(height, NATIVE_WINDOW) };
    const centre = {
      ...window,
      left: Math.floor((width - window.width) / 2),
      top: Math.floor((height - window.height) / 2),
    };
    return {
      header,
      native: await rawPixels(normalised(openPicture(file)).extract(centre)),
      working: await rawPixels(normalised(openPicture(file)).resize(fit)),
    };
  } catch (thrown) {
    return unreadable(reasonFor(thrown, file));
  }
}
