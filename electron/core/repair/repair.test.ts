import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readTexts } from '@core/metadata/containers/index.js';
import { coverage } from '@shared/mask/index.js';
import type { Mask } from '@shared/records/index.js';
import fc from 'fast-check';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { proofOf, repaired } from './index.js';
import { pixelsOf } from './pixels.js';
import { maskPixels } from './raster.js';

const SIZE = { width: 48, height: 32 };
const unit = fc.double({ min: 0, max: 1, noNaN: true });
const shapes = fc.oneof(
  fc.record({
    kind: fc.constant('box' as const),
    region: fc.record({ x: unit, y: unit, width: unit, height: unit }),
  }),
  fc.record({
    kind: fc.constantFrom('brush' as const, 'eraser' as const),
    size: fc.double({ min: 0.02, max: 0.6, noNaN: true }),
    points: fc.array(fc.tuple(unit, unit), { minLength: 1, maxLength: 5 }),
  }),
);
const masks: fc.Arbitrary<Mask> = fc.record({
  shapes: fc.array(shapes, { minLength: 1, maxLength: 5 }),
  feather: fc.constantFrom(0, 0, 0.05, 0.2),
});

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'continuist-repair-'));
});
afterAll(() => rm(folder, { recursive: true }));

const noise = (seed: number, { width, height } = SIZE, channels: 3 | 4 = 3) =>
  sharp(
    Buffer.from(
      Array.from(
        { length: width * height * channels },
        (_, i) => (Math.imul(i + 1, seed * 2 + 2654435761) >>> 13) & 255,
      ),
    ),
    { raw: { width, height, channels } },
  );

async function file(name: string, picture: Sharp): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, await picture.png().toBuffer());
  return path;
}

const MIDDLE: Mask = {
  shapes: [{ kind: 'box', region: { x: 0.25, y: 0.25, width: 0.5, height: 0.5 } }],
  feather: 0,
};

describe('a picture of which a part was made anew', () => {
  it('has the old pixels wherever the mask leaves it alone, and the new ones where it is whole', async () => {
    const old = await file('old.png', noise(1));
    const made = await noise(2).png().toBuffer();
    const [before, after] = [await pixelsOf(old), await pixelsOf(made)];
    await fc.assert(
      fc.asyncProperty(masks, async (mask) => {
        const { bytes } = await repaired(old, made, mask);
        const share = await maskPixels(mask, SIZE);
        const { data } = await pixelsOf(bytes);
        const wrong = [...data.entries()].find(([at, now]) => {
          const [was, is, part] = [before.data[at] ?? 0, after.data[at] ?? 0, share[at >> 2]];
          if (part === 0) return now !== was;
          if (part === 255) return now !== is;
          return now < Math.min(was, is) || now > Math.max(was, is);
        });
        expect(wrong).toBeUndefined();
      }),
      { numRuns: 200 },
    );
  });

  it('says how much outside was changed and put back, and the proof counts what is on the disk', async () => {
    const old = await file('old.png', noise(1));
    const made = await noise(2).png().toBuffer();
    const { bytes, putBack, scaledFrom } = await repaired(old, made, MIDDLE);
    expect(putBack).toBeGreaterThan(0.7);
    expect(scaledFrom).toBeNull();
    const kept = join(folder, 'kept.png');
    await writeFile(kept, bytes);
    const outside = SIZE.width * SIZE.height - 24 * 16;
    expect(await proofOf(old, kept, MIDDLE)).toEqual({ outside, differing: 0 });
    const untouched = await file('untouched.png', noise(2));
    const { differing } = await proofOf(old, untouched, MIDDLE);
    expect(differing).toBe(Math.round(putBack * outside));
    expect((await repaired(old, await sharp(old).png().toBuffer(), MIDDLE)).putBack).toBe(0);
  });

  it('is as large as the old one, whatever size it was made in', async () => {
    const old = await file('old.png', noise(1));
    const made = await noise(2, { width: 96, height: 64 }).png().toBuffer();
    const { bytes, scaledFrom } = await repaired(old, made, MIDDLE);
    expect(scaledFrom).toBe('96×64');
    expect(await sharp(bytes).metadata()).toMatchObject({ ...SIZE, format: 'png', channels: 3 });
    const larger = await file('larger.png', noise(1, { width: 96, height: 64 }));
    expect(await proofOf(old, larger, MIDDLE)).toEqual({ outside: 1152, differing: 1152 });
    for (const size of [
      { width: 96, height: 32 },
      { width: 48, height: 64 },
    ]) {
      const stretched = await noise(2, size).png().toBuffer();
      expect((await repaired(old, stretched, MIDDLE)).scaledFrom).toBe(`${size.width}×${size.height}`);
      const { differing } = await proofOf(old, await file('other.png', noise(1, size)), MIDDLE);
      expect(differing).toBe(1152);
    }
  });

  it('keeps transparency outside the mask', async () => {
    const old = await file('clear.png', noise(3, SIZE, 4));
    const { bytes } = await repaired(old, await noise(2).png().toBuffer(), MIDDLE);
    const [before, after] = [await pixelsOf(old), await pixelsOf(bytes)];
    expect(after.data.subarray(0, SIZE.width * 4)).toEqual(before.data.subarray(0, SIZE.width * 4));
  });

  it('keeps the graph and the other texts of the picture that was made', async () => {
    const old = await file('old.png', noise(1));
    const made = withText(await noise(2).png().toBuffer(), 'prompt\0{"3": {}}');
    const path = join(folder, 'texts.png');
    await writeFile(path, (await repaired(old, made, MIDDLE)).bytes);
    expect(await readTexts(path)).toMatchObject([{ where: 'png', name: 'prompt', text: '{"3": {}}' }]);
    expect((await pixelsOf(path)).width).toBe(SIZE.width);
  });
});

/** A text chunk before all others, with the checksum that PNG asks for. */
function withText(png: Buffer, text: string): Buffer {
  const body = Buffer.from(`tEXt${text}`, 'latin1');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length - 4);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([png.subarray(0, 33), length, body, sum, png.subarray(33)]);
}

/** ISO 3309, as PNG uses it. */
function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

it('covers in pixels what its shapes say, to what an edge is', async () => {
  await fc.assert(
    fc.asyncProperty(masks, async ({ shapes }) => {
      const size = { width: 96, height: 64 };
      const share = await maskPixels({ shapes, feather: 0 }, size);
      const drawn = share.reduce((sum, part) => sum + part, 0) / 255 / share.length;
      expect(Math.abs(drawn - coverage({ shapes }, size))).toBeLessThan(0.03);
    }),
    { numRuns: 200 },
  );
});
