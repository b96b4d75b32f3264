import type { StyleBrush } from '../brush.js';
import { type Land, landOf } from '../land.js';
import { disc, hill, n, polygon, rectangle, tuft } from '../paths.js';
import { between, type Random } from '../random.js';
import type { PlaceArt } from './place.js';

const PETALS = ['#d9483b', '#f6e7ee', '#f2c13d', '#8a6cc0'];

function windmill(brush: StyleBrush, land: Land, random: Random, x: number, y: number): string {
  const depth = 0.4;
  const body = land.surface('#efe3cc', depth);
  const turn = random() * 90;
  const hub = y - 118;
  let sails = '';
  for (let i = 0; i < 4; i++) {
    const angle = ((turn + i * 90) * Math.PI) / 180;
    const across = angle + Math.PI / 2;
    const at = (along: number, side: number): [number, number] => [
      x + Math.cos(angle) * along + Math.cos(across) * side,
      hub + Math.sin(angle) * along + Math.sin(across) * side,
    ];
    sails += polygon(...at(8, 0), ...at(92, 0), ...at(92, 20), ...at(26, 20));
  }
  return (
    brush.shape(polygon(x - 40, y, x - 25, y - 112, x + 25, y - 112, x + 40, y), body, { depth }) +
    brush.shape(
      `M${n(x - 30)},${n(y - 108)}Q${n(x)},${n(y - 168)} ${n(x + 30)},${n(y - 108)}z`,
      land.ground('#9a5a48', depth),
      { depth },
    ) +
    brush.shape(rectangle(x - 9, y - 72, 18, 22), land.lamps ? land.pane : land.surface('#6f8790', depth), {
      depth: 0.2,
      unlit: true,
    }) +
    brush.shape(sails, land.surface('#f8f2e4', 0.55), { depth: 0.3 }) +
    brush.shape(disc(x, hub, 7), land.surface('#6a4c40', depth), { depth: 0.2 })
  );
}

function oak(brush: StyleBrush, land: Land, random: Random, x: number, y: number, size: number): string {
  const crown = land.ground('#5b9147', 0.78);
  const cy = y - size * 1.12;
  return (
    brush.groundShadow(x, y + 2, size * 0.8) +
    brush.shape(
      `M${n(x - size * 0.13)},${n(y + 6)}Q${n(x - size * 0.04)},${n(y - size * 0.4)} ${n(x - size * 0.12)},${n(y - size * 0.8)}h${n(size * 0.26)}Q${n(x + size * 0.06)},${n(y - size * 0.4)} ${n(x + size * 0.16)},${n(y + 6)}z`,
      land.surface('#6d4f3c', 0.78),
      { depth: 0.5 },
    ) +
    brush.shape(tuft(random, x, cy, size * 0.78, size * 0.6, 12), crown, { depth: 0.6 }) +
    brush.shape(
      tuft(
        random,
        x - size * 0.2 * (brush.light.from.x < 0.5 ? 1 : -1),
        cy - size * 0.16,
        size * 0.42,
        size * 0.3,
        9,
      ),
      brush.shade(crown, -0.22),
      {
        unlit: true,
        outline: false,
        opacity: 0.75,
      },
    )
  );
}

/** Five petals round (x, y). */
function blossom(x: number, y: number, r: number): string {
  let d = '';
  for (let i = 0; i <= 5; i++) {
    const angle = (i / 5) * Math.PI * 2 - Math.PI / 2;
    const px = x + Math.cos(angle) * r * 0.5;
    const py = y + Math.sin(angle) * r * 0.5;
    if (i === 0) {
      d = `M${n(px)},${n(py)}`;
      continue;
    }
    const tip = angle - Math.PI / 5;
    d += `Q${n(x + Math.cos(tip) * r * 1.75)},${n(y + Math.sin(tip) * r * 1.75)} ${n(px)},${n(py)}`;
  }
  return `${d}z`;
}

/** Grass blades and flowers over the foreground, larger towards us. */
function flowers(brush: StyleBrush, land: Land, random: Random): string {
  const heads = PETALS.map(() => '');
  let stems = '';
  let hearts = '';
  for (let i = 0; i < 92; i++) {
    const t = random();
    const y = 512 + t * 205;
    const x = random() * 1280;
    const r = 4 + t * 9;
    stems += `M${n(x)},${n(y)}q3,${n(r)} 0,${n(r * 2.6)}`;
    const at = i % PETALS.length;
    heads[at] += blossom(x, y, r);
    const heart = r * 0.38;
    hearts += polygon(x - heart, y, x, y - heart, x + heart, y, x, y + heart);
  }
  let svg = brush.line(stems, land.surface('#4c7a3a', 0.95), 2.6, { unlit: true, outline: false });
  heads.forEach((d, i) => {
    svg += brush.shape(d, land.surface(PETALS[i] ?? '#ffffff', 0.97), { outline: false });
  });
  return svg + brush.shape(hearts, land.surface('#f6d65a', 0.97), { outline: false });
}

export const meadow: PlaceArt = {
  focus: { x: [430, 850], y: 452 },
  draw(brush, scene, random) {
    const land = landOf(brush.light, scene.weather);
    let svg = brush.shape(hill(random, 338, 40, 440), land.ground('#93b58e', 0.15), { depth: 0.1 });
    svg += brush.mist(320, 130, 0.5);
    const mill = random() < 0.5 ? between(random, 180, 400) : between(random, 860, 1090);
    svg += windmill(brush, land, random, mill, 392);
    svg += brush.shape(hill(random, 388, 26, 470), land.ground('#9dbd6e', 0.4), { depth: 0.2 });
    let hedge = '';
    for (let i = 0; i < 16; i++)
      hedge += tuft(
        random,
        (i / 15) * 1300 - 10,
        410 + between(random, -6, 8),
        between(random, 22, 44),
        between(random, 14, 24),
        8,
      );
    svg += brush.shape(hedge, land.ground('#6f9a5c', 0.5), { depth: 0.25 });
    svg += brush.shape(hill(random, 430, 16, 520), land.ground('#b9c76c', 0.6), { depth: 0.3 });
    svg += brush.mist(390, 110, 0.3);
    svg += oak(
      brush,
      land,
      random,
      mill < 640 ? between(random, 960, 1120) : between(random, 150, 320),
      486,
      between(random, 165, 200),
    );
    svg += brush.shape(hill(random, 484, 12, 560), land.ground('#8fb653', 0.8), { depth: 0.35 });
    // A post-and-rail fence runs along the rise.
    let posts = '';
    for (let x = 12 + random() * 30; x < 1280; x += 94) posts += rectangle(x, 462, 13, 58);
    svg += brush.shape(
      rectangle(-40, 474, 1400, 8) + rectangle(-40, 496, 1400, 8) + posts,
      land.surface('#a98d6b', 0.8),
      { depth: 0.4 },
    );
    svg += brush.shape(hill(random, 522, 10), land.ground('#7fae4a', 0.95), { depth: 0.4 });
    let blades = '';
    for (let i = 0; i < 120; i++) {
      const t = random();
      const x = random() * 1280;
      const y = 540 + t * 180;
      const h = 10 + t * 22;
      blades += `M${n(x)},${n(y)}q${n(between(random, -4, 4))},${n(-h / 2)} ${n(between(random, -8, 8))},${n(-h)}`;
    }
    svg += brush.line(blades, land.ground('#5c8f3c', 0.97), 3.2, {
      unlit: true,
      outline: false,
      opacity: 0.85,
    });
    return land.snow ? svg : svg + flowers(brush, land, random);
  },
};
