import type { Light, ShapeOptions, StyleBrush } from '../brush.js';
import { mix } from '../colour.js';
import type { Style } from '../scene.js';
import type { Finish } from './finish.js';

export interface BrushSettings {
  /** Prefix of every id this brush defines, so that two brushes can share a document. */
  readonly id: string;
  /** Factor on outlines and paper shadows, for parts that are enlarged afterwards. */
  readonly lineScale: number;
}

/** A way of drawing: how its brush marks the paper, and what happens to the finished sheet. */
export interface DrawingStyle {
  readonly name: Style;
  /** Colour of the sheet. */
  readonly paper: string;
  brush(light: Light, settings: BrushSettings): StyleBrush;
  /** Markup over everything else; absent for drawings that fill their sheet. */
  readonly mount?: string;
  readonly finish: Finish;
}

/** What sets one style's brush apart from another's. */
export interface Hand {
  readonly style: Style;
  readonly light: Light;
  readonly settings: BrushSettings;
  /** The colour as this style's pigment puts it on its paper. */
  pigment(colour: string): string;
  /** `geometry` is an element name with its geometry, `path d="…"`; `colour` is final. */
  mark(geometry: string, colour: string, options: ShapeOptions, define: Define): string;
  stroke(d: string, colour: string, width: number, options: ShapeOptions): string;
  readonly shadow: { readonly colour: string; readonly opacity: number; readonly soft: boolean };
  /** Share of a glow's strength; flat glows are cut from translucent paper. */
  readonly glow: { readonly strength: number; readonly flat: boolean };
  /** Hard edges instead of gradients in sky, mist and beams. */
  readonly flat: boolean;
}

/** Adds an element to `<defs>` once per key and returns `url(#…)`. */
export type Define = (key: string, element: (id: string) => string) => string;

const round = (value: number) => Math.round(value * 10) / 10;

/**
 * `paints` says what the mark carries. The opacity goes on those, never on the element: the rasteriser draws
 * an element with an opacity of its own onto a sheet of its own, which takes many times longer.
 */
export function attributes({ opacity, transform }: ShapeOptions, paints: 'fill' | 'stroke' | 'both'): string {
  let text = transform === undefined ? '' : ` transform="${transform}"`;
  if (opacity === undefined) return text;
  if (paints !== 'stroke') text += ` fill-opacity="${opacity}"`;
  if (paints !== 'fill') text += ` stroke-opacity="${opacity}"`;
  return text;
}

export function brushOf(hand: Hand): StyleBrush {
  const { light, settings } = hand;
  const defined = new Map<string, string>();
  const define: Define = (key, element) => {
    const id = `${settings.id}-${key}`;
    if (!defined.has(key)) defined.set(key, element(id));
    return `url(#${id})`;
  };
  const local = (colour: string, options: ShapeOptions) =>
    options.unlit ? colour : hand.pigment(mix(colour, light.ambient, light.ambientAmount));
  const stop = (offset: number, colour: string, opacity = 1) =>
    `<stop offset="${offset}" stop-color="${colour}"${opacity === 1 ? '' : ` stop-opacity="${opacity}"`}/>`;

  const skyFill = () =>
    define('sky', (id) => {
      const [top, middle, horizon] = light.sky;
      const at = (t: number) =>
        hand.pigment(t < 0.62 ? mix(top, middle, t / 0.62) : mix(middle, horizon, (t - 0.62) / 0.38));
      let stops = '';
      if (hand.flat) {
        const bands = 5;
        for (let i = 0; i < bands; i++) {
          const colour = at((i + 0.5) / bands);
          stops +=
            stop(round((i / bands) * 100) / 100, colour) + stop(round(((i + 1) / bands) * 100) / 100, colour);
        }
      } else {
        stops = stop(0, at(0)) + stop(0.62, at(0.62)) + stop(1, at(1));
      }
      return `<linearGradient id="${id}" x2="0" y2="1">${stops}</linearGradient>`;
    });

  return {
    style: hand.style,
    light,
    shape: (d, colour, options = {}) => hand.mark(`path d="${d}"`, local(colour, options), options, define),
    ellipse: (cx, cy, rx, ry, colour, options = {}) =>
      hand.mark(
        `ellipse cx="${round(cx)}" cy="${round(cy)}" rx="${round(rx)}" ry="${round(ry)}"`,
        local(colour, options),
        options,
        define,
      ),
    line: (d, colour, width, options = {}) => hand.stroke(d, local(colour, options), width, options),
    glow(cx, cy, radius, strength = 1) {
      const full = strength * hand.glow.strength;
      const at = `cx="${round(cx)}" cy="${round(cy)}"`;
      if (hand.glow.flat) {
        return [1, 0.66, 0.38]
          .map(
            (r) =>
              `<circle ${at} r="${round(radius * r * 0.8)}" fill="${light.glow}" fill-opacity="${round(full * 1.6) / 10}"/>`,
          )
          .join('');
      }
      const fill = define(
        'glow',
        (id) =>
          `<radialGradient id="${id}">${stop(0, light.glow, 0.8)}${stop(0.3, light.glow, 0.3)}${stop(0.65, light.glow, 0.08)}${stop(1, light.glow, 0)}</radialGradient>`,
      );
      return `<circle ${at} r="${round(radius)}" fill="${fill}" fill-opacity="${Math.min(1, Math.round(full * 100) / 100)}"/>`;
    },
    groundShadow(cx, cy, rx) {
      const { colour, opacity, soft } = hand.shadow;
      const fill = soft
        ? define(
            'shadow',
            (id) =>
              `<radialGradient id="${id}">${stop(0, colour)}${stop(0.55, colour, 0.7)}${stop(1, colour, 0)}</radialGradient>`,
          )
        : colour;
      return `<ellipse cx="${round(cx)}" cy="${round(cy)}" rx="${round(rx * (soft ? 1.15 : 1))}" ry="${round(rx * 0.17)}" fill="${fill}" fill-opacity="${opacity}"/>`;
    },
    shade: (colour, amount) =>
      amount >= 0
        ? mix(colour, light.time === 'night' ? '#0a0f2e' : '#2c1f45', amount)
        : mix(colour, mix('#ffffff', light.glow, 0.4), -amount),
    sky: (d) => `<path d="${d}" fill="${skyFill()}"/>`,
    mist(y, height, amount) {
      const colour = hand.pigment(light.sky[2]);
      if (hand.flat) {
        // Strips of translucent paper with a wavy upper edge.
        const top = y + height * 0.42;
        const lower = y + height;
        let d = `M-60,${round(lower)}V${round(top)}`;
        for (let x = -60; x < 1340; x += 140) d += `q35,${(x / 140) % 2 < 1 ? -16 : 12} 70,0t70,0`;
        return `<path d="${d}V${round(lower)}z" fill="${colour}" fill-opacity="${Math.round(amount * 45) / 100}"/>`;
      }
      const fill = define(
        'mist',
        (id) =>
          `<linearGradient id="${id}" x2="0" y2="1">${stop(0, colour, 0)}${stop(0.55, colour)}${stop(1, colour, 0)}</linearGradient>`,
      );
      return `<rect x="-60" y="${round(y)}" width="1400" height="${round(height)}" fill="${fill}" fill-opacity="${Math.round(amount * 100) / 100}"/>`;
    },
    ray(d, colour, opacity, from) {
      if (hand.flat)
        return `<path d="${d}" fill="${colour}" fill-opacity="${Math.round(opacity * 60) / 100}"/>`;
      const ends = { top: 'x2="0" y2="1"', left: 'x2="1"', right: 'x1="1" x2="0"' }[from];
      const fill = define(
        `ray-${from}-${colour.slice(1)}`,
        (id) => `<linearGradient id="${id}" ${ends}>${stop(0, colour)}${stop(1, colour, 0)}</linearGradient>`,
      );
      return `<path d="${d}" fill="${fill}" fill-opacity="${opacity}"/>`;
    },
    defs: () => [...defined.values()].join(''),
  };
}
