import type { Light } from './brush.js';
import { greyed, mix } from './colour.js';
import type { TimeOfDay, Weather } from './scene.js';

/** How a place's own colours look under a light: the time tints them, distance and weather veil them. */
export interface Land {
  /** `depth` 0 far … 1 near. */
  surface(colour: string, depth: number): string;
  /** A surface that lies open to the sky: snow covers it. */
  ground(colour: string, depth: number): string;
  readonly snow: boolean;
  /** What a window of a house shows. */
  readonly pane: string;
  /** Whether lamps are on. */
  readonly lamps: boolean;
}

const TINT: Readonly<Record<TimeOfDay, readonly [string, number]>> = {
  day: ['#fff0cc', 0.06],
  sunset: ['#8a3d4c', 0.36],
  night: ['#16224f', 0.56],
};

/** Indoors the lamp keeps the dark warm. */
const TINT_INDOORS: Readonly<Record<TimeOfDay, readonly [string, number]>> = {
  day: ['#fff0cc', 0.1],
  sunset: ['#b04a35', 0.36],
  night: ['#1a1a40', 0.55],
};

const HAZE: Readonly<Record<Weather, number>> = { clear: 0.72, rain: 0.8, snow: 0.8, fog: 0.92 };

const PANE: Readonly<Record<TimeOfDay, string>> = { day: '#7397a8', sunset: '#ffd27c', night: '#ffce6b' };

export function landOf(light: Light, weather: Weather, indoors = false): Land {
  const [tint, amount] = (indoors ? TINT_INDOORS : TINT)[light.time];
  const snow = weather === 'snow' && !indoors;
  const cover = (colour: string, depth: number) =>
    mix(surface(mix(colour, '#f3f6fc', 0.86), depth), '#e6ecf8', 0.24);
  const surface = (colour: string, depth: number) => {
    const wet = weather === 'rain' && !indoors ? greyed(mix(colour, '#3b4652', 0.2), 0.25) : colour;
    const lit = mix(wet, tint, amount);
    return indoors ? lit : mix(lit, light.far, (1 - depth) ** 1.2 * HAZE[weather]);
  };
  return {
    surface,
    ground: snow ? cover : surface,
    snow,
    pane: PANE[light.time],
    lamps: light.time !== 'day',
  };
}
