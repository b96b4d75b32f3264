/** Path data in absolute coordinates for the shapes that sprites are built of. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

export const tenth = (value: number): number => Math.round(value * 10) / 10;

/** The point at `t` of the line, quadratic or cubic curve with these control points. */
export function bezier(points: readonly Point[], t: number): Point {
  const [a, b = a, c = b, d] = points as readonly [Point, ...Point[]];
  const u = 1 - t;
  if (points.length === 2) return { x: u * a.x + t * b.x, y: u * a.y + t * b.y };
  if (d === undefined) {
    return {
      x: u * u * a.x + 2 * u * t * b.x + t * t * c.x,
      y: u * u * a.y + 2 * u * t * b.y + t * t * c.y,
    };
  }
  const [ka, kb, kc, kd] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
  return { x: ka * a.x + kb * b.x + kc * c.x + kd * d.x, y: ka * a.y + kb * b.y + kc * c.y + kd * d.y };
}

/** Four cubic arcs; 0.5523 is the usual constant for a quarter of an ellipse. */
export function oval(cx: number, cy: number, rx: number, ry: number): string {
  const kx = rx * 0.5523;
  const ky = ry * 0.5523;
  return (
    `M${cx - rx},${cy} C${cx - rx},${cy - ky} ${cx - kx},${cy - ry} ${cx},${cy - ry} ` +
    `C${cx + kx},${cy - ry} ${cx + rx},${cy - ky} ${cx + rx},${cy} C${cx + rx},${cy + ky} ${cx + kx},${cy + ry} ${cx},${cy + ry} ` +
    `C${cx - kx},${cy + ry} ${cx - rx},${cy + ky} ${cx - rx},${cy} Z`
  );
}

/** A limb bent at `bend`, round at its root, from half-width `w0` to `w1`. */
export function limb(from: Point, bend: Point, to: Point, w0: number, w1: number): string {
  const along = (a: Point, b: Point): Point => {
    const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
    return { x: (b.x - a.x) / length, y: (b.y - a.y) / length };
  };
  const start = along(from, bend);
  const middle = along(from, to);
  const end = along(bend, to);
  const wm = (w0 + w1) / 2;
  /** Beside `a`: `w` to the right of the direction, and `ahead` along it. */
  const beside = (a: Point, d: Point, w: number, ahead = 0) =>
    `${tenth(a.x - d.y * w + d.x * ahead)},${tenth(a.y + d.x * w + d.y * ahead)}`;
  return (
    `M${beside(from, start, w0)} Q${beside(bend, middle, wm)} ${beside(to, end, w1)} L${beside(to, end, -w1)} ` +
    `Q${beside(bend, middle, -wm)} ${beside(from, start, -w0)} ` +
    `C${beside(from, start, -w0, -w0 * 1.2)} ${beside(from, start, w0, -w0 * 1.2)} ${beside(from, start, w0)} Z`
  );
}

/** A rounded strip along the cubic curves `d` (`M` and `C` only), from half-width `w0` to `w1`: tails, hoops. */
export function strip(d: string, w0: number, w1: number): string {
  const numbers = (d.match(/-?\d*\.?\d+/g) ?? []).map(Number);
  const points: Point[] = [];
  for (let i = 0; i + 1 < numbers.length; i += 2) points.push({ x: numbers[i] ?? 0, y: numbers[i + 1] ?? 0 });
  const middle: Point[] = [];
  for (let i = 0; i + 3 < points.length; i += 3) {
    for (let k = i === 0 ? 0 : 1; k <= 8; k++) middle.push(bezier(points.slice(i, i + 4), k / 8));
  }
  const left: string[] = [];
  const right: string[] = [];
  middle.forEach((p, i) => {
    const before = middle[i - 1] ?? p;
    const after = middle[i + 1] ?? p;
    const length = Math.hypot(after.x - before.x, after.y - before.y) || 1;
    const w = w0 + ((w1 - w0) * i) / (middle.length - 1);
    const x = ((before.y - after.y) / length) * w;
    const y = ((after.x - before.x) / length) * w;
    left.push(`${tenth(p.x + x)},${tenth(p.y + y)}`);
    right.unshift(`${tenth(p.x - x)},${tenth(p.y - y)}`);
  });
  const end = middle.at(-1) ?? { x: 0, y: 0 };
  const last = middle.at(-2) ?? end;
  const length = Math.hypot(end.x - last.x, end.y - last.y) || 1;
  const tip = `${tenth(end.x + ((end.x - last.x) / length) * w1 * 2)},${tenth(end.y + ((end.y - last.y) / length) * w1 * 2)}`;
  return `M${left.join(' L')} Q${tip} ${right.join(' L')} Z`;
}

/** A strip from `from` to `to`, `half` wide on either side. */
export function band(from: Point, to: Point, half: number): string {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const x = ((from.y - to.y) / length) * half;
  const y = ((to.x - from.x) / length) * half;
  return `M${from.x + x},${from.y + y} L${to.x + x},${to.y + y} L${to.x - x},${to.y - y} L${from.x - x},${from.y - y} Z`;
}
