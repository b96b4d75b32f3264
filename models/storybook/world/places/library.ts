import type { StyleBrush } from '../brush.js';
import { type Land, landOf } from '../land.js';
import { disc, n, oval, polygon, rectangle } from '../paths.js';
import { between, type Random } from '../random.js';
import { lamplight, sunlight, windowView } from './indoors.js';
import type { PlaceArt } from './place.js';

const SPINES = ['#8c3f38', '#3f5f73', '#50704f', '#b98a45', '#6b4a6e', '#d2c3a0', '#7a5138'];

/** A bookcase: dark wood, five boards, a row of spines on each. Spines of one colour are one path. */
function bookcase(brush: StyleBrush, land: Land, random: Random, x: number, width: number): string {
  const wood = land.surface('#6b4530', 0.8);
  const top = 34;
  const bottom = 566;
  const boards = 5;
  const pitch = (bottom - top - 30) / boards;
  let svg = brush.shape(rectangle(x, top, width, bottom - top), wood, { depth: 0.6 });
  svg += brush.shape(
    rectangle(x + 14, top + 18, width - 28, bottom - top - 40),
    land.surface('#38241f', 0.85),
    { depth: 0.2 },
  );
  const spines = SPINES.map(() => '');
  let bands = '';
  let edges = '';
  for (let board = 0; board < boards; board++) {
    const y = top + 18 + (board + 1) * pitch;
    edges += rectangle(x + 8, y - 9, width - 16, 11);
    let at = x + 18;
    while (at < x + width - 40) {
      const thick = between(random, 15, 27);
      const tall = pitch * between(random, 0.6, 0.84);
      if (random() < 0.06) {
        at += thick * 1.4;
        continue;
      }
      const i = Math.floor(random() * SPINES.length);
      spines[i] += rectangle(at, y - 9 - tall, thick, tall);
      bands += `M${n(at + 3)},${n(y - 9 - tall * 0.8)}h${n(thick - 6)}M${n(at + 3)},${n(y - 9 - tall * 0.22)}h${n(thick - 6)}`;
      at += thick + 1.5;
    }
  }
  spines.forEach((d, i) => {
    if (d !== '') svg += brush.shape(d, land.surface(SPINES[i] ?? '#7a5138', 0.82), { depth: 0.14 });
  });
  svg += brush.line(bands, land.surface('#e2c98e', 0.85), 2.2, {
    unlit: true,
    outline: false,
    opacity: 0.75,
  });
  svg += brush.shape(edges, brush.shade(wood, -0.12), { depth: 0.25, unlit: true });
  return (
    svg +
    brush.shape(
      polygon(x - 14, top + 8, x - 4, top - 18, x + width + 4, top - 18, x + width + 14, top + 8),
      brush.shade(wood, -0.06),
      { depth: 0.5, unlit: true },
    )
  );
}

function ladder(brush: StyleBrush, land: Land, x: number): string {
  const wood = land.surface('#b98650', 0.9);
  let rungs = '';
  for (let i = 1; i < 10; i++) {
    const t = i / 10;
    rungs += `M${n(x + 66 * t)},${n(584 - 510 * t)}h${n(70 - 8 * t)}`;
  }
  return (
    brush.line(rungs, brush.shade(wood, 0.15), 8, { unlit: true }) +
    brush.shape(
      polygon(x - 6, 590, x + 62, 68, x + 74, 68, x + 8, 590) +
        polygon(x + 64, 590, x + 126, 68, x + 138, 68, x + 78, 590),
      wood,
      { depth: 0.45 },
    )
  );
}

function globe(brush: StyleBrush, land: Land, x: number, y: number): string {
  const wood = land.surface('#7d5236', 0.95);
  const sea = land.surface('#6f9fae', 0.95);
  return (
    brush.groundShadow(x, y, 62) +
    brush.line(
      `M${n(x - 40)},${n(y)}L${n(x)},${n(y - 62)}L${n(x + 40)},${n(y)}M${n(x)},${n(y - 62)}v-20`,
      wood,
      10,
      { unlit: true },
    ) +
    brush.ellipse(x, y - 128, 52, 52, sea, { depth: 0.5 }) +
    brush.shape(
      `M${n(x - 40)},${n(y - 146)}q14,-26 38,-22q6,14 -8,22q4,18 -14,24q-14,-6 -16,-24zM${n(x + 8)},${n(y - 120)}q20,-14 34,-4q-2,24 -22,30q-16,-8 -12,-26z`,
      land.surface('#c6b06c', 0.95),
      { outline: false },
    ) +
    brush.line(
      `M${n(x - 34)},${n(y - 172)}A60,60 0 1 0 ${n(x + 34)},${n(y - 80)}`,
      land.surface('#c9a45c', 0.95),
      6,
      { unlit: true },
    )
  );
}

function armchair(brush: StyleBrush, land: Land, x: number, y: number): string {
  const leather = land.surface('#4d6b58', 0.95);
  return (
    brush.groundShadow(x, y + 4, 120) +
    brush.shape(`M${n(x - 76)},${n(y - 60)}v-100q0,-58 76,-58t76,58v100z`, leather, { depth: 0.6 }) +
    brush.shape(rectangle(x - 70, y - 84, 140, 60), brush.shade(leather, -0.12), {
      depth: 0.5,
      unlit: true,
    }) +
    brush.shape(
      `M${n(x - 100)},${n(y)}v-92q0,-24 22,-24t22,24v92zM${n(x + 56)},${n(y)}v-92q0,-24 22,-24t22,24v92z`,
      brush.shade(leather, 0.12),
      { depth: 0.6, unlit: true },
    ) +
    brush.shape(rectangle(x - 58, y - 32, 116, 32), brush.shade(leather, 0.18), { depth: 0.4, unlit: true })
  );
}

export const library: PlaceArt = {
  focus: { x: [440, 840], y: 330 },
  draw(brush, _scene, random) {
    const land = landOf(brush.light, 'clear', true);
    let svg = brush.shape(rectangle(-40, -40, 1400, 640), land.surface('#a8876a', 0.6), { depth: 0 });
    let panels = '';
    for (let x = 0; x < 1280; x += 106) panels += rectangle(x + 10, 430, 86, 120);
    svg += brush.shape(panels, land.surface('#957257', 0.65), { depth: 0.15 });
    const width = between(random, 230, 262);
    const x = between(random, 420, 620);
    svg += windowView(brush, random, {
      x,
      y: 52,
      width,
      height: 352,
      frame: land.surface('#e6d6b8', 0.8),
      arched: true,
    });
    const gap = 46;
    const leftEnd = x - gap;
    const rightStart = x + width + gap;
    const leftWidth = leftEnd / 2;
    svg +=
      bookcase(brush, land, random, -10, leftWidth) +
      bookcase(brush, land, random, leftWidth + 2, leftEnd - leftWidth - 2);
    const rightWidth = (1290 - rightStart) / 2;
    svg +=
      bookcase(brush, land, random, rightStart, rightWidth) +
      bookcase(brush, land, random, rightStart + rightWidth + 2, rightWidth);
    svg += ladder(
      brush,
      land,
      random() < 0.5
        ? between(random, 60, Math.max(70, leftEnd - 240))
        : between(random, rightStart + 60, 1080),
    );

    svg += brush.shape(rectangle(-40, 566, 1400, 200), land.surface('#9b6a44', 0.9), { depth: 0.3 });
    let planks = 'M-40,592H1320M-40,630H1320M-40,682H1320';
    for (let i = -9; i <= 9; i++) planks += `M${640 + i * 76},566L${640 + i * 150},740`;
    svg += brush.line(planks, land.surface('#6b442d', 0.9), 3, { unlit: true, outline: false, opacity: 0.7 });
    const rug = land.surface('#8f3f3c', 0.9);
    const rugX = between(random, 560, 720);
    svg += brush.shape(oval(rugX, 664, 430, 62), rug, { depth: 0.2 });
    svg += brush.line(oval(rugX, 664, 384, 52), land.surface('#dcb978', 0.9), 6, {
      unlit: true,
      outline: false,
    });
    svg += brush.shape(oval(rugX, 664, 210, 28), land.surface('#b06a4c', 0.9), { outline: false });
    const left = random() < 0.5;
    svg += armchair(brush, land, left ? between(random, 110, 160) : between(random, 1120, 1170), 640);
    svg += globe(brush, land, left ? between(random, 1120, 1190) : between(random, 90, 160), 634);
    svg += sunlight(brush, x + width / 2, 404, width);
    const lamp = left ? between(random, 280, 400) : between(random, 880, 1000);
    svg += lamplight(brush, land, lamp, 130, land.surface('#3f7a5c', 0.9));
    return svg + brush.shape(disc(lamp, 150, 6), brush.light.glow, { unlit: true, outline: false });
  },
};
