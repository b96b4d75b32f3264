import { between, type Random } from './random.js';

/** Path data for the shapes that places are built of. Units are canvas units (1280 × 720). */

/** One decimal is a tenth of a canvas unit: finer than any pixel it is drawn on. */
export const n = (value: number): string => String(Math.round(value * 10) / 10);

export const rectangle = (x: number, y: number, width: number, height: number): string =>
  `M${n(x)},${n(y)}h${n(width)}v${n(height)}h${n(-width)}z`;

/** x0, y0, x1, y1, … */
export function polygon(...coordinates: readonly number[]): string {
  let d = '';
  for (let i = 0; i + 1 < coordinates.length; i += 2) {
    d += `${i === 0 ? 'M' : 'L'}${n(coordinates[i] ?? 0)},${n(coordinates[i + 1] ?? 0)}`;
  }
  return `${d}z`;
}

export const disc = (cx: number, cy: number, r: number): string =>
  `M${n(cx - r)},${n(cy)}a${n(r)},${n(r)} 0 1 1 ${n(r * 2)},0a${n(r)},${n(r)} 0 1 1 ${n(-r * 2)},0z`;

export const oval = (cx: number, cy: number, rx: number, ry: number): string =>
  `M${n(cx - rx)},${n(cy)}a${n(rx)},${n(ry)} 0 1 1 ${n(rx * 2)},0a${n(rx)},${n(ry)} 0 1 1 ${n(-rx * 2)},0z`;

/** Land from a rolling upper edge around `y` down to the bottom of the canvas. */
export function hill(random: Random, y: number, amplitude: number, bottom = 760): string {
  const first = random() * 7;
  const second = random() * 7;
  let d = `M-40,${bottom}`;
  for (let x = -40; x <= 1320; x += 40) {
    const wave = 0.62 * Math.sin(x / 210 + first) + 0.38 * Math.sin(x / 93 + second);
    d += `L${x},${n(y - amplitude * wave)}`;
  }
  return `${d}L1320,${bottom}z`;
}

/** A scalloped mass: foliage, bushes, clouds. */
export function tuft(random: Random, cx: number, cy: number, rx: number, ry: number, lobes: number): string {
  let d = '';
  let px = 0;
  let py = 0;
  const start = random() * Math.PI * 2;
  let sx = 0;
  let sy = 0;
  for (let i = 0; i <= lobes; i++) {
    const angle = start + ((i === lobes ? 0 : i + between(random, -0.22, 0.22)) / lobes) * Math.PI * 2;
    const x = i === lobes ? sx : cx + Math.cos(angle) * rx;
    const y = i === lobes ? sy : cy + Math.sin(angle) * ry;
    if (i === 0) {
      sx = x;
      sy = y;
      d = `M${n(x)},${n(y)}`;
    } else {
      const r = Math.hypot(x - px, y - py) * 0.58;
      d += `A${n(r)},${n(r)} 0 0 1 ${n(x)},${n(y)}`;
    }
    px = x;
    py = y;
  }
  return `${d}z`;
}

/** A cloud: flat below, three or four rounds above. */
export function cloud(random: Random, cx: number, y: number, width: number): string {
  const lumps = 4;
  const step = width / lumps;
  let x = cx - width / 2;
  let d = `M${n(x)},${n(y)}`;
  let level = y;
  for (let i = 0; i < lumps; i++) {
    x += step;
    const next = i === lumps - 1 ? y : y - width * between(random, 0.03, 0.15) * (i === 1 ? 1.4 : 1);
    const r = Math.hypot(step, next - level) * 0.56;
    d += `A${n(r)},${n(r)} 0 0 1 ${n(x)},${n(next)}`;
    level = next;
  }
  return `${d}Q${n(cx)},${n(y + width * 0.05)} ${n(cx - width / 2)},${n(y)}z`;
}

/** A fir with drooping tiers; its foot is at (x, y). */
export function fir(x: number, y: number, height: number, width: number, tiers = 4): string {
  const right: string[] = [];
  const left: string[] = [];
  for (let i = 1; i <= tiers; i++) {
    const reach = (width / 2) * (0.3 + (0.7 * i) / tiers);
    const level = y - height * (1 - (0.94 * i) / tiers);
    const before = y - height * (1 - (0.94 * (i - 0.72)) / tiers);
    const inner = i === tiers ? 0 : reach * 0.42;
    right.push(
      `Q${n(x + reach * 0.45)},${n(before + (level - before) * 0.55)} ${n(x + reach)},${n(level)}L${n(x + inner)},${n(level - height * 0.025)}`,
    );
    left.unshift(
      `L${n(x - reach)},${n(level)}Q${n(x - reach * 0.45)},${n(before + (level - before) * 0.55)} ${
        i === 1
          ? `${n(x)},${n(y - height)}`
          : `${n(x - (width / 2) * (0.3 + (0.7 * (i - 1)) / tiers) * 0.42)},${n(y - height * (1 - (0.94 * (i - 1)) / tiers) - height * 0.025)}`
      }`,
    );
  }
  return `M${n(x)},${n(y - height)}${right.join('')}${left.join('')}z`;
}

/** A jagged ridge through the given peaks (x, y pairs, left to right), down to `bottom`. */
export function ridge(random: Random, peaks: readonly (readonly [number, number])[], bottom: number): string {
  let d = `M-60,${bottom}`;
  let px = -60;
  let py = bottom;
  for (const [x, y] of [...peaks, [1340, bottom] as const]) {
    for (const t of [0.3, 0.62]) {
      const jag = between(random, -0.035, 0.035) * Math.hypot(x - px, y - py);
      d += `L${n(px + (x - px) * t)},${n(py + (y - py) * t + jag)}`;
    }
    d += `L${n(x)},${n(y)}`;
    px = x;
    py = y;
  }
  return `${d}z`;
}
