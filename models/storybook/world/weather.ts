import type { StyleBrush } from './brush.js';
import { mix } from './colour.js';
import { disc, n, oval, rectangle } from './paths.js';
import { between, type Random } from './random.js';
import type { Weather } from './scene.js';

/** What falls or drifts behind the subjects. */
export const weatherBehind = (brush: StyleBrush, weather: Weather, random: Random): string =>
  OVERLAYS[weather](brush, random, false);

/** What falls or drifts in front of the subjects: sparser, so that their colours stay readable. */
export const weatherInFront = (brush: StyleBrush, weather: Weather, random: Random): string =>
  OVERLAYS[weather](brush, random, true);

type Overlay = (brush: StyleBrush, random: Random, inFront: boolean) => string;

function rain(brush: StyleBrush, random: Random, inFront: boolean): string {
  const slant = -0.24;
  const streaks = (count: number, low: number, high: number) => {
    let d = '';
    for (let i = 0; i < count; i++) {
      const length = between(random, low, high);
      d += `M${n(random() * 1400)},${n(random() * 760 - 60)}l${n(length * slant)},${n(length)}`;
    }
    return d;
  };
  const colour = mix(brush.light.sky[2], '#ffffff', brush.light.time === 'night' ? 0.35 : 0.65);
  const options = { unlit: true, outline: false } as const;
  if (inFront) return brush.line(streaks(55, 60, 110), colour, 3.4, { ...options, opacity: 0.55 });
  let rings = '';
  for (let i = 0; i < 16; i++)
    rings += oval(random() * 1280, between(random, 600, 712), between(random, 12, 34), 4.5);
  return (
    brush.line(rings, colour, 2, { ...options, opacity: 0.5 }) +
    brush.line(streaks(150, 34, 70), colour, 2.4, { ...options, opacity: 0.5 })
  );
}

function snow(brush: StyleBrush, random: Random, inFront: boolean): string {
  const flakes = (count: number, low: number, high: number) => {
    let d = '';
    for (let i = 0; i < count; i++) d += disc(random() * 1280, random() * 720, between(random, low, high));
    return d;
  };
  const colour = brush.light.time === 'night' ? '#dfe6f6' : '#ffffff';
  const options = { unlit: true, outline: false } as const;
  if (inFront) return brush.shape(flakes(34, 4.5, 9), colour, { ...options, opacity: 0.92 });
  return brush.shape(flakes(150, 2.2, 5.5), colour, { ...options, opacity: 0.85 });
}

function fog(brush: StyleBrush, random: Random, inFront: boolean): string {
  const veil = brush.shape(rectangle(-20, -20, 1320, 760), brush.light.sky[2], {
    unlit: true,
    outline: false,
    opacity: inFront ? 0.08 : 0.17,
  });
  const banks = inFront
    ? [between(random, 560, 620)]
    : [between(random, 150, 260), between(random, 360, 460)];
  return veil + banks.map((y) => brush.mist(y, inFront ? 240 : 260, inFront ? 0.4 : 0.62)).join('');
}

const OVERLAYS: Readonly<Record<Weather, Overlay>> = { clear: () => '', rain, snow, fog };
