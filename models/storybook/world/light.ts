import type { Light } from './brush.js';
import { greyed, mix } from './colour.js';
import type { TimeOfDay, Weather } from './scene.js';

const CLEAR: Readonly<Record<TimeOfDay, Light>> = {
  day: {
    time: 'day',
    sky: ['#6aaed3', '#a9d5e2', '#f4ecd4'],
    far: '#b3cfcb',
    near: '#3c6650',
    glow: '#fff4cf',
    ambient: '#fff2d6',
    ambientAmount: 0.05,
    from: { x: 0.27, y: 0.16 },
  },
  sunset: {
    time: 'sunset',
    sky: ['#6b4478', '#e07a58', '#fbd08a'],
    far: '#d48f7c',
    near: '#4b2c45',
    glow: '#ffd58c',
    ambient: '#d9683f',
    ambientAmount: 0.14,
    from: { x: 0.7, y: 0.36 },
  },
  night: {
    time: 'night',
    sky: ['#0f1840', '#263a70', '#5c78a8'],
    far: '#43598f',
    near: '#0f1633',
    glow: '#ffd98a',
    ambient: '#1c2a5e',
    ambientAmount: 0.22,
    from: { x: 0.73, y: 0.18 },
  },
};

/** What each weather turns the sky and the distance into: a tone by time, how far, and how much colour it takes. */
const VEIL: Readonly<
  Record<
    Exclude<Weather, 'clear'>,
    { tone: Readonly<Record<TimeOfDay, string>>; amount: number; grey: number }
  >
> = {
  rain: { tone: { day: '#8a9ba6', sunset: '#8d6a72', night: '#26304a' }, amount: 0.6, grey: 0.3 },
  snow: { tone: { day: '#d3dde6', sunset: '#d9a9a6', night: '#47587f' }, amount: 0.5, grey: 0.15 },
  fog: { tone: { day: '#d8dedc', sunset: '#dba590', night: '#4a5a80' }, amount: 0.62, grey: 0.25 },
};

/** The light of a time of day, greyed by the weather. */
export function lightOf(time: TimeOfDay, weather: Weather): Light {
  const clear = CLEAR[time];
  if (weather === 'clear') return clear;
  const { tone, amount, grey } = VEIL[weather];
  const veiled = (colour: string, share: number) => mix(greyed(colour, grey), tone[time], amount * share);
  return {
    ...clear,
    sky: [veiled(clear.sky[0], 1), veiled(clear.sky[1], 0.95), veiled(clear.sky[2], 0.7)],
    far: veiled(clear.far, 1),
    near: veiled(clear.near, 0.35),
    ambient: mix(clear.ambient, tone[time], 0.4),
  };
}
