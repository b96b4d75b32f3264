import type { Plane } from './planes.js';
import { Transform } from './transform.js';

const SIZE = 128;
const BANDS = 9;
const WINDOW = Float32Array.from(
  { length: SIZE },
  (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 0.5)) / SIZE),
);
const TRANSFORM = new Transform(SIZE);
/** Band of each distance from the centre of the spectrum; half-octaves, the last open. */
const bandOf = (r: number): number =>
  r < 3 || r > SIZE / 2 ? -1 : Math.min(BANDS - 1, Math.floor(2 * Math.log2(r / 3)));
const frequencyAt = (i: number): number => (i < SIZE / 2 ? i : SIZE - i);
/** Of each value of a spectrum. */
const BAND_OF = Int8Array.from({ length: SIZE * SIZE }, (_, i) =>
  bandOf(Math.round(Math.sqrt(frequencyAt(i % SIZE) ** 2 + frequencyAt(Math.floor(i / SIZE)) ** 2))),
);
const IS_ON_AXES = Uint8Array.from({ length: SIZE * SIZE }, (_, i) => {
  const across = frequencyAt(i % SIZE);
  const down = frequencyAt(Math.floor(i / SIZE));
  return Math.min(across, down) < 0.414 * Math.max(across, down) ? 1 : 0;
});

/**
 * Radial power spectrum in half-octave bands (log10 of each band's share), the slope of its logarithm, and
 * the power along the axes against the diagonals. Mean over windows of 128 pixels spread over the picture.
 */
export function frequencyFeatures(plane: Plane): number[] {
  if (plane.width < SIZE || plane.height < SIZE) return new Array<number>(BANDS + 2).fill(0);
  const power = new Float64Array(BANDS);
  let axes = 0;
  let diagonals = 0;
  const corners = windows(plane);
  SPECTRUM.fill(0);
  for (let w = 0; w < corners.length; w += 2) addPower(plane, corners.slice(w, w + 2));
  for (let i = 0; i < SPECTRUM.length; i++) {
    const band = BAND_OF[i] ?? -1;
    if (band < 0) continue;
    const p = SPECTRUM[i] ?? 0;
    power[band] = (power[band] ?? 0) + p;
    if (band < 4) continue;
    if (IS_ON_AXES[i]) axes += p;
    else diagonals += p;
  }
  const total = power.reduce((a, b) => a + b, 0) + 1e-6;
  const shares = Array.from(power, (p) => Math.log10(p / total + 1e-7));
  return [...shares, slopeOf(shares), Math.log10((axes + 1e-6) / (diagonals + 1e-6))];
}

function windows({ width, height }: Plane): [left: number, top: number][] {
  const columns = Math.min(4, Math.floor(width / SIZE));
  const rows = Math.min(2, Math.floor(height / SIZE));
  const at = (i: number, n: number, room: number) => Math.round(n === 1 ? room / 2 : (i * room) / (n - 1));
  const out: [number, number][] = [];
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) out.push([at(c, columns, width - SIZE), at(r, rows, height - SIZE)]);
  }
  return out;
}

const RE = new Float64Array(SIZE * SIZE);
const IM = new Float64Array(SIZE * SIZE);
const SPECTRUM = new Float64Array(SIZE * SIZE);

/**
 * Adds squared magnitudes of the 2-D transform of one or two windows, their means taken away. Two real windows go in as
 * one complex one: over a symmetric region of the plane their powers add up to its power.
 */
function addPower(plane: Plane, corners: readonly [left: number, top: number][]): void {
  for (const [part, target] of [RE, IM].entries()) {
    const corner = corners[part];
    if (corner) fill(target, plane, ...corner);
    else target.fill(0);
  }
  // Down and, turned over, down again: down is the way in which memory is read in order.
  TRANSFORM.runDown(RE, IM, SIZE);
  turnOver(RE);
  turnOver(IM);
  TRANSFORM.runDown(RE, IM, SIZE);
  for (let i = 0; i < SPECTRUM.length; i++) {
    const a = RE[i] ?? 0;
    const b = IM[i] ?? 0;
    SPECTRUM[i] = (SPECTRUM[i] ?? 0) + a * a + b * b;
  }
}

/** Columns become lines, which of a spectrum that is summed over symmetric regions changes nothing. */
function turnOver(values: Float64Array): void {
  for (let y = 1; y < SIZE; y++)
    for (let x = 0; x < y; x++) {
      const value = values[y * SIZE + x] ?? 0;
      values[y * SIZE + x] = values[x * SIZE + y] ?? 0;
      values[x * SIZE + y] = value;
    }
}

function fill(target: Float64Array, { data, width }: Plane, left: number, top: number): void {
  let sum = 0;
  for (let y = 0; y < SIZE; y++)
    for (let i = (top + y) * width + left, end = i + SIZE; i < end; i++) sum += data[i] ?? 0;
  const mean = sum / (SIZE * SIZE);
  for (let y = 0, at = 0; y < SIZE; y++) {
    const wy = WINDOW[y] ?? 0;
    for (let x = 0, i = (top + y) * width + left; x < SIZE; x++)
      target[at++] = ((data[i++] ?? 0) - mean) * wy * (WINDOW[x] ?? 0);
  }
}

/** Least-squares slope over the band number. */
function slopeOf(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  let over = 0;
  let under = 0;
  values.forEach((v, i) => {
    over += (i - middle) * v;
    under += (i - middle) ** 2;
  });
  return over / under;
}
