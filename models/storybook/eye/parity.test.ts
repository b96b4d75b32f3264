/** The TypeScript path against PyTorch, on a picture that any language can draw (train/export_eye.py). */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KINDS } from '../world/scene.js';
import { MAP } from './decode.js';
import { StorybookEye } from './storybook-eye.js';

interface Fixture {
  readonly kinds: {
    readonly kind: string;
    readonly at: number;
    readonly heat: number;
    readonly sides: number[];
  }[];
  readonly boxes: [number, number, number, number][];
  readonly vectors: number[][];
}

const SIDE = 128;
const PLACES = MAP * MAP;
const files = fileURLToPath(new URL('../files/eye', import.meta.url));
let fixture: Fixture;
let folder = '';
let picture = '';
let eye: StorybookEye;

beforeAll(async () => {
  const stored = await readFile(new URL('../test/fixture/eye.json', import.meta.url), 'utf8');
  fixture = JSON.parse(stored) as Fixture;
  folder = await mkdtemp(join(tmpdir(), 'continuist-eye-'));
  picture = join(folder, 'picture.png');
  const data = Buffer.alloc(SIDE * SIDE * 3);
  for (let y = 0; y < SIDE; y++)
    for (let x = 0; x < SIDE; x++)
      for (let c = 0; c < 3; c++)
        data[(y * SIDE + x) * 3 + c] = (7 * x + 13 * y + 89 * c + Math.floor((x * y) / 4)) % 256;
  await sharp(data, { raw: { width: SIDE, height: SIDE, channels: 3 } })
    .png()
    .toFile(picture);
  eye = await StorybookEye.load(files);
});

afterAll(async () => {
  await eye?.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the eye of the drawn world', () => {
  it('makes of a picture what PyTorch makes of it', async () => {
    const { heat, sides } = await eye.look(picture);
    for (const [k, one] of fixture.kinds.entries()) {
      expect(one.kind).toBe(KINDS[k]);
      expect(heat[k * PLACES + one.at]).toBeCloseTo(one.heat, 3);
      for (const [side, reach] of one.sides.entries())
        expect(sides[(k * 4 + side) * PLACES + one.at]).toBeCloseTo(reach, 3);
    }
  });

  it('gives a box the vector that PyTorch gives it, of length 1', async () => {
    const regions = fixture.boxes.map(([x, y, width, height]) => ({ x, y, width, height }));
    const vectors = await eye.identify(picture, regions);
    for (const [i, vector] of vectors.entries()) {
      expect(Math.hypot(...vector)).toBeCloseTo(1, 4);
      for (const [at, value] of vector.entries()) expect(value).toBeCloseTo(fixture.vectors[i]?.[at] ?? 0, 3);
    }
    expect(await eye.identify(picture, [])).toEqual([]);
  });

  it('says nothing of a picture that is not of its world', async () => {
    expect(await eye.detect(picture, ['girl', 'dog'])).toEqual({ detections: [], unknown: ['girl', 'dog'] });
  });

  it('refuses a file that is no picture', async () => {
    await expect(eye.detect(join(files, 'eye.json'), ['girl'])).rejects.toMatchObject({
      code: 'IMAGE_UNREADABLE',
    });
  });
});
