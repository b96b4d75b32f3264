import type { StyleBrush } from '../brush.js';
import { mix } from '../colour.js';
import { type Land, landOf } from '../land.js';
import { disc, hill, n, oval, polygon, rectangle } from '../paths.js';
import { between, type Random } from '../random.js';
import type { PlaceArt } from './place.js';

const FRONTS = ['#c8694f', '#e2c184', '#7fa0a0', '#d9d2c0', '#a9745c'];
const SEA_LEVEL = 352;

function lighthouse(brush: StyleBrush, land: Land, x: number, y: number): string {
  const depth = 0.5;
  const white = land.surface('#f4eee0', depth);
  const red = land.surface('#c04b3c', depth);
  let svg = '';
  if (land.lamps) {
    svg += brush.ray(polygon(x, y - 246, x - 640, y - 320, x - 640, y - 210), brush.light.glow, 0.6, 'right');
    svg += brush.ray(polygon(x, y - 246, x + 640, y - 320, x + 640, y - 210), brush.light.glow, 0.6, 'left');
  }
  svg += brush.shape(polygon(x - 38, y, x - 22, y - 226, x + 22, y - 226, x + 38, y), white, { depth });
  svg += brush.shape(
    polygon(x - 34.5, y - 50, x - 31, y - 100, x + 31, y - 100, x + 34.5, y - 50) +
      polygon(x - 27.5, y - 150, x - 24, y - 198, x + 24, y - 198, x + 27.5, y - 150),
    red,
    { depth: 0.15 },
  );
  svg += brush.shape(rectangle(x - 29, y - 232, 58, 9), land.surface('#3d3a48', depth), { depth });
  svg += brush.shape(
    rectangle(x - 16, y - 262, 32, 30),
    land.lamps ? land.pane : land.surface('#bcd3d6', depth),
    { depth: 0.3, unlit: true },
  );
  svg += brush.shape(
    `M${n(x - 22)},${n(y - 260)}Q${n(x)},${n(y - 300)} ${n(x + 22)},${n(y - 260)}z`,
    land.ground('#b04436', depth),
    { depth },
  );
  if (land.lamps) svg += brush.glow(x, y - 247, 130, 1);
  return svg;
}

/** A row of narrow warehouses along the far quay, with their colours standing in the water below. */
function warehouses(brush: StyleBrush, land: Land, random: Random, from: number, to: number): string {
  const depth = 0.5;
  const quay = SEA_LEVEL + 32;
  let svg = '';
  let panes = '';
  let x = from;
  let i = Math.floor(random() * FRONTS.length);
  while (x < to) {
    const width = between(random, 62, 84);
    const height = between(random, 92, 140);
    const colour = land.surface(FRONTS[i++ % FRONTS.length] ?? '#d9d2c0', depth);
    const top = quay - height;
    svg += brush.shape(
      polygon(x, quay, x, top, x + width / 2, top - width * 0.55, x + width, top, x + width, quay),
      colour,
      { depth: 0.4 },
    );
    svg += brush.line(
      `M${n(x - 4)},${n(top + 3)}L${n(x + width / 2)},${n(top - width * 0.58)}L${n(x + width + 4)},${n(top + 3)}`,
      land.ground('#6a4a48', depth),
      8,
      { unlit: true },
    );
    svg += brush.shape(rectangle(x + 2, quay + 8, width - 4, height * 0.55), colour, {
      unlit: true,
      outline: false,
      opacity: 0.35,
    });
    for (let row = 0; row * 38 + 16 < height - 20; row++) {
      for (const t of [0.2, 0.58]) panes += rectangle(x + width * t, top + 14 + row * 38, width * 0.22, 20);
    }
    if (land.lamps) svg += brush.glow(x + width / 2, quay - height * 0.5, 70, 0.4);
    x += width;
  }
  svg += brush.shape(panes, land.lamps ? land.pane : land.surface('#5d7480', depth), {
    depth: 0.1,
    unlit: true,
  });
  return (
    svg +
    brush.shape(rectangle(from - 40, quay - 2, x - from + 60, 14), land.ground('#8c7f74', depth), {
      depth: 0.4,
    })
  );
}

function bollard(brush: StyleBrush, land: Land, x: number, y: number): string {
  const iron = land.surface('#3b4450', 1);
  return (
    brush.groundShadow(x, y, 40) +
    brush.shape(
      `M${n(x - 20)},${n(y)}L${n(x - 15)},${n(y - 52)}h30L${n(x + 20)},${n(y)}Q${n(x)},${n(y + 8)} ${n(x - 20)},${n(y)}z`,
      iron,
      { depth: 0.7 },
    ) +
    brush.shape(oval(x, y - 56, 26, 12), land.ground('#4a5462', 1), { depth: 0.7 }) +
    brush.line(
      `M${n(x - 18)},${n(y - 22)}q18,9 36,0M${n(x - 18)},${n(y - 32)}q18,9 36,0`,
      land.surface('#d8bd87', 1),
      6,
      { unlit: true },
    )
  );
}

function crate(brush: StyleBrush, land: Land, x: number, y: number, size: number): string {
  const wood = land.surface('#a87b4c', 0.95);
  const slats = `M${n(x)},${n(y - size * 0.66)}h${n(size)}M${n(x)},${n(y - size * 0.33)}h${n(size)}M${n(x + size * 0.1)},${n(y)}L${n(x + size * 0.9)},${n(y - size)}`;
  return (
    brush.shape(rectangle(x, y - size, size, size), wood, { depth: 0.6 }) +
    brush.line(slats, brush.shade(wood, 0.4), size * 0.05, { unlit: true, outline: false }) +
    (land.snow
      ? brush.shape(rectangle(x - 2, y - size - 5, size + 4, 9), land.ground('#ffffff', 1), {
          outline: false,
        })
      : '')
  );
}

export const harbour: PlaceArt = {
  focus: { x: [400, 880], y: 392 },
  draw(brush, scene, random) {
    const land = landOf(brush.light, scene.weather);
    const { light } = brush;
    const flip = random() < 0.5;
    let svg = brush.shape(hill(random, SEA_LEVEL - 44, 26, SEA_LEVEL + 6), land.ground('#7c9a8c', 0.12), {
      depth: 0.1,
    });
    const sea = mix(land.surface('#4f93a6', 0.55), light.sky[1], light.time === 'sunset' ? 0.5 : 0.25);
    svg += brush.shape(rectangle(-40, SEA_LEVEL, 1400, 400), sea, { depth: 0.15 });
    svg += brush.shape(rectangle(-40, SEA_LEVEL, 1400, 40), light.sky[2], {
      unlit: true,
      outline: false,
      opacity: 0.4,
    });
    svg += brush.mist(SEA_LEVEL - 90, 130, 0.55);
    // Glints lie thickest under the sun or moon.
    let glints = '';
    const track = (flip ? 1 - light.from.x : light.from.x) * 1280;
    for (let i = 0; i < 74; i++) {
      const y = SEA_LEVEL + 14 + random() ** 1.3 * 200;
      const spread = i % 2 ? 1400 : 130 + (y - SEA_LEVEL);
      const length = 14 + (y - SEA_LEVEL) * 0.3 * random();
      glints += `M${n(track + (random() - 0.5) * spread)},${n(y)}q${n(length / 2)},-4 ${n(length)},0`;
    }
    svg += brush.line(glints, mix(light.sky[2], light.glow, 0.6), 4, {
      unlit: true,
      outline: false,
      opacity: 0.8,
    });
    let swell = '';
    for (let i = 0; i < 30; i++) {
      const y = SEA_LEVEL + 40 + (i / 30) * 160;
      swell += `M${n(random() * 1280)},${n(y)}q${n(24 + i)},-7 ${n(48 + i * 2)},0`;
    }
    svg += brush.line(swell, brush.shade(sea, 0.3), 3, { unlit: true, outline: false, opacity: 0.55 });
    const beacon = between(random, 1020, 1130);
    svg += brush.shape(
      `M${n(beacon - 210)},${SEA_LEVEL + 26}q70,-46 150,-44q110,-22 190,16q90,0 150,34q-240,26 -490,-6z`,
      land.ground('#7d7a72', 0.5),
      { depth: 0.4 },
    );
    svg += lighthouse(brush, land, beacon, SEA_LEVEL + 4);
    svg += warehouses(brush, land, random, between(random, -30, 0), between(random, 420, 520));
    let gulls = '';
    for (let i = 0; i < 5; i++) {
      const x = between(random, 200, 1100);
      const y = between(random, 120, 300);
      const w = between(random, 13, 24);
      gulls += `M${n(x - w)},${n(y - w * 0.3)}Q${n(x - w * 0.4)},${n(y - w * 0.5)} ${n(x)},${n(y)}Q${n(x + w * 0.4)},${n(y - w * 0.5)} ${n(x + w)},${n(y - w * 0.3)}`;
    }
    svg += brush.line(gulls, land.surface(light.time === 'day' ? '#ffffff' : '#f1dfd0', 0.8), 4, {
      unlit: true,
    });

    // The quay we stand on: stone edge, planks running towards the water, mooring piles.
    let piles = '';
    for (const x of [88, 196, 1092, 1200])
      piles += rectangle(x + between(random, -14, 14), between(random, 478, 500), 26, 90);
    svg += brush.shape(piles, land.surface('#5c473c', 0.9), { depth: 0.6 });
    svg += brush.shape(rectangle(-40, 572, 1400, 40), land.surface('#7d7066', 0.95), { depth: 0.5 });
    svg += brush.shape(rectangle(-40, 556, 1400, 190), land.ground('#b9a184', 1), { depth: 0.5 });
    let planks = 'M-40,582H1320M-40,624H1320M-40,682H1320';
    for (const [top, bottom, step] of [
      [556, 582, 120],
      [582, 624, 160],
      [624, 682, 210],
      [682, 740, 260],
    ] as const) {
      for (let x = random() * step; x < 1280; x += step)
        planks += `M${n(x)},${top}L${n(x + (x - 640) * 0.04)},${bottom}`;
    }
    svg += brush.line(planks, land.ground('#7f6a56', 1), 3.5, { unlit: true, outline: false, opacity: 0.8 });
    svg +=
      bollard(brush, land, between(random, 250, 330), 622) +
      bollard(brush, land, between(random, 960, 1030), 618);
    const stack = random() < 0.5 ? between(random, 20, 60) : between(random, 1110, 1140);
    svg +=
      crate(brush, land, stack, 636, 92) +
      crate(brush, land, stack + 74, 650, 76) +
      crate(brush, land, stack + 24, 546, 70);
    const coil = stack < 400 ? between(random, 1120, 1190) : between(random, 70, 150);
    for (const r of [52, 36, 20])
      svg += brush.line(oval(coil, 650, r, r * 0.32), land.surface('#d0b27c', 1), 10, { unlit: true });
    svg += brush.shape(disc(coil, 650, 4), land.surface('#d0b27c', 1), { outline: false });
    return flip ? `<g transform="translate(1280,0) scale(-1,1)">${svg}</g>` : svg;
  },
};
