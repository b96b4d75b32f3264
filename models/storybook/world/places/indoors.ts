import type { StyleBrush } from '../brush.js';
import { mix } from '../colour.js';
import type { Land } from '../land.js';
import { n, polygon, rectangle } from '../paths.js';
import { between, type Random } from '../random.js';
import { orb, stars } from '../sky.js';

export interface WindowFrame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Colour of the frame. */
  readonly frame: string;
  /** A round arch on top, as wide as the window. */
  readonly arched: boolean;
}

/** A window through which the time of day shows: the sky, sun or moon and stars, and two hills. */
export function windowView(
  brush: StyleBrush,
  random: Random,
  { x, y, width, height, frame, arched }: WindowFrame,
): string {
  const { light } = brush;
  const spring = arched ? y + width / 2 : y;
  const outline = (grow: number) =>
    arched
      ? `M${n(x - grow)},${n(y + height + grow)}V${n(spring)}a${n(width / 2 + grow)},${n(width / 2 + grow)} 0 0 1 ${n(width + 2 * grow)},0V${n(y + height + grow)}z`
      : rectangle(x - grow, y - grow, width + 2 * grow, height + 2 * grow);
  let svg = brush.shape(outline(16), frame, { depth: 0.5 });
  svg += brush.sky(outline(0));
  if (light.time === 'night') {
    svg += brush.shape(
      stars(random, 34, x + width * 0.14, y + width * (arched ? 0.2 : 0.06), width * 0.72, height * 0.5),
      '#f8f4e4',
      {
        unlit: true,
        outline: false,
        opacity: 0.9,
      },
    );
  }
  const at = between(random, 0.3, 0.7);
  svg += orb(
    brush,
    x + width * at,
    y + height * (light.time === 'sunset' ? 0.56 : 0.3),
    light.time === 'sunset' ? 34 : 28,
  );
  const bottom = y + height;
  const slope = (level: number, lift: number) =>
    `M${n(x)},${n(bottom)}V${n(bottom - height * level)}Q${n(x + width * between(random, 0.25, 0.45))},${n(bottom - height * (level + lift))} ${n(x + width * 0.6)},${n(bottom - height * level)}T${n(x + width)},${n(bottom - height * (level + lift * 0.3))}V${n(bottom)}z`;
  svg += brush.shape(slope(0.26, 0.14), mix(light.far, light.near, 0.3), { unlit: true, outline: false });
  svg += brush.shape(slope(0.12, 0.1), mix(light.far, light.near, 0.7), { unlit: true, outline: false });
  let bars = `M${n(x + width / 2)},${n(y)}V${n(bottom)}M${n(x)},${n(y + height * 0.52)}h${n(width)}`;
  if (arched) bars += `M${n(x)},${n(spring)}h${n(width)}`;
  svg += brush.line(bars, frame, 9, { unlit: true });
  return svg + brush.shape(rectangle(x - 26, bottom + 10, width + 52, 14), frame, { depth: 0.4 });
}

/** Daylight falling in through a window whose sill is centred on (x, y). */
export function sunlight(brush: StyleBrush, x: number, y: number, width: number): string {
  if (brush.light.time === 'night') return '';
  const sunset = brush.light.time === 'sunset';
  return brush.ray(
    polygon(x - width * 0.42, y, x + width * 0.42, y, x + width * 1.15, 740, x - width * 0.1, 740),
    sunset ? '#ff9c4a' : '#fff8dc',
    sunset ? 0.5 : 0.45,
    'top',
  );
}

/** A lamp hanging from the ceiling with its pool of light; dark by day. */
export function lamplight(brush: StyleBrush, land: Land, x: number, y: number, shade: string): string {
  let svg = '';
  if (land.lamps) {
    const night = brush.light.time === 'night';
    const cone = polygon(x - 44, y + 16, x + 44, y + 16, x + 420, 740, x - 420, 740);
    svg += brush.ray(cone, brush.light.glow, night ? 0.34 : 0.12, 'top');
    svg += brush.glow(x, y + 30, night ? 400 : 230, night ? 0.85 : 0.5);
  }
  svg += brush.line(`M${n(x)},-20V${n(y - 40)}`, land.surface('#3d3238', 0.9), 5, { unlit: true });
  svg += brush.shape(`M${n(x - 58)},${n(y + 12)}q6,-54 46,-56h24q40,2 46,56z`, shade, { depth: 0.5 });
  return (
    svg +
    brush.ellipse(x, y + 14, 24, 15, land.lamps ? '#ffedb0' : land.surface('#efe6d0', 0.9), {
      unlit: true,
      depth: 0.2,
    })
  );
}
