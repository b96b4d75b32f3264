import type { Pixels } from './picture.js';

/** Hues round the circle, 30° apart, from red on. */
export const HUES = 12;
/** Dark, middle and light colours are counted apart. */
export const LIGHTS = 3;

/**
 * How much colour of each hue a picture has: the square root of its mean chroma, 0–1, for HUES hues in each of LIGHTS
 * lightnesses, one lightness after another. A picture whose hues are turned has the same numbers, shifted.
 */
export function hueFeatures({ data }: Pixels): number[] {
  const sums = new Float64Array(HUES * LIGHTS);
  for (let i = 0; i + 2 < data.length; i += 3) {
    const red = data[i] ?? 0;
    const green = data[i + 1] ?? 0;
    const blue = data[i + 2] ?? 0;
    const high = Math.max(red, green, blue);
    const low = Math.min(red, green, blue);
    const chroma = high - low;
    if (chroma === 0) continue;
    const sextant =
      high === red
        ? (green - blue) / chroma + 6
        : high === green
          ? (blue - red) / chroma + 2
          : (red - green) / chroma + 4;
    const hue = (sextant * HUES) / 6;
    const from = Math.floor(hue);
    const light = Math.min(LIGHTS - 1.001, Math.max(0, ((high + low) * LIGHTS) / 510 - 0.5));
    const band = Math.floor(light);
    const lighter = chroma * (light - band);
    addAt(sums, band, from, hue - from, chroma - lighter);
    addAt(sums, band + 1, from, hue - from, lighter);
  }
  const most = (255 * data.length) / 3;
  return Array.from(sums, (sum) => Math.sqrt(sum / Math.max(1, most)));
}

/** Shares a weight out between two hues, `part` of it to the second. */
function addAt(sums: Float64Array, band: number, hue: number, part: number, weight: number): void {
  const first = band * HUES + (hue % HUES);
  const second = band * HUES + ((hue + 1) % HUES);
  sums[first] = (sums[first] ?? 0) + weight * (1 - part);
  sums[second] = (sums[second] ?? 0) + weight * part;
}
