/** The TypeScript path against PyTorch, on a tiny model of the published architecture (test/make_fixture.py). */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { floatsOf } from '../../runtime/testing/floats-of.js';
import { ON_PROCESSOR } from '../../runtime/testing/on-processor.js';
import { tinyEye } from '../../runtime/testing/tiny-eye.js';
import { Dinov2Engine } from './engine.js';

interface Fixture {
  readonly size: number;
  readonly pictures: {
    readonly file: string;
    /** Float32, little endian, [3, size, size]. */
    readonly pixels: string;
    /** Of length one. */
    readonly features: number[];
  }[];
}

const folder = fileURLToPath(new URL('test/fixture', import.meta.url));
const pictures = fileURLToPath(new URL('../llava-onevision/test/fixture', import.meta.url));
const fixture: Fixture = JSON.parse(await readFile(join(folder, 'parity.json'), 'utf8'));

const opened = (dtype: 'fp32' | 'q8') =>
  Dinov2Engine.load(folder, tinyEye('dinov2-small', fixture.size, dtype), ON_PROCESSOR);

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);

describe('DINOv2 with registers', () => {
  let exact: Dinov2Engine;
  let rounded: Dinov2Engine;
  beforeAll(async () => {
    exact = await opened('fp32');
    rounded = await opened('q8');
  });
  afterAll(async () => {
    await exact.close();
    await rounded.close();
  });

  it('prepares wide and tall pictures to the same pixels, whole and in their proportions', async () => {
    for (const { file, pixels } of fixture.pictures) {
      const expected = floatsOf(pixels);
      const found = await exact.prepare(join(pictures, file), null);
      const apart = found.reduce((sum, value, index) => sum + Math.abs(value - (expected[index] ?? 9)), 0);
      expect(found.length).toBe(expected.length);
      expect(apart / found.length, file).toBeLessThan(2e-2);
    }
  });

  it('sees the same in them', async () => {
    for (const { file, pixels, features } of fixture.pictures) {
      const found = await exact.features(floatsOf(pixels));
      const apart = found.map((value, index) => Math.abs(value - (features[index] ?? 9)));
      expect(found.length).toBe(features.length);
      expect(Math.max(...apart), file).toBeLessThan(1e-4);
    }
  });

  it('sees nearly the same with the 8-bit weights that are published', async () => {
    const [wide, tall] = fixture.pictures;
    if (!wide || !tall) throw new Error('two pictures are needed');
    const between = 1 - dot(wide.features, tall.features);
    // What rounding costs is small beside what two pictures differ by.
    for (const { pixels, features } of [wide, tall])
      expect(1 - dot(await rounded.features(floatsOf(pixels)), features)).toBeLessThan(between / 4);
  });

  it('sees a part as that part alone', async () => {
    const file = join(pictures, 'wide.png');
    const half = await exact.prepare(file, { x: 0, y: 0, width: 0.5, height: 1 });
    expect(half).not.toEqual(await exact.prepare(file, null));
    expect(dot(await exact.features(half), await exact.features(half))).toBeCloseTo(1, 5);
  });
});
