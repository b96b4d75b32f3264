import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FindingPicture, PictureSide } from '@shared/finding-picture.js';
import sharp from 'sharp';
import { afterAll, expect, it } from 'vitest';
import { findingJpeg } from './finding-jpeg.js';
import { aSide } from './testing/sides.js';

const folder = await mkdtemp(join(tmpdir(), 'continuist-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
const FILES = { a: join(folder, 'a.png'), b: join(folder, 'b.png') };
const WHOLE = { width: 640, height: 360, channels: 3 as const };
/** Red, with blue in its lower right quarter. */
await sharp({ create: { ...WHOLE, background: '#c00000' } })
  .composite([
    {
      input: { create: { width: 320, height: 180, channels: 3, background: '#0000c0' } },
      left: 320,
      top: 180,
    },
  ])
  .png()
  .toFile(FILES.a);
await sharp({ create: { ...WHOLE, background: '#00a000' } })
  .png()
  .toFile(FILES.b);

const fileOf = async (sha256: string) =>
  FILES[sha256 as keyof typeof FILES] ?? Promise.reject(new Error('gone'));
const side = (sha256: string, change: Partial<PictureSide> = {}) =>
  aSide({ takeId: sha256, sha256, width: 640, height: 360, isOwn: sha256 === 'b', ...change });
const drawn = async (sides: PictureSide[], magnified = false) => {
  const shown: FindingPicture = { sides, magnified };
  const picture = await findingJpeg(shown, fileOf);
  if (!picture) throw new Error('nothing is drawn');
  const { data, info } = await sharp(picture.jpeg).raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => [
    ...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3),
  ];
  return { ...picture, at };
};
/** JPEG moves colours by a little. */
const isNear = (seen: number[], wanted: number[]) =>
  seen.every((level, i) => Math.abs(level - (wanted[i] ?? 0)) < 24);

it('has what the frame is held against at the left and the frame at the right', async () => {
  const { width, height, at } = await drawn([side('a'), side('b')]);
  expect([width, height]).toEqual([488, 135]);
  expect(isNear(at(60, 30), [192, 0, 0])).toBe(true);
  expect(isNear(at(200, 110), [0, 0, 192])).toBe(true);
  expect(isNear(at(400, 60), [0, 160, 0])).toBe(true);
});

it('cuts to a region and marks it', async () => {
  const region = { x: 0.6, y: 0.6, width: 0.3, height: 0.3 };
  const { width, at } = await drawn([side('a', { region, marks: [{ region, label: '' }] })]);
  expect(width).toBe(240);
  // Only the blue quarter is left, with a light frame round the region.
  expect(isNear(at(120, 67), [0, 0, 192])).toBe(true);
  expect(isNear(at(10, 67), [192, 0, 0])).toBe(false);
  const across = Array.from({ length: 60 }, (_, x) => Math.min(...at(x, 67)));
  expect(Math.max(...across)).toBeGreaterThan(150);
});

/** Across the middle, seen from x = 0 to 1. */
const LINE = { from: { x: 0.25, y: 0.5 }, to: { x: 0.75, y: 0.5 }, label: '' };

it('draws lines as far as they go, whole or as a guide', async () => {
  const pale = (at: (x: number, y: number) => number[], row: number) =>
    Array.from({ length: 240 }, (_, x) => x).filter((x) => Math.min(...at(x, row)) > 130);
  const whole = pale((await drawn([side('b', { lines: [{ ...LINE, guide: false }] })])).at, 67);
  expect(Math.min(...whole)).toBeGreaterThanOrEqual(58);
  expect(Math.max(...whole)).toBeLessThanOrEqual(182);
  expect(whole.length).toBeGreaterThan(110);
  const guide = pale((await drawn([side('b', { lines: [{ ...LINE, guide: true }] })])).at, 67);
  expect(guide.length).toBeGreaterThan(40);
  expect(guide.length).toBeLessThan(90);
});

it('shows what lies at the very edge of a picture', async () => {
  const region = { x: 1, y: 1, width: 0, height: 0 };
  const { width, height } = await drawn([side('a', { region })]);
  expect([width, height]).toEqual([240, 135]);
});

it('is none where a picture is gone, or nothing is shown', async () => {
  expect(await findingJpeg({ sides: [side('c')], magnified: false }, fileOf)).toBeNull();
  expect(await findingJpeg({ sides: [], magnified: false }, fileOf)).toBeNull();
});
