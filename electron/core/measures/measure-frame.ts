import type { FrameMeasures } from '@shared/analysis.js';
import { bandingOf } from './banding.js';
import { blockinessOf } from './blockiness.js';
import { borderOf } from './border.js';
import { colourFeatures, meanSaturation } from './colour-features.js';
import { enlargementOf } from './enlargement.js';
import { frequencyFeatures } from './frequency-features.js';
import { horizonOf } from './horizon.js';
import { hueFeatures } from './hue-features.js';
import { labOf } from './lab.js';
import { layoutOf } from './layout.js';
import { colourRange, levelsOf } from './levels.js';
import { lineFeatures } from './line-features.js';
import { loneLevels } from './lone-levels.js';
import { MEASURES_VERSION } from './measures-version.js';
import { halve, type NoiseStatistics, noiseOf } from './noise.js';
import { paletteOf } from './palette.js';
import { paperOf } from './paper.js';
import { perceptualHash } from './perceptual-hash.js';
import { isUnreadable, type Pixels, readPicture, type Unreadable } from './picture.js';
import { lumaOf, type Plane, shrink, sumsOf } from './planes.js';
import { Reused, reusedValues } from './reused.js';
import { salientOf } from './salient.js';
import { seamOf } from './seams.js';
import { sharpnessOf } from './sharpness.js';
import { stepsOf } from './steps-along.js';
import { textureFeatures } from './texture-features.js';

/** Longest side of the copy that style is measured on, so that line widths compare across sizes. */
const WORKING_SIDE = 640;
const COLOUR_SIDE = 160;

const LUMA = reusedValues();
const WORKING = reusedValues();
const HALF = reusedValues();
const QUARTER = reusedValues();
const SUMS = new Reused((length) => new Int32Array(length));

/** Everything measured on one picture by itself. Deterministic: the same file gives the same numbers. */
export async function measureFrame(file: string): Promise<FrameMeasures | Unreadable> {
  const picture = await readPicture(file, WORKING_SIDE);
  if (isUnreadable(picture)) return picture;
  const { native, working, header } = picture;
  const nativeLuma = lumaOf(native, LUMA);
  const luma = lumaOf(working, WORKING);
  const scale = COLOUR_SIDE / Math.max(working.width, working.height);
  const sums = sumsOf(working, SUMS);
  const small = shrink(
    sums,
    Math.max(1, Math.round(working.width * scale)),
    Math.max(1, Math.round(working.height * scale)),
  );
  const lab = labOf(small);
  const fine = noiseOf(nativeLuma);
  const levels = levelsOf(native);
  const alone = loneLevels(levels);
  const groups = {
    ...colourFeatures(small, lab),
    hue: hueFeatures(small),
    levels: [alone],
    line: lineFeatures(luma),
    texture: textureFeatures(luma),
    frequency: frequencyFeatures(luma),
    grain: grainOf(nativeLuma, fine),
    layout: layoutOf(sums),
  };
  return {
    quality: rounded({
      ...qualityOf(native, nativeLuma, small, fine),
      colourRange: colourRange(levels),
      loneLevels: alone,
    }),
    style: Object.fromEntries(Object.entries(groups).map(([name, values]) => [name, values.map(round)])),
    hash: perceptualHash(sums),
    palette: paletteOf(small, lab),
    composition: { horizon: horizonOf(luma), salient: salientOf(sums) },
    width: header.width,
    height: header.height,
    version: MEASURES_VERSION,
  };
}

const round = (value: number) => Math.round(value * 1e4) / 1e4;
const rounded = (values: Record<string, number>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, round(value)]));

function qualityOf(
  native: Pixels,
  luma: Plane,
  small: Pixels,
  fine: NoiseStatistics,
): Record<string, number> {
  const { detail, edgeWidth, overshoot } = sharpnessOf(luma);
  const steps = stepsOf(luma);
  return {
    sharpness: detail,
    blur: edgeWidth,
    noise: fine.sigma,
    ...histogramOf(luma),
    blankPaper: paperOf(native, luma),
    saturation: meanSaturation(small),
    blockiness: steps ? blockinessOf(...steps) : 0,
    border: borderOf(luma),
    banding: 100 * bandingOf(native),
    ringing: 100 * overshoot,
    upscaling: steps ? enlargementOf(...steps) : 0,
    seamStrength: steps ? seamOf(native, ...steps) : 0,
  };
}

/** Values are counted by the eighth of a level: all that follows is as good from these. */
const PARTS_OF_LEVEL = 8;

/** Statistics of the 256 luma levels; shares and means 0–1. */
function histogramOf({
  data,
}: Plane): Record<'exposure' | 'clippedLow' | 'clippedHigh' | 'contrast' | 'range', number> {
  const fine = partsOf(data);
  const bins = new Uint32Array(256);
  let sum = 0;
  let squares = 0;
  for (let part = 0; part < fine.length; part++) {
    const here = fine[part] ?? 0;
    const level = (part + PARTS_OF_LEVEL / 2) >> 3;
    bins[level] = (bins[level] ?? 0) + here;
    // The middle of what is counted as one.
    const value = (part + 15 / 32) / PARTS_OF_LEVEL;
    sum += here * value;
    squares += here * value * value;
  }
  const count = Math.max(1, data.length);
  const mean = sum / count;
  const share = (from: number, to: number) => bins.subarray(from, to).reduce((a, b) => a + b, 0) / count;
  const level = (part: number) => {
    let seen = 0;
    for (let i = 0; i < 256; i++) {
      seen += bins[i] ?? 0;
      if (seen >= part * count) return i;
    }
    return 255;
  };
  return {
    exposure: mean / 255,
    clippedLow: share(0, 5),
    clippedHigh: share(252, 256),
    contrast: Math.sqrt(Math.max(0, squares / count - mean * mean)) / 255,
    range: (level(0.99) - level(0.01)) / 255,
  };
}

/** How many values fall into each part. Two lists: neighbours are mostly alike, and one count would wait for the other. */
function partsOf(data: Int16Array): Uint32Array {
  const even = new Uint32Array(256 * PARTS_OF_LEVEL);
  const odd = new Uint32Array(256 * PARTS_OF_LEVEL);
  const pairs = data.length & ~1;
  for (let i = 0; i < pairs; i += 2) {
    const one = (data[i] ?? 0) >> 4;
    const other = (data[i + 1] ?? 0) >> 4;
    even[one] = (even[one] ?? 0) + 1;
    odd[other] = (odd[other] ?? 0) + 1;
  }
  if (pairs < data.length) {
    const one = (data[pairs] ?? 0) >> 4;
    even[one] = (even[one] ?? 0) + 1;
  }
  for (let part = 0; part < even.length; part++) even[part] = (even[part] ?? 0) + (odd[part] ?? 0);
  return even;
}

/** log10 of fine noise at three scales in calm, middle and busy parts. */
function grainOf(luma: Plane, fine: NoiseStatistics): number[] {
  const half = halve(luma, HALF);
  const levels = [fine, noiseOf(half), noiseOf(halve(half, QUARTER))];
  return levels.flatMap((level) => level.spread.map((sigma) => Math.log10(sigma + 0.3)));
}
