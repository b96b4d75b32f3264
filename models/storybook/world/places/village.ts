import type { StyleBrush } from '../brush.js';
import { type Land, landOf } from '../land.js';
import { hill, n, oval, polygon, rectangle, tuft } from '../paths.js';
import { between, pick, type Random } from '../random.js';
import type { PlaceArt } from './place.js';

const WALLS = ['#efe0c0', '#e6c79b', '#dfb59a', '#d9cdb8', '#cfd3c0'];
const ROOFS = ['#b5543c', '#a4503f', '#8c5a4c', '#6c6f78', '#9c6a45'];

interface Plot {
  readonly x: number;
  /** Foot of the house. */
  readonly y: number;
  readonly width: number;
  /** Height of the wall. */
  readonly height: number;
  readonly depth: number;
}

/** A half-timbered house seen from the street, gable or eaves towards us. */
function house(brush: StyleBrush, land: Land, random: Random, { x, y, width, height, depth }: Plot): string {
  const wall = land.surface(pick(random, WALLS), depth);
  const roof = land.ground(pick(random, ROOFS), depth);
  const beam = land.surface('#5b4236', depth);
  const left = x - width / 2;
  const top = y - height;
  const gable = random() < 0.6;
  const rise = width * (gable ? between(random, 0.62, 0.8) : between(random, 0.38, 0.48));
  const over = width * 0.09;
  const options = { depth: depth * 0.7, unlit: true };
  const chimney = left + width * (random() < 0.5 ? 0.22 : 0.68);
  let svg = brush.shape(
    rectangle(chimney, top - rise * 0.95, width * 0.11, rise * 0.7),
    land.surface('#8d5f52', depth),
    { depth: depth * 0.5 },
  );
  if (gable) {
    svg += brush.shape(polygon(left, y, left, top, x, top - rise, left + width, top, left + width, y), wall, {
      depth: depth * 0.7,
    });
    const t = width * 0.1;
    svg += brush.shape(
      polygon(
        left - over,
        top + t * 0.8,
        x,
        top - rise - t * 0.6,
        left + width + over,
        top + t * 0.8,
        left + width + over,
        top + t * 1.9,
        x,
        top - rise + t,
        left - over,
        top + t * 1.9,
      ),
      roof,
      { depth: depth * 0.7 },
    );
    svg += brush.line(
      `M${n(left)},${n(top + t)}h${n(width)}M${n(x)},${n(top - rise * 0.75)}V${n(top + t)}M${n(left + width * 0.26)},${n(top - rise * 0.3)}h${n(width * 0.48)}`,
      beam,
      width * 0.032,
      { unlit: true },
    );
  } else {
    svg += brush.shape(rectangle(left, top, width, height), wall, { depth: depth * 0.7 });
    svg += brush.shape(
      polygon(
        left - over,
        top + 6,
        left + width * 0.12,
        top - rise,
        left + width * 0.88,
        top - rise,
        left + width + over,
        top + 6,
      ),
      roof,
      { depth: depth * 0.7 },
    );
    const tiles = [0.3, 0.55, 0.8]
      .map(
        (t) =>
          `M${n(left + width * 0.12 * (1 - t) - over * t + 4)},${n(top - rise * (1 - t))}H${n(left + width * (0.88 + 0.12 * t) + over * t - 4)}`,
      )
      .join('');
    svg += brush.line(tiles, brush.shade(roof, 0.22), 2.5, { unlit: true, outline: false, opacity: 0.7 });
  }
  svg += brush.line(
    `M${n(left + width * 0.04)},${n(top)}V${n(y)}M${n(left + width * 0.96)},${n(top)}V${n(y)}M${n(left)},${n(top + height * 0.5)}h${n(width)}` +
      `M${n(left + width * 0.06)},${n(top + height * 0.98)}L${n(left + width * 0.2)},${n(top + height * 0.52)}M${n(left + width * 0.94)},${n(top + height * 0.98)}L${n(left + width * 0.8)},${n(top + height * 0.52)}`,
    beam,
    width * 0.032,
    { unlit: true },
  );
  const paneWidth = width * 0.17;
  const paneHeight = height * 0.27;
  const windows: (readonly [number, number])[] = [
    [left + width * 0.2, top + height * 0.13],
    [left + width * 0.63, top + height * 0.13],
    [left + width * (random() < 0.5 ? 0.2 : 0.62), top + height * 0.6],
  ];
  let panes = '';
  let bars = '';
  for (const [wx, wy] of windows) {
    panes += rectangle(wx, wy, paneWidth, paneHeight);
    bars += `M${n(wx + paneWidth / 2)},${n(wy)}v${n(paneHeight)}M${n(wx)},${n(wy + paneHeight / 2)}h${n(paneWidth)}`;
    if (land.lamps) svg += brush.glow(wx + paneWidth / 2, wy + paneHeight / 2, paneWidth * 2.2, 0.5);
  }
  svg += brush.shape(panes, land.lamps ? land.pane : land.surface(land.pane, depth), options);
  svg += brush.line(bars, beam, Math.max(1.5, width * 0.014), { unlit: true });
  const door = windows[2] && windows[2][0] > x ? left + width * 0.2 : left + width * 0.6;
  const doorWidth = width * 0.2;
  svg += brush.shape(
    `M${n(door)},${n(y)}v${n(-height * 0.28)}a${n(doorWidth / 2)},${n(doorWidth / 2)} 0 0 1 ${n(doorWidth)},0V${n(y)}z`,
    land.surface(pick(random, ['#6d4a3a', '#4f6b62', '#5a5f7a', '#7a4340']), depth),
    { depth: depth * 0.5 },
  );
  return svg;
}

function church(brush: StyleBrush, land: Land, x: number, y: number): string {
  const depth = 0.3;
  return (
    brush.shape(rectangle(x - 30, y - 190, 60, 200), land.surface('#e3d6bd', depth), { depth }) +
    brush.shape(polygon(x - 38, y - 188, x, y - 318, x + 38, y - 188), land.ground('#6d7480', depth), {
      depth,
    }) +
    brush.shape(oval(x, y - 158, 15, 15), land.lamps ? land.pane : land.surface('#f8f2e2', depth), {
      depth: 0.2,
      unlit: true,
    }) +
    brush.line(`M${n(x)},${n(y - 168)}v10l7,5`, land.surface('#4a3a38', depth), 2.5, { unlit: true })
  );
}

export const village: PlaceArt = {
  focus: { x: [440, 840], y: 408 },
  draw(brush, scene, random) {
    const land = landOf(brush.light, scene.weather);
    let svg = brush.shape(hill(random, 300, 46, 440), land.ground('#86a276', 0.12), { depth: 0.1 });
    svg += church(brush, land, between(random, 560, 720), 400);
    svg += brush.mist(290, 150, 0.5);
    svg += brush.shape(hill(random, 398, 14, 500), land.ground('#7f9c66', 0.35), { depth: 0.2 });
    for (let i = 0; i < 7; i++) {
      const x = 60 + ((i + between(random, 0.25, 0.75)) / 7) * 1160;
      svg += house(brush, land, random, {
        x,
        y: 440 + random() * 14,
        width: between(random, 104, 132),
        height: between(random, 84, 104),
        depth: 0.45,
      });
    }
    let trees = '';
    for (let i = 0; i < 6; i++)
      trees += tuft(
        random,
        ((i + random()) / 6) * 1280,
        428,
        between(random, 30, 46),
        between(random, 32, 50),
        9,
      );
    svg += brush.shape(trees, land.ground('#5f8f58', 0.5), { depth: 0.35 });
    svg += brush.mist(370, 130, 0.35);
    svg += brush.shape(hill(random, 470, 5), land.ground('#c3ad8b', 0.7), { depth: 0.2 });
    const inner = between(random, 330, 380);
    for (const plot of [
      { x: inner, y: 520, width: 178, height: 150, depth: 0.72 },
      { x: 1280 - inner + between(random, -30, 30), y: 518, width: 182, height: 146, depth: 0.72 },
      { x: between(random, 120, 150), y: 566, width: 250, height: 210, depth: 0.95 },
      { x: between(random, 1130, 1170), y: 570, width: 256, height: 214, depth: 0.95 },
    ]) {
      svg += house(brush, land, random, plot);
    }
    // The square: a lighter street between the houses with rows of cobbles.
    svg += brush.shape('M-40,566Q330,520 640,512Q960,520 1320,570V760H-40z', land.ground('#b59c7c', 0.95), {
      depth: 0.3,
    });
    let cobbles = '';
    for (let row = 0; row < 6; row++) {
      const y = 548 + row * row * 3.2 + row * 14;
      const step = 46 + row * 13;
      for (let x = random() * step; x < 1280; x += step) {
        if (y > 530 + Math.abs(x - 640) * 0.06)
          cobbles += `M${n(x)},${n(y)}q${n(step * 0.36)},${n(-9 - row)} ${n(step * 0.74)},0`;
      }
    }
    svg += brush.line(cobbles, land.ground('#86705a', 0.95), 3, {
      unlit: true,
      outline: false,
      opacity: 0.65,
    });
    let boxes = '';
    for (const x of [70, 215, 1065, 1215]) boxes += tuft(random, x, 588, 38, 22, 8);
    svg += brush.shape(boxes, land.ground('#5c8a4c', 0.95), { depth: 0.5 });
    return svg;
  },
};
