import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HdPicture, hdPicture, layOut } from './pixels.js';

const preparation = { size: 32, resize: 'hd', tiles: 4, mean: [0, 0, 0], std: [1, 1, 1] } as const;
const { size, tiles } = preparation;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'continuist-hd-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Red, green, blue and black quarters: top left, top right, bottom left, bottom right. */
async function quarters(width: number, height: number): Promise<string> {
  const part = async (left: number, top: number, background: string) => ({
    input: await sharp({
      create: { width: width - left, height: height - top, channels: 3, background },
    })
      .png()
      .toBuffer(),
    left,
    top,
  });
  const [x, y] = [Math.floor(width / 2), Math.floor(height / 2)];
  const file = join(folder, `${width}x${height}.png`);
  await sharp({ create: { width, height, channels: 3, background: '#ff0000' } })
    .composite([await part(x, 0, '#00ff00'), await part(0, y, '#0000ff'), await part(x, y, '#000000')])
    .png()
    .toFile(file);
  return file;
}

/** What the tiles show at a point of the grid, as bytes. */
function at({ pixels, width }: HdPicture, x: number, y: number): number[] {
  const tile = 1 + Math.floor(y / size) * (width / size) + Math.floor(x / size);
  const inside = (y % size) * size + (x % size);
  return [0, 1, 2].map((channel) =>
    Math.round(255 * (pixels[(tile * 3 + channel) * size * size + inside] ?? -1)),
  );
}

describe('the picture on its grid', () => {
  it('keeps its proportions, its longer side fills the grid, and no more tiles are used than there are', () => {
    expect(layOut(1920, 1080, { size: 336, tiles: 4 })).toEqual({
      width: 672,
      height: 378,
      columns: 2,
      rows: 2,
    });
    expect(layOut(1080, 1920, { size: 336, tiles: 4 })).toEqual({
      width: 378,
      height: 672,
      columns: 2,
      rows: 2,
    });
    expect(layOut(2390, 1000, { size: 336, tiles: 4 })).toEqual({
      width: 672,
      height: 281,
      columns: 2,
      rows: 1,
    });
    expect(layOut(1000, 3100, { size: 336, tiles: 4 })).toEqual({
      width: 325,
      height: 1008,
      columns: 1,
      rows: 3,
    });
    expect(layOut(1920, 1080, { size: 336, tiles: 16 })).toMatchObject({ columns: 5, rows: 3 });
    for (let width = 1; width < 4000; width = Math.ceil(width * 1.7))
      for (let height = 1; height < 4000; height = Math.ceil(height * 1.6)) {
        const found = layOut(width, height, preparation);
        expect(found.columns * found.rows).toBeLessThanOrEqual(tiles);
        expect(found.width).toBeLessThanOrEqual(found.columns * size);
        expect(found.height).toBeLessThanOrEqual(found.rows * size);
        expect(Math.min(found.width, found.height)).toBeGreaterThan(0);
      }
  });

  it('is seen whole, to its last corner, whatever its shape', async () => {
    for (const [width, height] of [
      [192, 108],
      [108, 192],
      [239, 100],
      [90, 290],
      [400, 100],
      [80, 80],
      [20, 11],
    ] as const) {
      const picture = await hdPicture(await quarters(width, height), preparation);
      const on = layOut(width, height, preparation);
      const left = Math.floor((picture.width - on.width) / 2);
      const top = Math.floor((picture.height - on.height) / 2);
      const [right, bottom] = [left + on.width - 1, top + on.height - 1];
      const name = `${width} × ${height}`;
      expect([at(picture, left, top), at(picture, right, top)], name).toEqual([
        [255, 0, 0],
        [0, 255, 0],
      ]);
      expect([at(picture, left, bottom), at(picture, right, bottom)], name).toEqual([
        [0, 0, 255],
        [0, 0, 0],
      ]);
      if (top > 0)
        expect([at(picture, left, top - 1), at(picture, left, 0)]).toEqual(Array(2).fill([255, 255, 255]));
      if (left > 0) expect(at(picture, left - 1, top)).toEqual([255, 255, 255]);
      expect(picture.pixels.length).toBe((1 + tiles) * 3 * size * size);
    }
  });

  it('may be a region, grey, transparent, or one line', async () => {
    const file = await quarters(192, 108);
    const part = await hdPicture(file, preparation, { x: 0.5, y: 0, width: 0.5, height: 0.5 });
    expect(at(part, 20, 32)).toEqual([0, 255, 0]);
    const grey = join(folder, 'grey.png');
    await sharp(file).greyscale().toColourspace('b-w').png().toFile(grey);
    const shown = at(await hdPicture(grey, preparation), 60, 45);
    expect(shown).toEqual([0, 0, 0]);
    const clear = join(folder, 'clear.png');
    const nothing = { r: 0, g: 0, b: 0, alpha: 0 };
    await sharp({ create: { width: 9, height: 9, channels: 4, background: nothing } })
      .png()
      .toFile(clear);
    expect(at(await hdPicture(clear, preparation), 5, 5)).toEqual([128, 128, 128]);
    const line = join(folder, 'line.png');
    await sharp({ create: { width: 4000, height: 1, channels: 3, background: '#102030' } })
      .png()
      .toFile(line);
    expect(at(await hdPicture(line, preparation), 70, 15)).toEqual([16, 32, 48]);
    await expect(hdPicture(join(folder, 'none.png'), preparation)).rejects.toMatchObject({
      code: 'IMAGE_UNREADABLE',
    });
  });
});
