import { extentOf, rounded } from './places.js';

/** A line of the pen: x, y, and how hard it was pressed, each 0–1. */
export type PenPoint = [x: number, y: number, pressure: number];

/** A point nearer to the line through its neighbours than this is not seen to be missing: shares of the shorter side. */
const SEEN = 0.0012;
/** A tenth of the pressure is a tenth of the width of a thin line. */
const PRESSURE = 0.02;

/** Points that are looked at together: the time for them grows with their square. */
const TOGETHER = 256;

/**
 * The same line with as few points as look like it (Ramer, Douglas and Peucker, piece by piece), at most `most`, first
 * and last among them. `aspect`: width by height of the picture.
 */
export function thinned(points: readonly PenPoint[], aspect: number, most: number): PenPoint[] {
  const [wide, high] = extentOf(aspect);
  const placed = points.map(([x, y, pressure]): PenPoint => [x * wide, y * high, pressure * PRESSURE]);
  let kept = keptOf(
    placed,
    placed.map((_, at) => at),
    SEEN,
  );
  for (let seen = SEEN * 2; kept.length > most && seen < 1; seen *= 2) kept = keptOf(placed, kept, seen);
  // One that fills the picture to and fro.
  if (kept.length > most) {
    const by = (kept.length - 1) / (most - 1);
    kept = Array.from({ length: most }, (_, n) => kept[Math.round(n * by)] ?? 0);
  }
  return kept.map((at): PenPoint => {
    const [x, y, pressure] = points[at] as PenPoint;
    return [rounded(x), rounded(y), rounded(pressure)];
  });
}

/** Of the places of some of the points, those that a line needs to come as near as `seen` to all of them. */
function keptOf(points: readonly PenPoint[], places: readonly number[], seen: number): number[] {
  const kept: number[] = [];
  for (let from = 0; from < places.length; from += TOGETHER) {
    const piece = places.slice(from, from + TOGETHER + 1);
    const inPiece = within(
      piece.map((at) => points[at] as PenPoint),
      seen,
    ).map((at) => piece[at] ?? 0);
    kept.push(...(from === 0 ? inPiece : inPiece.slice(1)));
  }
  return kept;
}

function within(points: readonly PenPoint[], seen: number): number[] {
  const last = points.length - 1;
  if (last < 1) return points.map((_, at) => at);
  const keeps = new Set([0, last]);
  const spans: [number, number][] = [[0, last]];
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span;
    let farthest = from;
    let most = seen;
    for (let at = from + 1; at < to; at++) {
      const away = apart(points[at] as PenPoint, points[from] as PenPoint, points[to] as PenPoint);
      if (away > most) [farthest, most] = [at, away];
    }
    if (farthest === from) continue;
    keeps.add(farthest);
    spans.push([from, farthest], [farthest, to]);
  }
  return [...keeps].sort((a, b) => a - b);
}

/** From a point to a piece of a line, in three dimensions. */
function apart([x, y, z]: PenPoint, [ax, ay, az]: PenPoint, [bx, by, bz]: PenPoint): number {
  const [dx, dy, dz] = [bx - ax, by - ay, bz - az];
  const length = dx * dx + dy * dy + dz * dz;
  const along = length === 0 ? 0 : ((x - ax) * dx + (y - ay) * dy + (z - az) * dz) / length;
  const part = Math.min(1, Math.max(0, along));
  return Math.hypot(x - ax - part * dx, y - ay - part * dy, z - az - part * dz);
}
