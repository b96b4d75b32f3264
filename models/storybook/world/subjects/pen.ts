import type { Brush, ShapeOptions } from '../brush.js';
import type { Box } from '../scene.js';
import { bezier, oval, type Point, tenth } from './curves.js';

export const FRAME_WIDTH = 1280;
export const FRAME_HEIGHT = 720;

/** Where a sprite's own origin lies on the canvas, and how large and which way round it is drawn. */
export interface Placement extends Point {
  readonly scale: number;
  /** Sprites are drawn looking to the right; -1 mirrors them. */
  readonly flip: -1 | 1;
  /** Degrees, clockwise as seen before mirroring. */
  readonly tilt?: number;
  /** 0 far … 1 near, handed to the brush for the weight of its outlines. */
  readonly depth: number;
}

/** An axis-aligned extent that grows with every point, in canvas units. */
class Extent {
  private left = Number.POSITIVE_INFINITY;
  private top = Number.POSITIVE_INFINITY;
  private right = Number.NEGATIVE_INFINITY;
  private bottom = Number.NEGATIVE_INFINITY;

  add({ x, y }: Point): void {
    this.left = Math.min(this.left, x);
    this.right = Math.max(this.right, x);
    this.top = Math.min(this.top, y);
    this.bottom = Math.max(this.bottom, y);
  }

  box(): Box {
    return {
      x: this.left / FRAME_WIDTH,
      y: this.top / FRAME_HEIGHT,
      width: (this.right - this.left) / FRAME_WIDTH,
      height: (this.bottom - this.top) / FRAME_HEIGHT,
    };
  }
}

interface Sheet {
  markup: string;
  readonly extent: Extent;
  readonly colourExtent: Extent;
}

/**
 * Draws one sprite through a brush in the sprite's own units: the origin on the ground between its feet, y
 * down, looking right. Coordinates are put in place here rather than by a transform, so that outlines keep
 * their weight at every size and the sprite's box is known.
 */
export class Pen {
  private readonly cos: number;
  private readonly sin: number;

  constructor(
    readonly brush: Brush,
    readonly placement: Placement,
    private readonly sheet: Sheet = { markup: '', extent: new Extent(), colourExtent: new Extent() },
  ) {
    const angle = ((placement.tilt ?? 0) * Math.PI) / 180;
    this.cos = Math.cos(angle);
    this.sin = Math.sin(angle);
  }

  /** A pen on the same sheet whose origin is (x, y) of this one. */
  at(x: number, y: number, scale = 1, tilt = 0): Pen {
    return new Pen(
      this.brush,
      {
        ...this.placement,
        ...this.canvas(x, y),
        scale: this.placement.scale * scale,
        tilt: (this.placement.tilt ?? 0) + tilt,
      },
      this.sheet,
    );
  }

  canvas(x: number, y: number): Point {
    const { placement } = this;
    return {
      x: placement.x + placement.flip * placement.scale * (x * this.cos - y * this.sin),
      y: placement.y + placement.scale * (x * this.sin + y * this.cos),
    };
  }

  /** 1 when the sprite's own right side lies away from the light, -1 when its left does. */
  get darkSide(): -1 | 1 {
    const away = this.placement.x >= this.brush.light.from.x * FRAME_WIDTH ? 1 : -1;
    return (away * this.placement.flip) as -1 | 1;
  }

  shade(colour: string, amount: number): string {
    return this.brush.shade(colour, amount);
  }

  /** `d` with absolute M, L, Q, C and Z only. */
  shape(d: string, colour: string, options: ShapeOptions = {}): void {
    this.sheet.markup += this.brush.shape(this.path(d, [this.sheet.extent]), colour, this.weighted(options));
  }

  /** A shape that carries the subject's colour. */
  coloured(d: string, colour: string, options: ShapeOptions = {}): void {
    const extents = [this.sheet.extent, this.sheet.colourExtent];
    this.sheet.markup += this.brush.shape(this.path(d, extents), colour, this.weighted(options));
  }

  /** A patch without an outline of its own, inside a shape that is already drawn. */
  patch(d: string, colour: string, opacity?: number): void {
    this.shape(d, colour, opacity === undefined ? { outline: false } : { outline: false, opacity });
  }

  ellipse(cx: number, cy: number, rx: number, ry: number, colour: string, options: ShapeOptions = {}): void {
    if (Math.abs(this.sin) > 0.01) {
      this.shape(oval(cx, cy, rx, ry), colour, options);
      return;
    }
    this.path(oval(cx, cy, rx, ry), [this.sheet.extent]);
    const centre = this.canvas(cx, cy);
    const { scale } = this.placement;
    this.sheet.markup += this.brush.ellipse(
      tenth(centre.x),
      tenth(centre.y),
      tenth(rx * scale),
      tenth(ry * scale),
      colour,
      this.weighted(options),
    );
  }

  /** An ellipse without an outline of its own. */
  dot(cx: number, cy: number, rx: number, ry: number, colour: string, options: ShapeOptions = {}): void {
    this.ellipse(cx, cy, rx, ry, colour, { outline: false, ...options });
  }

  /** A drawn line: features, seams, threads. `width` in the sprite's units. */
  line(d: string, colour: string, width: number, options: ShapeOptions = {}): void {
    this.sheet.markup += this.brush.line(
      this.path(d, [this.sheet.extent]),
      colour,
      this.lineWidth(width),
      options,
    );
  }

  /** A painted line, which keeps its colour in styles that draw lines in ink. */
  streak(d: string, colour: string, width: number, options: ShapeOptions = {}): void {
    this.line(d, colour, width, { outline: false, ...options });
  }

  /** A line that does not count towards the box: the string of a kite. */
  string(d: string, colour: string, width: number): void {
    this.sheet.markup += this.brush.line(this.path(d, []), colour, this.lineWidth(width), { opacity: 0.85 });
  }

  glow(cx: number, cy: number, radius: number, strength?: number): void {
    const centre = this.canvas(cx, cy);
    this.sheet.markup += this.brush.glow(
      tenth(centre.x),
      tenth(centre.y),
      tenth(radius * this.placement.scale),
      strength,
    );
  }

  groundShadow(cx: number, rx: number): void {
    const centre = this.canvas(cx, 0);
    this.sheet.markup += this.brush.groundShadow(
      tenth(centre.x),
      tenth(centre.y),
      tenth(rx * this.placement.scale),
    );
  }

  /** The markup since the last call. */
  take(): string {
    const { markup } = this.sheet;
    this.sheet.markup = '';
    return markup;
  }

  box(): Box {
    return this.sheet.extent.box();
  }

  colourBox(): Box {
    return this.sheet.colourExtent.box();
  }

  private weighted(options: ShapeOptions): ShapeOptions {
    return { depth: this.placement.depth, ...options };
  }

  private lineWidth(width: number): number {
    return Math.max(0.9, tenth(width * this.placement.scale));
  }

  private path(d: string, extents: readonly Extent[]): string {
    let placed = '';
    let last: Point = { x: 0, y: 0 };
    for (const [, command = '', rest = ''] of d.matchAll(/([MLQCZ])([^MLQCZ]*)/g)) {
      const numbers = (rest.match(/-?\d*\.?\d+(?:e-?\d+)?/g) ?? []).map(Number);
      const points: Point[] = [];
      for (let i = 0; i + 1 < numbers.length; i += 2) {
        points.push(this.canvas(numbers[i] ?? 0, numbers[i + 1] ?? 0));
      }
      placed += command + points.map((p) => `${tenth(p.x)},${tenth(p.y)}`).join(' ');
      const step = command === 'Q' ? 2 : command === 'C' ? 3 : 1;
      for (let i = 0; i + step <= points.length; i += step) {
        const curve = points.slice(i, i + step);
        for (const t of step === 1 ? [1] : [0.25, 0.5, 0.75, 1]) {
          for (const extent of extents) extent.add(bezier([last, ...curve], t));
        }
        last = curve[step - 1] ?? last;
      }
    }
    return placed;
  }
}
