import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderScenePng, sampleScene, seededRandom } from '@models/storybook/world/index.js';
import type { FrameMeasures } from '@shared/analysis.js';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measureFrame } from './measure-frame.js';

const WIDTH = 640;
const HEIGHT = 360;
let folder: string;
let scene: Buffer;
let sky: Buffer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'continuist-faults-'));
  scene = await renderScenePng(sampleScene(seededRandom(3), { atLeast: 1 }), {
    width: WIDTH,
    height: HEIGHT,
  });
  // A gradient that is not even, so that its levels are not all as long.
  sky = await drawn((x, y) => 60 + 110 * (y / HEIGHT) ** 1.4 + 25 * (x / WIDTH) ** 2);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A picture of that level at each place: grey unless it differs by the channel. */
function drawn(level: (x: number, y: number, channel: number) => number): Promise<Buffer> {
  const data = Uint8Array.from({ length: 3 * WIDTH * HEIGHT }, (_, i) =>
    Math.round(level(Math.floor(i / 3) % WIDTH, Math.floor(i / 3 / WIDTH), i % 3)),
  );
  return sharp(data, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
    .png()
    .toBuffer();
}

async function changed(
  picture: Buffer,
  change: (value: number, x: number, y: number, channel: number) => number,
): Promise<Buffer> {
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const out = Uint8ClampedArray.from(data, (value, i) =>
    change(value, Math.floor(i / 3) % info.width, Math.floor(i / 3 / info.width), i % 3),
  );
  return sharp(Buffer.from(out), { raw: { width: info.width, height: info.height, channels: 3 } })
    .png()
    .toBuffer();
}

/** Beyond a line it is nine levels lighter and shifted by so many pixels. */
async function tiled(
  picture: Buffer,
  beyond: (x: number, y: number) => boolean,
  [right, down]: readonly [number, number],
): Promise<Buffer> {
  const { data } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const from = (x: number, y: number) =>
    Math.min(HEIGHT - 1, y + down) * WIDTH + Math.min(WIDTH - 1, x + right);
  return changed(picture, (value, x, y, channel) =>
    beyond(x, y) ? (data[3 * from(x, y) + channel] ?? 0) + 9 : value,
  );
}

async function quality(picture: Buffer): Promise<Readonly<Record<string, number>>> {
  const file = join(folder, 'picture.png');
  await writeFile(file, picture);
  return ((await measureFrame(file)) as FrameMeasures).quality;
}

it('tells a sky in steps from a smooth one', async () => {
  const stepped = await changed(sky, (value) => 8 * Math.round(value / 8));
  expect((await quality(sky)).banding).toBeLessThan(1);
  expect((await quality(stepped)).banding).toBeGreaterThan(30);
});

it('tells a picture of few tones from one of many, however much of it is black', async () => {
  const poster = await changed(scene, (value) => value & 0b11100000);
  const half = await changed(scene, (value, x) => (x < WIDTH / 2 ? 0 : value));
  const stepped = await changed(sky, (value) => 8 * Math.round(value / 8));
  expect((await quality(scene)).loneLevels).toBeLessThan(0.1);
  expect((await quality(half)).loneLevels).toBeLessThan(0.1);
  expect((await quality(poster)).loneLevels).toBeGreaterThan(0.97);
  expect((await quality(stepped)).loneLevels).toBeGreaterThan(0.9);
});

it('tells edges with halos from plain ones', async () => {
  const sharpened = await sharp(scene)
    .sharpen({ sigma: 1.6, m1: 3, m2: 3, x1: 1, y2: 60, y3: 60 })
    .png()
    .toBuffer();
  const { ringing = 0 } = await quality(scene);
  expect((await quality(sharpened)).ringing).toBeGreaterThan(ringing + 4);
});

it('sees halos between calm places alone: not in a texture, beside thin lines or at the edge of white paper', async () => {
  const ringingOf = async (level: (x: number, y: number) => number) =>
    (await quality(await drawn(level))).ringing;
  /** Steps from 70 to 180 with an outline so far beyond both. */
  const outlined =
    (far: number, white = 0) =>
    (x: number) => {
      const from = (x % 80) - 40;
      const level = from < 0 ? 70 : 180 + white;
      return Math.min(255, Math.abs(from + 0.5) < 4 ? level + Math.sign(from + 0.5) * far : level);
    };
  expect(await ringingOf(outlined(0))).toBe(0);
  expect(await ringingOf(outlined(20))).toBeGreaterThan(10);
  expect(await ringingOf(outlined(20, 73))).toBe(0);
  expect(await ringingOf((x) => (x % 40 < 3 ? 70 : 180))).toBe(0);
  expect(await ringingOf((x, y) => 120 + 60 * Math.sign(Math.sin(x / 3) * Math.sin(y / 3)))).toBe(0);
});

it.each(['linear', 'cubic'] as const)(
  'tells a picture enlarged from a half (%s) from one drawn so',
  async (kernel) => {
    const half = await sharp(scene)
      .resize(WIDTH / 2)
      .png()
      .toBuffer();
    const enlarged = await sharp(half).resize(WIDTH, HEIGHT, { kernel }).png().toBuffer();
    const cropped = await sharp(scene)
      .extract({ left: 26, top: 14, width: WIDTH - 52, height: HEIGHT - 28 })
      .resize(WIDTH, HEIGHT)
      .png()
      .toBuffer();
    expect((await quality(scene)).upscaling).toBeLessThan(6);
    expect((await quality(cropped)).upscaling).toBeLessThan(6);
    expect((await quality(enlarged)).upscaling).toBeGreaterThan(10);
  },
);

/** Steady noise with light and dark passages, as of foliage: it goes on wherever the picture is cut. */
const leaves = (x: number, y: number): number =>
  120 + 30 * Math.sin(x / 37 + y / 53) + 12 * Math.sin(x / 5) * Math.sin(y / 7) + ((7 * x + 13 * y) % 11);

describe.each([
  ['upright', (x: number) => x, (_: number, y: number) => y / HEIGHT, [0, 3], 14],
  ['level', (_: number, y: number) => y, (x: number) => x / WIDTH, [3, 0], 8],
] as const)('tells two tiles that do not quite fit along an %s line', (_, along, share, shift, faintly) => {
  const seamAt = async (level: (x: number, y: number) => number) =>
    (await quality(await drawn(level))).seamStrength;
  const beyond = (x: number, y: number) => along(x, y) >= 150;
  const shifted = (x: number, y: number) => (beyond(x, y) ? leaves(x + 5, y + 3) + 18 : leaves(x, y));

  it('in a sky, in leaves, in a drawn scene, and where what is drawn is shifted', async () => {
    const ofScene = await tiled(scene, beyond, shift);
    expect((await quality(sky)).seamStrength).toBeLessThan(0.8);
    expect((await quality(scene)).seamStrength).toBeLessThan(0.8);
    expect(await seamAt(leaves)).toBeLessThan(0.8);
    expect(
      (await quality(await changed(sky, (value, x, y) => value + (beyond(x, y) ? 6 : 0)))).seamStrength,
    ).toBeGreaterThan(1);
    expect((await quality(ofScene)).seamStrength).toBeGreaterThan(1);
    expect(await seamAt((x, y) => leaves(x, y) + (beyond(x, y) ? 8 : 0))).toBeGreaterThan(1);
    expect(await seamAt(shifted)).toBeGreaterThan(1);
  });

  it.each<[string, (x: number, y: number) => number]>([
    ['a horizon', (x, y) => (beyond(x, y) ? leaves(x, y) - 60 : leaves(x, y) + 60)],
    ['a wall that ends', (x, y) => leaves(x, y) + (beyond(x, y) && share(x, y) > 0.2 ? 12 : 0)],
    ['a door frame', (x, y) => (Math.abs(along(x, y) - 150) < 3 && share(x, y) > 0.25 ? 60 : leaves(x, y))],
    ['the gutter of panels', (x, y) => (Math.abs(along(x, y) - 150) < 6 ? 250 : leaves(x, y))],
    ['bars', (x, y) => (along(x, y) < 50 ? 10 : leaves(x, y))],
    [
      'a caption',
      (x, y) =>
        leaves(x, y) + (beyond(x, y) && along(x, y) < 250 && share(x, y) > 0.1 && share(x, y) < 0.9 ? 15 : 0),
    ],
    ['bricks', (x, y) => leaves(x, y) - (along(x, y) % 24 < 3 ? 25 : 0)],
    ['an outline', (x, y) => leaves(x, y) - (Math.abs(along(x, y) - 150) < 2 ? 80 : 0)],
  ])('not in %s', async (_name, level) => {
    expect(await seamAt(level)).toBeLessThan(0.9);
  });

  it('not where two colours meet, or where what stands before an edge hides it', async () => {
    const tinted = async (tint: number) =>
      (
        await quality(
          await drawn((x, y, channel) => shifted(x, y) + (beyond(x, y) ? tint * (1 - channel) : 0)),
        )
      ).seamStrength;
    const isBefore = (x: number, y: number) => share(x, y) > 0.32 && share(x, y) < 0.43;
    const hidden = (x: number, y: number) => leaves(x, y) + (beyond(x, y) && !isBefore(x, y) ? faintly : 0);
    expect(await tinted(2)).toBeGreaterThan(1);
    expect(await tinted(6)).toBe(0);
    expect(await seamAt(hidden)).toBeLessThan(0.9);
  });
});

it('tells bars and frames from paper that nothing is drawn on', async () => {
  const bars = (x: number, y: number) => y < 40 || y >= HEIGHT - 40 || x < 0;
  const frame = (x: number, y: number) => Math.min(x, y, WIDTH - 1 - x, HEIGHT - 1 - y) < 20;
  const noisy = await changed(sky, (value, x, y) => value + ((7 * x + 13 * y) % 11) * 3);
  const within = (is: typeof bars) => changed(noisy, (value, x, y) => (is(x, y) ? 0 : value));
  const paper = await drawn((x, y) => (Math.hypot(x - 320, y - 180) < 120 ? 90 : 240));
  expect((await quality(noisy)).border).toBe(0);
  expect((await quality(paper)).border).toBe(0);
  expect((await quality(await within(bars))).border).toBeCloseTo(80 / HEIGHT, 2);
  expect((await quality(await within(frame))).border).toBeCloseTo(1 - (600 * 320) / (WIDTH * HEIGHT), 2);
});

it('measures a flat picture and a tiny one without a fault', async () => {
  for (const size of [1, 8, 40]) {
    const flat = await sharp({ create: { width: size, height: size, channels: 3, background: '#777' } })
      .png()
      .toBuffer();
    const { banding, ringing, upscaling, seamStrength } = await quality(flat);
    expect([banding, ringing]).toEqual([0, 0]);
    expect(Number.isFinite(upscaling)).toBe(true);
    expect(upscaling).toBeLessThan(6);
    expect(seamStrength).toBe(0);
  }
});
