/** Where a fault that runs through a whole picture can be seen best, so that it can be shown enlarged. */
import type { Region } from '@shared/records/index.js';
import { bandingOf } from './banding.js';
import { blockinessOf } from './blockiness.js';
import { noiseOf } from './noise.js';
import { isUnreadable, type Pixels, readPicture } from './picture.js';
import { LEVEL, lumaOf, type Plane } from './planes.js';
import { seamLine } from './seams.js';
import { sharpnessOf } from './sharpness.js';
import { stepsOf } from './steps-along.js';

/** Those for which there is one part to look at closely. */
export type FlawKind = 'noise' | 'banding' | 'compression' | 'ringing' | 'upscaling' | 'blur' | 'seam';

export interface Flaw {
  /** About `WINDOW` pixels of the picture, in fractions of it. */
  readonly region: Region;
  /** The line that a seam runs along, across the whole picture: in fractions from the left, or from the top; else null. */
  readonly line: { readonly isUpright: boolean; readonly at: number } | null;
}

/** In pixels of the picture: small enough to be shown enlarged beside another. */
const WINDOW = { width: 96, height: 60 };
const MOST_WINDOWS = 250;
/** Levels that a calm part wanders by, so that noise on it is not divided by nothing. */
const CALM = 4;
/** Side of the working copy, of which nothing is needed. */
const LEAST_SIDE = 8;

/** How well a fault can be seen in a part of a picture; more is better. */
const SEEN: Readonly<Record<Exclude<FlawKind, 'seam'>, (pixels: Pixels, luma: Plane) => number>> = {
  noise: (_pixels, luma) => noiseOf(luma).sigma / (spreadOf(luma) + CALM),
  banding: (pixels) => bandingOf(pixels),
  compression: (_pixels, luma) => {
    const steps = stepsOf(luma);
    return steps ? blockinessOf(...steps) : 0;
  },
  ringing: (_pixels, luma) => {
    const { edgeWidth, overshoot } = sharpnessOf(luma);
    return edgeWidth > 0 ? overshoot : 0;
  },
  // What is soft even where the picture is sharpest is seen there.
  upscaling: (_pixels, luma) => sharpnessOf(luma).detail,
  blur: (_pixels, luma) => sharpnessOf(luma).detail,
};

/** Null where the picture cannot be read. */
export async function findFlaw(file: string, kind: FlawKind): Promise<Flaw | null> {
  const picture = await readPicture(file, LEAST_SIDE);
  if (isUnreadable(picture)) return null;
  const { native, header } = picture;
  const found = flawIn(native, kind);
  // Of a very large picture only its centre was read.
  const { left, top } = {
    left: Math.floor((header.width - native.width) / 2),
    top: Math.floor((header.height - native.height) / 2),
  };
  const { x, y, width, height } = found.window;
  return {
    region: {
      x: (x + left) / header.width,
      y: (y + top) / header.height,
      width: width / header.width,
      height: height / header.height,
    },
    line: found.line && {
      isUpright: found.line.isUpright,
      at: found.line.isUpright
        ? (found.line.at + left) / header.width
        : (found.line.at + top) / header.height,
    },
  };
}

interface FoundFlaw {
  /** In pixels. */
  readonly window: Region;
  readonly line: Flaw['line'];
}

/** In pixels of `pixels`. */
export function flawIn(pixels: Pixels, kind: FlawKind): FoundFlaw {
  const width = Math.min(WINDOW.width, pixels.width);
  const height = Math.min(WINDOW.height, pixels.height);
  if (kind === 'seam') {
    const steps = stepsOf(lumaOf(pixels));
    const line = steps ? seamLine(pixels, ...steps) : null;
    const middle = {
      x: line?.isUpright ? line.at : pixels.width / 2,
      y: line && !line.isUpright ? line.at : pixels.height / 2,
    };
    return { window: { ...within(pixels, middle, { width, height }), width, height }, line };
  }
  const room = (pixels.width - width + 1) * (pixels.height - height + 1);
  const step = Math.max(height / 2, Math.sqrt(room / MOST_WINDOWS));
  let best = { x: 0, y: 0 };
  let most = Number.NEGATIVE_INFINITY;
  for (let top = 0; top <= pixels.height - height; top += step)
    for (let left = 0; left <= pixels.width - width; left += step) {
      const [x, y] = [Math.floor(left), Math.floor(top)];
      const part = partOf(pixels, { x, y, width, height });
      const seen = SEEN[kind](part, lumaOf(part));
      if (seen > most) {
        most = seen;
        best = { x, y };
      }
    }
  return { window: { ...best, width, height }, line: null };
}

function within(
  pixels: Pixels,
  middle: { readonly x: number; readonly y: number },
  { width, height }: { readonly width: number; readonly height: number },
): { x: number; y: number } {
  const along = (at: number, size: number, room: number) =>
    Math.round(Math.min(room - size, Math.max(0, at - size / 2)));
  return { x: along(middle.x, width, pixels.width), y: along(middle.y, height, pixels.height) };
}

function partOf(pixels: Pixels, { x, y, width, height }: Region): Pixels {
  const data = new Uint8Array(width * height * 3);
  for (let row = 0; row < height; row++) {
    const from = ((y + row) * pixels.width + x) * 3;
    data.set(pixels.data.subarray(from, from + width * 3), row * width * 3);
  }
  return { data, width, height };
}

/** Standard deviation, in levels. */
function spreadOf({ data }: Plane): number {
  let sum = 0;
  let squares = 0;
  for (const value of data) {
    sum += value;
    squares += value * value;
  }
  const mean = sum / data.length;
  return Math.sqrt(Math.max(0, squares / data.length - mean * mean)) / LEVEL;
}
