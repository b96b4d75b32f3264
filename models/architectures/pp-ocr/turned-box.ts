/** The smallest box, turned as it may be, around points of a picture. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Pixels; `angle`: of its width to the horizontal, radians, −π/2 to π/2. */
export interface TurnedBox {
  readonly centre: Point;
  readonly width: number;
  readonly height: number;
  readonly angle: number;
}

const cross = (o: Point, a: Point, b: Point): number => (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);

/** Corners of the smallest convex shape around them, in order. */
export function hullOf(points: readonly Point[]): Point[] {
  const sorted = points.toSorted((a, b) => a.x - b.x || a.y - b.y);
  const half = (from: readonly Point[]): Point[] => {
    const chain: Point[] = [];
    for (const point of from) {
      while (chain.length > 1 && cross(chain.at(-2) as Point, chain.at(-1) as Point, point) <= 0) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return sorted.length < 3 ? sorted : [...half(sorted), ...half(sorted.toReversed())];
}

/** Of one point or more. The box lies along a side of their hull, and its width is the side nearer to the horizontal. */
export function smallestBox(points: readonly Point[]): TurnedBox {
  const hull = hullOf(points);
  let best: TurnedBox | null = null;
  for (const [i, from] of hull.entries()) {
    const to = hull[(i + 1) % hull.length] as Point;
    const box = boxAlong(hull, Math.atan2(to.y - from.y, to.x - from.x));
    if (best === null || box.width * box.height < best.width * best.height) best = box;
  }
  return best as TurnedBox;
}

function boxAlong(points: readonly Point[], direction: number): TurnedBox {
  // A quarter turn changes width and height alone.
  const quarters = Math.round(direction / (Math.PI / 2));
  const angle = direction - quarters * (Math.PI / 2);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const along = points.map(({ x, y }) => x * cos + y * sin);
  const across = points.map(({ x, y }) => y * cos - x * sin);
  const [left, right, top, bottom] = [
    Math.min(...along),
    Math.max(...along),
    Math.min(...across),
    Math.max(...across),
  ];
  const [u, v] = [(left + right) / 2, (top + bottom) / 2];
  return {
    centre: { x: u * cos - v * sin, y: u * sin + v * cos },
    width: right - left,
    height: bottom - top,
    angle,
  };
}

/** Wider and higher on every side by `ratio` times its area to its circumference. */
export function grown(box: TurnedBox, ratio: number): TurnedBox {
  const { width, height } = box;
  const by = (width * height * ratio) / (2 * (width + height) || 1);
  return { ...box, width: width + 2 * by, height: height + 2 * by };
}

export function cornersOf({ centre, width, height, angle }: TurnedBox): Point[] {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ].map(([sideX = 0, sideY = 0]) => {
    const [u, v] = [(sideX * width) / 2, (sideY * height) / 2];
    return { x: centre.x + u * cos - v * sin, y: centre.y + u * sin + v * cos };
  });
}
