import { seededRandom, seedFrom } from '../random.js';

/** A texture that repeats, in bytes, at the scale of the picture it is laid over. */
export interface Tile {
  readonly width: number;
  readonly height: number;
  readonly values: Uint8Array;
}

export type TileName = 'grain' | 'mottle' | 'hatch' | 'cross' | 'strokes';

const CANVAS_WIDTH = 1280;
const CANVAS_HEIGHT = 720;
/** Side of a tile in canvas units. */
const SIDE = 512;

/** Smooth noise that repeats after SIDE, 0 to 1, with features of `sx` by `sy` units. */
function noise(name: string, sx: number, sy: number): (x: number, y: number) => number {
  const random = seededRandom(seedFrom('paper', name));
  const columns = Math.round(SIDE / sx);
  const rows = Math.round(SIDE / sy);
  const lattice = Float32Array.from({ length: columns * rows }, () => random());
  const ease = (t: number) => t * t * (3 - 2 * t);
  return (x, y) => {
    const u = (((x % SIDE) + SIDE) % SIDE) * (columns / SIDE);
    const v = (((y % SIDE) + SIDE) % SIDE) * (rows / SIDE);
    const c = Math.floor(u);
    const r = Math.floor(v);
    const tu = ease(u - c);
    const tv = ease(v - r);
    const at = (i: number, j: number) => lattice[(j % rows) * columns + (i % columns)] ?? 0;
    const top = at(c, r) * (1 - tu) + at(c + 1, r) * tu;
    const bottom = at(c, r + 1) * (1 - tu) + at(c + 1, r + 1) * tu;
    return top * (1 - tv) + bottom * tv;
  };
}

/** Value 0–1 of each texture at canvas units (x, y). */
const TEXTURES: Readonly<Record<TileName, () => (x: number, y: number) => number>> = {
  grain() {
    const fine = noise('grain fine', 1, 1);
    const tooth = noise('grain tooth', 3, 3);
    return (x, y) => 0.55 * fine(x, y) + 0.45 * tooth(x, y);
  },
  mottle() {
    const broad = noise('mottle broad', 64, 26);
    const bristle = noise('mottle bristle', 40, 3);
    return (x, y) => 0.6 * broad(x, y) + 0.4 * bristle(x, y);
  },
  hatch: () => penLines('hatch', 1),
  cross: () => penLines('cross', -1),
  strokes() {
    const wobble = noise('stroke wobble', 64, 64);
    // Across and along the strokes, which run down to the right: x - y and x + y repeat with the tile.
    const bundle = noise('stroke bundle', 26, 102);
    const single = noise('stroke single', 7, 85);
    const tooth = noise('stroke tooth', 2, 2);
    // 64 strokes across a tile keep it seamless.
    return (x, y) => {
      const across = ((x - y) / SIDE) * 64 + wobble(x, y) * 1.6;
      const stroke = 0.5 + 0.5 * Math.sin(across * Math.PI * 2);
      const gap =
        0.34 * stroke +
        0.4 * tooth(x, y) +
        0.28 * (bundle(x - y, x + y) - 0.5) +
        0.3 * (single(x - y, x + y) - 0.5) +
        0.1;
      return Math.min(1, Math.max(0, gap * 1.25 - 0.22));
    };
  },
};

function penLines(name: string, slope: 1 | -1): (x: number, y: number) => number {
  const wobble = noise(`${name} wobble`, 51.2, 51.2);
  const lifts = noise(`${name} lifts`, 18, 18);
  return (x, y) => {
    const across = ((x + slope * y) / SIDE) * 56 + wobble(x, y) * 1.3;
    const line = 0.5 + 0.5 * Math.cos(across * Math.PI * 2);
    return Math.min(1, Math.max(0, (line - 0.62) * 4)) * Math.min(1, 0.35 + lifts(x, y));
  };
}

const base = new Map<TileName, Float32Array>();
const tiles = new Map<string, Tile>();
const fields = new Map<string, Uint8Array>();
/** Sizes kept at once: a board is drawn at a few sizes, training at one. */
const KEPT = 24;

function remember<T>(cache: Map<string, T>, key: string, make: () => T): T {
  const known = cache.get(key);
  if (known !== undefined) return known;
  if (cache.size >= KEPT) cache.clear();
  const made = make();
  cache.set(key, made);
  return made;
}

/** The tile for a picture of this size: the full-size texture, averaged over each pixel's share of it. */
export function tileOf(name: TileName, width: number, height: number): Tile {
  return remember(tiles, `${name} ${width} ${height}`, () => {
    let full = base.get(name);
    if (!full) {
      const value = TEXTURES[name]();
      full = Float32Array.from({ length: SIDE * SIDE }, (_, i) => value(i % SIDE, Math.floor(i / SIDE)));
      base.set(name, full);
    }
    const w = Math.max(1, Math.round((SIDE * width) / CANVAS_WIDTH));
    const h = Math.max(1, Math.round((SIDE * height) / CANVAS_HEIGHT));
    const values = new Uint8Array(w * h);
    for (let y = 0; y < h; y++) {
      const y0 = Math.floor((y * SIDE) / h);
      const y1 = Math.max(y0 + 1, Math.floor(((y + 1) * SIDE) / h));
      for (let x = 0; x < w; x++) {
        const x0 = Math.floor((x * SIDE) / w);
        const x1 = Math.max(x0 + 1, Math.floor(((x + 1) * SIDE) / w));
        let sum = 0;
        for (let v = y0; v < y1; v++) for (let u = x0; u < x1; u++) sum += full[v * SIDE + u] ?? 0;
        values[y * w + x] = Math.round((sum / ((y1 - y0) * (x1 - x0))) * 255);
      }
    }
    return { width: w, height: h, values };
  });
}

/**
 * A value per pixel. `rim`: 0 in the middle to 255 in the corners. `edge`: distance to the nearest edge in
 * canvas units, at most 255.
 */
export function field(kind: 'rim' | 'edge', width: number, height: number): Uint8Array {
  return remember(fields, `${kind} ${width} ${height}`, () => {
    const values = new Uint8Array(width * height);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const u = ((x + 0.5) / width) * CANVAS_WIDTH;
        const v = ((y + 0.5) / height) * CANVAS_HEIGHT;
        if (kind === 'edge') {
          values[y * width + x] = Math.min(255, u, v, CANVAS_WIDTH - u, CANVAS_HEIGHT - v);
        } else {
          const reach = Math.hypot((u / CANVAS_WIDTH - 0.5) * 2, (v / CANVAS_HEIGHT - 0.5) * 2) / Math.SQRT2;
          const t = Math.min(1, Math.max(0, (reach - 0.5) / 0.5));
          values[y * width + x] = Math.round(t * t * (3 - 2 * t) * 255);
        }
      }
    }
    return values;
  });
}
