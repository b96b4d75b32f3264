import type { StyleBrush } from '../brush.js';
import { type Land, landOf } from '../land.js';
import { fir, hill, n, oval, polygon, ridge } from '../paths.js';
import { between, type Random } from '../random.js';
import type { PlaceArt } from './place.js';

interface Peak {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly foot: number;
  readonly depth: number;
}

/** One peak: the lit face, the face in shadow, and the snow on top. */
function peak(brush: StyleBrush, land: Land, random: Random, { x, y, width, foot, depth }: Peak): string {
  const rock = land.surface('#7d8398', depth);
  const height = foot - y;
  const half = width / 2;
  const jag = (amount: number) => between(random, -amount, amount);
  const left = [
    [x - half, foot],
    [x - half * 0.64 + jag(12), foot - height * 0.34],
    [x - half * 0.4 + jag(10), foot - height * 0.56],
    [x - half * 0.17 + jag(8), foot - height * 0.8],
  ].flat();
  const right = [
    [x + half * 0.2 + jag(8), foot - height * 0.76],
    [x + half * 0.38 + jag(10), foot - height * 0.55],
    [x + half * 0.7 + jag(12), foot - height * 0.3],
    [x + half, foot],
  ].flat();
  const spine = [
    [x + half * 0.1 + jag(8), foot],
    [x - half * 0.05, foot - height * 0.34],
    [x + half * 0.09, foot - height * 0.6],
  ].flat();
  const dark =
    brush.light.from.x < 0.5
      ? [x, y, ...right, ...spine]
      : [...left, x, y, ...spine.slice(4), ...spine.slice(2, 4), ...spine.slice(0, 2)];
  const cap = height * between(random, 0.3, 0.38);
  const edge = half * (cap / height) * 1.04;
  return (
    brush.shape(polygon(...left, x, y, ...right), rock, { depth }) +
    brush.shape(polygon(...dark), brush.shade(rock, 0.24), { unlit: true, outline: false, opacity: 0.75 }) +
    brush.shape(
      polygon(
        x,
        y,
        x + edge * 0.95,
        y + cap,
        x + edge * 0.55,
        y + cap * 0.8,
        x + edge * 0.3,
        y + cap * 1.16,
        x - edge * 0.02,
        y + cap * 0.82,
        x - edge * 0.34,
        y + cap * 1.22,
        x - edge * 0.6,
        y + cap * 0.84,
        x - edge * 0.92,
        y + cap,
      ),
      land.surface('#fbfaf4', Math.min(1, depth + 0.2)),
      { depth: depth * 0.5 },
    )
  );
}

function boulder(random: Random, x: number, y: number, size: number): string {
  const j = () => between(random, 0.85, 1.15);
  return polygon(
    x - size,
    y,
    x - size * 0.86 * j(),
    y - size * 0.45 * j(),
    x - size * 0.3,
    y - size * 0.82 * j(),
    x + size * 0.36,
    y - size * 0.74 * j(),
    x + size * 0.86,
    y - size * 0.32 * j(),
    x + size,
    y,
  );
}

export const mountain: PlaceArt = {
  focus: { x: [430, 850], y: 300 },
  draw(brush, scene, random) {
    const land = landOf(brush.light, scene.weather);
    const far: [number, number][] = [];
    for (let i = 0; i < 7; i++)
      far.push([
        i * 215 + between(random, -50, 50),
        i % 2 ? between(random, 235, 275) : between(random, 315, 350),
      ]);
    let svg = brush.shape(ridge(random, far, 520), land.surface('#8390ac', 0.12), { depth: 0.12 });
    svg += brush.mist(270, 170, 0.55);
    const main = between(random, 420, 860);
    const second = main < 640 ? between(random, 960, 1120) : between(random, 160, 320);
    const third = main < 640 ? between(random, 20, 140) : between(random, 1140, 1260);
    svg += peak(brush, land, random, {
      x: second,
      y: between(random, 150, 190),
      width: 600,
      foot: 500,
      depth: 0.36,
    });
    svg += peak(brush, land, random, {
      x: third,
      y: between(random, 190, 230),
      width: 520,
      foot: 500,
      depth: 0.42,
    });
    svg += peak(brush, land, random, {
      x: main,
      y: between(random, 70, 110),
      width: 800,
      foot: 520,
      depth: 0.52,
    });
    svg += brush.mist(350, 190, 0.65);
    svg += brush.shape(hill(random, 462, 26, 590), land.ground('#71896f', 0.55), { depth: 0.3 });
    let trees = '';
    for (let i = 0; i < 15; i++) {
      const x = random() * 1280;
      if (Math.abs(x - 640) < 90) continue;
      const h = between(random, 42, 84);
      trees += fir(x, 478 + between(random, -8, 26), h, h * 0.42, 3);
    }
    svg += brush.shape(trees, land.surface('#47705a', 0.6), { depth: 0.3 });
    // A crag at each side closes the pass.
    for (const side of [-1, 1] as const) {
      const at = (x: number) => (side < 0 ? x : 1280 - x);
      const high = between(random, 330, 390);
      const wall = land.surface('#6d6a74', 0.82);
      svg += brush.shape(
        polygon(
          at(-60),
          640,
          at(-60),
          high,
          at(38),
          high - 34,
          at(80),
          high + 50,
          at(140),
          high + 66,
          at(176),
          high + 150,
          at(250),
          high + 176,
          at(300),
          590,
          at(330),
          640,
        ),
        wall,
        { depth: 0.6 },
      );
      svg += brush.shape(
        polygon(
          at(38),
          high - 34,
          at(80),
          high + 50,
          at(64),
          high + 140,
          at(110),
          640,
          at(10),
          640,
          at(24),
          high + 80,
        ),
        brush.shade(wall, 0.26),
        { unlit: true, outline: false, opacity: 0.7 },
      );
      if (land.snow)
        svg += brush.shape(
          polygon(at(-60), high, at(38), high - 36, at(80), high + 48, at(30), high + 22),
          land.ground('#ffffff', 0.9),
          { depth: 0.3 },
        );
    }
    svg += brush.shape(hill(random, 552, 12), land.ground('#8c9276', 0.85), { depth: 0.5 });
    const bend = between(random, -150, 150);
    svg += brush.shape(
      `M${n(640 + bend * 0.3)},548Q${n(640 + bend)},600 500,740H780Q${n(760 + bend)},610 ${n(668 + bend * 0.3)},548z`,
      land.ground('#c4b394', 0.9),
      { depth: 0.15, opacity: 0.9 },
    );
    let stones = '';
    for (let i = 0; i < 9; i++) {
      const x = i < 5 ? between(random, 20, 420) : between(random, 860, 1260);
      stones += boulder(random, x, between(random, 600, 690), between(random, 20, 46));
    }
    svg += brush.shape(stones, land.surface('#807d82', 0.95), { depth: 0.55 });
    const big = random() < 0.5 ? 120 : 1160;
    svg += brush.groundShadow(big, 712, 150);
    svg += brush.shape(boulder(random, big, 716, 132), land.surface('#74707a', 1), { depth: 0.7 });
    // A cairn on the other side marks the way.
    const cairn = 1280 - big;
    let y = 640;
    for (const r of [44, 34, 25, 15]) {
      svg += brush.shape(oval(cairn, y, r, r * 0.42), land.surface('#8d8684', 0.95), { depth: 0.5 });
      y -= r * 0.66;
    }
    let grass = '';
    for (let i = 0; i < 26; i++) {
      const x = random() * 1280;
      const gy = between(random, 590, 712);
      grass += `M${n(x - 7)},${n(gy)}l-4,-14M${n(x)},${n(gy)}v-19M${n(x + 7)},${n(gy)}l5,-13`;
    }
    return svg + brush.line(grass, land.ground('#5d7350', 0.95), 3, { unlit: true, outline: false });
  },
};
