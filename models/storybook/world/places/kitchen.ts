import type { StyleBrush } from '../brush.js';
import { type Land, landOf } from '../land.js';
import { disc, n, oval, polygon, rectangle, tuft } from '../paths.js';
import { between, pick, type Random } from '../random.js';
import { lamplight, sunlight, windowView } from './indoors.js';
import type { PlaceArt } from './place.js';

function stove(brush: StyleBrush, land: Land, random: Random, x: number): string {
  const iron = land.surface('#47474f', 0.8);
  const trim = land.surface('#c9a45c', 0.9);
  const copper = land.surface('#c77a48', 0.9);
  let svg = brush.shape(
    polygon(x + 20, 130, x + 60, -20, x + 150, -20, x + 190, 130),
    land.surface('#b9b2a4', 0.7),
    { depth: 0.4 },
  );
  svg += brush.shape(rectangle(x + 6, 128, 198, 26), land.surface('#9c7350', 0.7), { depth: 0.4 });
  svg += brush.shape(rectangle(x, 378, 210, 190), iron, { depth: 0.6 });
  svg += brush.shape(rectangle(x - 10, 366, 230, 18), brush.shade(iron, 0.25), { depth: 0.5, unlit: true });
  svg += brush.shape(rectangle(x + 26, 424, 158, 96), brush.shade(iron, 0.3), { depth: 0.4, unlit: true });
  svg += brush.shape(rectangle(x + 42, 442, 126, 56), embers(brush), { depth: 0.3, unlit: true });
  svg += brush.glow(x + 105, 470, 150, land.lamps ? 0.7 : 0.35);
  svg += brush.line(`M${n(x + 40)},412h130`, trim, 7, { unlit: true });
  const pot = x + between(random, 46, 70);
  svg += brush.shape(`M${n(pot - 40)},318h80l-5,48h-70z`, copper, { depth: 0.5 });
  svg += brush.line(`M${n(pot - 46)},316h92`, brush.shade(copper, 0.3), 7, { unlit: true });
  svg += brush.shape(`M${n(x + 132)},366q-8,-46 26,-46t26,46z`, land.surface('#5f8088', 0.85), {
    depth: 0.5,
  });
  svg += brush.line(`M${n(x + 140)},330q18,-30 36,0`, land.surface('#4a3a36', 0.9), 5, { unlit: true });
  return (
    svg +
    brush.line(
      `M${n(pot - 10)},304q-14,-24 2,-44t-2,-46M${n(pot + 14)},302q14,-22 0,-40t4,-40`,
      '#ffffff',
      6,
      { unlit: true, outline: false, opacity: 0.35 },
    )
  );
}

/** Embers behind the stove's door. */
const embers = (brush: StyleBrush): string => (brush.light.time === 'day' ? '#d8743a' : '#f2903f');

/** A board on the wall with plates standing and jars. */
function shelf(brush: StyleBrush, land: Land, random: Random, x: number, y: number, width: number): string {
  const wood = land.surface('#9a6b45', 0.75);
  let svg = '';
  let plates = '';
  let rims = '';
  for (let px = x + 36; px < x + width - 30; px += 66) {
    if (random() < 0.55) {
      plates += disc(px, y - 29, 28);
      rims += disc(px, y - 29, 17);
    } else {
      svg += brush.shape(
        `M${n(px - 18)},${n(y)}v-44q0,-8 8,-8h20q8,0 8,8v44z`,
        land.surface(pick(random, ['#8fae9b', '#d9b36c', '#c98f78', '#a9b9c4']), 0.75),
        { depth: 0.35 },
      );
      svg += brush.shape(rectangle(px - 14, y - 60, 28, 10), land.surface('#7a573c', 0.75), { depth: 0.25 });
    }
  }
  svg += brush.shape(plates, land.surface('#f1ece0', 0.75), { depth: 0.35 });
  svg += brush.line(rims, land.surface('#7f9fb5', 0.75), 4, { unlit: true, outline: false });
  return svg + brush.shape(rectangle(x - 8, y, width + 16, 13), wood, { depth: 0.45 });
}

function pans(brush: StyleBrush, land: Land, x: number, y: number): string {
  const copper = land.surface('#c77a48', 0.8);
  let svg = brush.line(`M${n(x - 16)},${n(y)}h190`, land.surface('#4a4048', 0.8), 6, { unlit: true });
  for (const [i, r] of [26, 33, 22].entries()) {
    const px = x + 14 + i * 66;
    svg += brush.line(`M${n(px)},${n(y)}v46`, land.surface('#6a4636', 0.8), 8, { unlit: true });
    svg += brush.ellipse(px, y + 46 + r, r, r, copper, { depth: 0.4 });
    svg += brush.ellipse(px, y + 46 + r, r * 0.68, r * 0.68, brush.shade(copper, 0.22), {
      outline: false,
      unlit: true,
    });
  }
  return svg;
}

/** The counter under the window, with doors, and a few things on it. */
function counter(brush: StyleBrush, land: Land, random: Random, x: number, width: number): string {
  const front = land.surface('#7d9a8c', 0.82);
  let svg = brush.shape(rectangle(x, 396, width, 172), front, { depth: 0.5 });
  let doors = '';
  let knobs = '';
  const count = Math.round(width / 112);
  const each = width / count;
  for (let i = 0; i < count; i++) {
    doors += rectangle(x + i * each + 12, 420, each - 24, 128);
    knobs += disc(x + i * each + each - 28, 484, 5.5);
  }
  svg += brush.shape(doors, brush.shade(front, -0.14), { depth: 0.25, unlit: true });
  svg += brush.shape(knobs, land.surface('#c9a45c', 0.9), { depth: 0.15 });
  svg += brush.shape(rectangle(x - 12, 378, width + 24, 22), land.surface('#b98a5c', 0.86), { depth: 0.5 });
  const herb = x + width * between(random, 0.08, 0.2);
  svg += brush.shape(tuft(random, herb, 322, 32, 26, 9), land.surface('#5f9150', 0.85), { depth: 0.35 });
  svg += brush.shape(`M${n(herb - 24)},338h48l-7,40h-34z`, land.surface('#c5714e', 0.85), { depth: 0.4 });
  const bowl = x + width * between(random, 0.68, 0.85);
  svg += brush.shape(
    disc(bowl - 16, 338, 15) + disc(bowl + 16, 338, 15) + disc(bowl, 328, 15),
    land.surface('#d8863e', 0.85),
    { depth: 0.25 },
  );
  return (
    svg +
    brush.shape(`M${n(bowl - 46)},342h92q-6,36 -46,36t-46,-36z`, land.surface('#ece4d2', 0.85), {
      depth: 0.4,
    })
  );
}

/** A tall cupboard with two panelled doors above two drawers. */
function cupboard(brush: StyleBrush, land: Land, x: number, width: number, paint: string): string {
  const wood = land.surface(paint, 0.82);
  const half = width / 2;
  const doors = rectangle(x + 12, 118, half - 18, 288) + rectangle(x + half + 6, 118, half - 18, 288);
  const drawers = rectangle(x + 12, 424, width - 24, 54) + rectangle(x + 12, 490, width - 24, 54);
  const knobs =
    disc(x + half - 12, 268, 5) +
    disc(x + half + 12, 268, 5) +
    disc(x + half, 451, 5) +
    disc(x + half, 517, 5);
  return (
    brush.shape(rectangle(x, 100, width, 468), wood, { depth: 0.55 }) +
    brush.shape(rectangle(x - 8, 86, width + 16, 20), brush.shade(wood, 0.15), { depth: 0.45, unlit: true }) +
    brush.shape(doors + drawers, brush.shade(wood, -0.16), { depth: 0.25, unlit: true }) +
    brush.shape(knobs, land.surface('#5a4038', 0.9), { outline: false })
  );
}

export const kitchen: PlaceArt = {
  focus: { x: [560, 720], y: 290 },
  draw(brush, _scene, random) {
    const land = landOf(brush.light, 'clear', true);
    let svg = brush.shape(rectangle(-40, -40, 1400, 640), land.surface('#ecd9b0', 0.7), { depth: 0 });
    svg += brush.shape(rectangle(-40, 286, 1400, 290), land.surface('#dfe6da', 0.75), { depth: 0.15 });
    let grout = '';
    for (let y = 286; y < 400; y += 38) grout += `M-40,${y}H1320`;
    for (let x = -20; x < 1320; x += 50) grout += `M${x},286V400`;
    svg += brush.line(grout, land.surface('#a9bcb2', 0.75), 2.5, { unlit: true, outline: false });

    const glass = between(random, 490, 550);
    const bench = 420;
    const benchWidth = 670;
    svg += windowView(brush, random, {
      x: glass,
      y: 76,
      width: 320,
      height: 236,
      frame: land.surface('#f4efe2', 0.8),
      arched: false,
    });
    const cloth = land.surface(pick(random, ['#c4584a', '#5f86a8', '#d8a548']), 0.8);
    svg += brush.shape(
      `M${n(glass - 30)},58h96q4,110 -66,190q-34,4 -44,-6zM${n(glass + 350)},58h-96q-4,110 66,190q34,4 44,-6z`,
      cloth,
      { depth: 0.45 },
    );
    svg += brush.line(`M${n(glass - 44)},56h408`, land.surface('#6a4636', 0.8), 9, { unlit: true });
    svg += stove(brush, land, random, between(random, 182, 194));
    svg += shelf(brush, land, random, glass + 388, 158, 176) + pans(brush, land, glass + 400, 188);
    svg += counter(brush, land, random, bench, benchWidth);
    const paint = pick(random, ['#c9a56b', '#7d8fa0', '#b0755a']);
    svg += cupboard(brush, land, 14, 150, paint) + cupboard(brush, land, 1130, 164, paint);

    // Floor of square tiles running away from us.
    svg += brush.shape(rectangle(-40, 566, 1400, 200), land.surface('#d9c3a0', 0.9), { depth: 0.3 });
    let dark = '';
    const rows = [566, 592, 628, 676, 740];
    for (let row = 0; row + 1 < rows.length; row++) {
      const top = rows[row] ?? 0;
      const bottom = rows[row + 1] ?? 0;
      const across = (y: number, column: number) => 640 + column * (74 + (y - 566) * 0.42);
      for (let column = -10 + (row % 2); column < 10; column += 2) {
        dark += polygon(
          across(top, column),
          top,
          across(top, column + 1),
          top,
          across(bottom, column + 1),
          bottom,
          across(bottom, column),
          bottom,
        );
      }
    }
    svg += brush.shape(dark, land.surface('#a8624a', 0.9), { depth: 0.1 });
    svg += brush.shape(oval(640, 660, 330, 44), land.surface('#b9a184', 0.9), {
      outline: false,
      opacity: 0.25,
    });
    svg += sunlight(brush, glass + 160, 312, 320);
    svg += lamplight(brush, land, between(random, 960, 1030), 44, land.surface('#5b7f77', 0.9));
    return random() < 0.5 ? svg : `<g transform="translate(1280,0) scale(-1,1)">${svg}</g>`;
  },
};
