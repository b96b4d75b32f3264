import type { StyleBrush } from './brush.js';
import { mix } from './colour.js';
import { cloud, n, polygon, rectangle } from './paths.js';
import { between, type Random } from './random.js';
import type { Weather } from './scene.js';

/** A crescent standing at (x, y), its horns to the upper right. */
const crescent = (x: number, y: number, r: number): string =>
  `M${n(x + r * 0.3)},${n(y - r)}A${n(r)},${n(r)} 0 1 0 ${n(x + r)},${n(y + r * 0.4)}A${n(r * 0.86)},${n(r * 0.86)} 0 0 1 ${n(x + r * 0.3)},${n(y - r)}z`;

/** Stars within a rectangle, as one path. */
export function stars(
  random: Random,
  count: number,
  x: number,
  y: number,
  width: number,
  height: number,
): string {
  let d = '';
  for (let i = 0; i < count; i++) {
    const sx = x + random() * width;
    const sy = y + random() ** 1.4 * height;
    const r = 1.5 + 3 * random() ** 3;
    d += polygon(sx - r, sy, sx, sy - r, sx + r, sy, sx, sy + r);
  }
  return d;
}

/** Sun or moon with its light, centred on (x, y). */
export function orb(brush: StyleBrush, x: number, y: number, r: number): string {
  const { light } = brush;
  if (light.time === 'night') {
    return (
      brush.glow(x, y, r * 4.5, 0.45) +
      brush.shape(crescent(x, y, r), '#f6efd6', { unlit: true, depth: 0.25 })
    );
  }
  const colour = light.time === 'day' ? '#fff6d8' : '#fff0b8';
  return brush.glow(x, y, r * 5, 0.8) + brush.ellipse(x, y, r, r, colour, { unlit: true, depth: 0.25 });
}

/** The sky of an outdoor place, over the whole frame. */
export function skyOf(brush: StyleBrush, weather: Weather, random: Random): string {
  const { light } = brush;
  const { time } = light;
  let svg = brush.sky(rectangle(-20, -20, 1320, 580));
  if (time === 'night' && weather !== 'fog') {
    const clear = weather === 'clear';
    svg += brush.shape(stars(random, clear ? 90 : 26, 0, 0, 1280, 380), '#f8f4e4', {
      unlit: true,
      outline: false,
      opacity: clear ? 0.85 : 0.4,
    });
  }
  const radius = time === 'sunset' ? 62 : time === 'day' ? 46 : 50;
  const x = light.from.x * 1280 + between(random, -90, 90);
  const y = light.from.y * 720 + between(random, -25, 25);
  if (weather === 'clear') svg += orb(brush, x, y, radius);
  else if (weather === 'fog') svg += brush.glow(x, y, 260, 0.6);
  const heavy = weather === 'rain' || weather === 'snow';
  const white = time === 'day' ? '#ffffff' : time === 'sunset' ? '#ffc7a1' : '#5a6d9d';
  const colour = heavy
    ? mix(light.sky[0], time === 'night' ? '#0d1226' : '#4d5560', 0.3)
    : mix(light.sky[1], white, 0.7);
  const count = heavy ? 8 : weather === 'fog' ? 0 : 3 + Math.floor(random() * 3);
  for (let i = 0; i < count; i++) {
    const cx = ((i + between(random, 0.1, 0.9)) / count) * 1360 - 40;
    const cy = heavy ? between(random, 50, 165) : between(random, 80, 280);
    const width = heavy ? between(random, 320, 470) : between(random, 130, 300) * (1 - cy / 900);
    svg += brush.shape(cloud(random, cx, cy, width), mix(colour, light.sky[1], random() * 0.35), {
      unlit: true,
      depth: 0.15,
      opacity: heavy ? 0.95 : time === 'night' ? 0.55 : 0.88,
    });
  }
  return svg;
}
