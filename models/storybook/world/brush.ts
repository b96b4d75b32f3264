import type { Style, TimeOfDay } from './scene.js';

/** The light of a scene; colours are `#rrggbb`. */
export interface Light {
  readonly time: TimeOfDay;
  readonly sky: readonly [top: string, middle: string, horizon: string];
  /** The colour of far and near land, between which depth is mixed. */
  readonly far: string;
  readonly near: string;
  /** What lamps, windows and the sun or moon give off. */
  readonly glow: string;
  /** Every local colour is mixed with this by `ambientAmount` (0–1). */
  readonly ambient: string;
  readonly ambientAmount: number;
  /** Where the light comes from, in frame units. */
  readonly from: { readonly x: number; readonly y: number };
}

export interface ShapeOptions {
  readonly opacity?: number;
  /** 0 far … 1 near: thickness of outlines, strength of paper shadows. Default 1. */
  readonly depth?: number;
  /** false for parts that carry no outline of their own (cheeks, glints, shading). Default true. */
  readonly outline?: boolean;
  /** true leaves the colour as given: lamps, eyes, things that are lit by themselves. Default false. */
  readonly unlit?: boolean;
  /** Raw transform attribute for the shape. */
  readonly transform?: string;
}

/**
 * How a style puts shapes on paper. Everything in the world is drawn through a brush and only through it,
 * so that a drawing style is one file. Every method returns SVG markup.
 */
export interface Brush {
  readonly style: Style;
  readonly light: Light;
  /** A closed shape in one local colour, `#rrggbb`, lit by the scene's light. */
  shape(d: string, colour: string, options?: ShapeOptions): string;
  ellipse(cx: number, cy: number, rx: number, ry: number, colour: string, options?: ShapeOptions): string;
  /** An open line: mouths, strings, spokes. */
  line(d: string, colour: string, width: number, options?: ShapeOptions): string;
  /** A soft round glow around a light, in the light's colour. */
  glow(cx: number, cy: number, radius: number, strength?: number): string;
  /** The shadow on the ground under something that stands. */
  groundShadow(cx: number, cy: number, rx: number): string;
  /** A shade of `colour` for the side away from the light (amount > 0) or towards it (amount < 0), -1 to 1. */
  shade(colour: string, amount: number): string;
}

/** A brush with what only places and the finished sheet need. */
export interface StyleBrush extends Brush {
  /** A closed shape that shows the sky, from its top edge to its bottom edge. */
  sky(d: string): string;
  /** A bank of mist across the whole frame; `amount` 0–1. */
  mist(y: number, height: number, amount: number): string;
  /** A beam of light that fades away from where it comes from. */
  ray(d: string, colour: string, opacity: number, from: 'top' | 'left' | 'right'): string;
  /** The content of `<defs>` for everything drawn with this brush so far. */
  defs(): string;
}
