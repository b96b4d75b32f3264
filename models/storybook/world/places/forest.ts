import { landOf } from '../land.js';
import { disc, fir, hill, n, polygon, tuft } from '../paths.js';
import { between, type Random } from '../random.js';
import type { PlaceArt } from './place.js';

/** A row of firs as one path, feet around `y`. */
function firs(random: Random, count: number, y: number, height: number, tiers?: number): string {
  let d = '';
  for (let i = 0; i < count; i++) {
    const x = ((i + between(random, 0.1, 0.9)) / count) * 1400 - 60;
    const h = height * between(random, 0.72, 1.18);
    d += fir(x, y + between(random, -8, 14), h, h * between(random, 0.42, 0.54), tiers);
  }
  return d;
}

/** A trunk from above the frame to its spreading foot at (x, y). */
function trunk(random: Random, x: number, y: number, width: number): string {
  const lean = between(random, -26, 26);
  const half = width / 2;
  return (
    `M${n(x + lean - half * 0.72)},-40Q${n(x - half * 0.9)},${n(y * 0.5)} ${n(x - half)},${n(y - 60)}Q${n(x - half)},${n(y - 14)} ${n(x - half * 1.9)},${n(y + 8)}` +
    `Q${n(x - half * 0.5)},${n(y - 4)} ${n(x)},${n(y + 10)}Q${n(x + half * 0.6)},${n(y - 4)} ${n(x + half * 2)},${n(y + 6)}Q${n(x + half)},${n(y - 18)} ${n(x + half)},${n(y - 60)}Q${n(x + half * 0.8)},${n(y * 0.5)} ${n(x + lean + half * 0.72)},-40z`
  );
}

/** A fern of arching fronds rooted at (x, y). */
function fern(random: Random, x: number, y: number, size: number): string {
  let d = '';
  for (let i = 0; i < 7; i++) {
    const angle = -Math.PI / 2 + ((i - 3) / 3) * 1.15;
    const reach = size * between(random, 0.75, 1.1);
    const tx = x + Math.cos(angle) * reach;
    const ty = y + Math.sin(angle) * reach * 0.85 + Math.abs(i - 3) * size * 0.06;
    const mx = x + Math.cos(angle) * reach * 0.45;
    const my = y + Math.sin(angle) * reach * 0.8;
    d += `M${n(x)},${n(y)}Q${n(mx - size * 0.08)},${n(my - size * 0.06)} ${n(tx)},${n(ty)}Q${n(mx + size * 0.1)},${n(my + size * 0.1)} ${n(x)},${n(y)}z`;
  }
  return d;
}

export const forest: PlaceArt = {
  focus: { x: [430, 850], y: 400 },
  draw(brush, scene, random) {
    const land = landOf(brush.light, scene.weather);
    const { time } = brush.light;
    let svg = brush.shape(hill(random, 300, 26, 560), land.surface('#5d8f78', 0.1), { depth: 0.1 });
    svg += brush.shape(firs(random, 15, 350, 150, 3), land.surface('#4f8670', 0.16), { depth: 0.1 });
    svg += brush.mist(300, 190, 0.75);
    svg += brush.shape(firs(random, 12, 430, 260), land.surface('#3d7658', 0.42), { depth: 0.25 });
    svg += brush.mist(380, 180, 0.55);
    const clearing = between(random, 480, 800);

    // Trunks stand clear of the middle, where the subjects are.
    let thin = '';
    for (let i = 0; i < 9; i++) {
      const x = ((i + between(random, 0.2, 0.8)) / 9) * 1280;
      if (Math.abs(x - clearing) < 110) continue;
      thin += trunk(random, x, 512 + random() * 26, between(random, 20, 34));
    }
    svg += brush.shape(thin, land.surface('#6b5344', 0.62), { depth: 0.4 });
    svg += brush.shape(firs(random, 7, 530, 170), land.surface('#356b49', 0.66), { depth: 0.4 });
    if (time === 'day' && scene.weather === 'clear') {
      for (let i = 0; i < 3; i++) {
        const x = clearing - 260 + i * 190 + random() * 60;
        svg += brush.ray(
          polygon(x, -20, x + 70, -20, x + 270, 600, x + 120, 600),
          brush.light.glow,
          0.42,
          'top',
        );
      }
    }
    svg += brush.shape(hill(random, 528, 14), land.ground('#6f8f4e', 0.8), { depth: 0.5 });
    const bend = between(random, -120, 120);
    svg += brush.shape(
      `M${n(clearing - 34)},534Q${n(clearing + bend)},590 ${n(clearing - 210)},740L${n(clearing + 190)},740Q${n(clearing + 90 + bend)},590 ${n(clearing + 26)},532z`,
      land.ground('#c9ae7a', 0.86),
      { depth: 0.15, opacity: 0.9 },
    );
    let shrubs = '';
    for (let i = 0; i < 6; i++) {
      const x = ((i + random()) / 6) * 1280;
      if (Math.abs(x - clearing) > 130)
        shrubs += tuft(random, x, 545, between(random, 50, 90), between(random, 24, 40), 9);
    }
    svg += brush.shape(shrubs, land.ground('#4e7f46', 0.8), { depth: 0.4 });

    const bark = land.surface('#4d382f', 1);
    for (const [x, y, width] of [
      [between(random, 30, 110), 640, between(random, 96, 130)],
      [between(random, 1160, 1250), 652, between(random, 96, 130)],
      [between(random, 220, 270), 590, between(random, 44, 58)],
      [between(random, 1010, 1070), 585, between(random, 44, 58)],
    ] as const) {
      svg += brush.shape(trunk(random, x, y, width), bark, { depth: 0.75 });
      svg += brush.line(
        `M${n(x - width * 0.2)},80q8,120 -4,210M${n(x + width * 0.16)},150q-8,140 4,280`,
        brush.shade(bark, 0.35),
        width * 0.05,
        { unlit: true, outline: false, opacity: 0.7 },
      );
    }
    let canopy = '';
    for (let i = 0; i < 9; i++)
      canopy += tuft(
        random,
        (i / 8) * 1340 - 30,
        -14,
        between(random, 110, 160),
        between(random, 62, 116),
        12,
      );
    svg += brush.shape(canopy, land.surface('#2c5c3f', 0.95), { depth: 0.6 });
    let caps = '';
    for (let i = 0; i < 5; i++) {
      const x = between(random, 120, 380) + (i % 2) * 760;
      caps += `M${n(x - 11)},648q11,-20 22,0z`;
      svg += brush.shape(`M${n(x - 4)},646h8v14h-8z`, land.surface('#efe2c8', 0.9), { outline: false });
    }
    svg += brush.shape(caps, land.surface('#c4553d', 0.9), { depth: 0.3 });
    let ferns = '';
    for (let i = 0; i < 6; i++)
      ferns += fern(
        random,
        i < 3 ? 40 + i * 110 : 1250 - (i - 3) * 110,
        716 - (i % 3) * 12,
        between(random, 70, 110),
      );
    svg += brush.shape(ferns, land.ground('#3f7a45', 1), { depth: 0.5 });
    if (time === 'night' && scene.weather === 'clear') {
      let sparks = '';
      for (let i = 0; i < 14; i++) {
        const x = random() * 1280;
        const y = between(random, 330, 620);
        sparks += disc(x, y, between(random, 2.5, 4));
        if (i < 7) svg += brush.glow(x, y, 34, 0.7);
      }
      svg += brush.shape(sparks, brush.light.glow, { unlit: true, outline: false });
    }
    return svg;
  },
};
