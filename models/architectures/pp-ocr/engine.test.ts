/** The published networks on words drawn into the sample's frames: what they read is known. */
import { copyFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lettersIn, lettersWrong } from '@shared/letters.js';
import { temporaryFolder } from '@testing/folder.js';
import { type Lettering, lettered } from '@testing/lettering.js';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EYES, type EyeEntry, modelFolder } from '../../library/index.js';
import { PpOcrEngine } from './engine.js';

const modelsFolder = fileURLToPath(new URL('../..', import.meta.url));
const frames = fileURLToPath(new URL('../../../examples/lantern/keyframes', import.meta.url));
const entry = EYES.find(({ id }) => id === 'pp-ocr') as EyeEntry;

const sign = (text: string, how: Partial<Lettering> = {}): Lettering => ({
  text,
  x: 0.5,
  y: 0.4,
  size: 40,
  turned: 0,
  colour: '#201810',
  board: '#f2e8cc',
  style: '700-normal',
  ...how,
});

describe('PP-OCR', () => {
  let engine: PpOcrEngine;
  let pictures: string[];
  const read = async (picture: Buffer) => {
    const file = join(await temporaryFolder(), 'picture.png');
    await writeFile(file, picture);
    return engine.read(file);
  };
  beforeAll(async () => {
    engine = await PpOcrEngine.load(modelFolder(entry, { modelsFolder, downloadsFolder: null }), {
      threads: 1,
    });
    pictures = (await readdir(frames))
      .filter((name) => name.endsWith('.webp'))
      .map((name) => join(frames, name));
  });
  afterAll(() => engine.close());

  it('reads signs large and small, upright and turned, dark on light and light on dark', async () => {
    const signs = [
      sign('HOTEL', { size: 56 }),
      sign('Bakery & Sons', { turned: -9, style: '400-normal' }),
      sign('NO ENTRY', { colour: '#ffffff', board: '#a01818' }),
      sign('Museum of Clocks', { size: 22, style: '400-italic' }),
      sign('Platform 7', { turned: 12, board: '#203050', colour: '#f0e060' }),
      sign('stock photos', { board: null, colour: '#ffffff', size: 16, y: 0.9, style: '400-normal' }),
    ];
    let wrong = 0;
    let letters = 0;
    for (const [i, one] of signs.entries()) {
      const found = await read(await lettered(pictures[i] ?? '', [one]));
      const text = found.map((line) => line.text).join(' ');
      wrong += lettersWrong(one.text, text);
      letters += lettersIn(one.text).length;
    }
    expect(wrong / letters).toBeLessThan(0.05);
  });

  it('says where each line is, from top to bottom', async () => {
    const words = [sign('NORTH', { x: 0.3, y: 0.2 }), sign('SOUTH', { x: 0.7, y: 0.75 })];
    const found = await read(await lettered(pictures[0] ?? '', words));
    expect(found.map(({ text }) => text)).toEqual(['NORTH', 'SOUTH']);
    for (const [i, { region }] of found.entries()) {
      expect(region.x + region.width / 2).toBeCloseTo(words[i]?.x ?? 0, 1);
      expect(region.y + region.height / 2).toBeCloseTo(words[i]?.y ?? 0, 1);
    }
  });

  it('reads what runs from top to bottom, and very small pictures', async () => {
    const [line] = await read(
      await lettered(pictures[1] ?? '', [sign('LANTERN', { turned: 90, y: 0.5, size: 30 })]),
    );
    expect(line?.text).toBe('LANTERN');
    const tiny = await sharp({ create: { width: 3, height: 2, channels: 3, background: '#808080' } })
      .png()
      .toBuffer();
    expect(await read(tiny)).toEqual([]);
  });

  it('does without the network that reads lines until a line is found, and asks for it anew where it was not there', async () => {
    const folder = await temporaryFolder();
    const own = modelFolder(entry, { modelsFolder, downloadsFolder: null });
    for (const name of (await readdir(own)).filter((file) => !file.includes('_rec_')))
      await copyFile(join(own, name), join(folder, name));
    const blind = await PpOcrEngine.load(folder, { threads: 1 });
    const blank = join(folder, 'blank.png');
    const create = { width: 320, height: 180, channels: 3, background: '#808080' } as const;
    await sharp({ create }).png().toFile(blank);
    expect(await blind.read(blank)).toEqual([]);
    const lines = join(folder, 'lines.png');
    await writeFile(lines, await lettered(pictures[0] ?? '', [sign('HOTEL', { size: 56 })]));
    await expect(blind.read(lines)).rejects.toThrow(/_rec_/);
    for (const name of (await readdir(own)).filter((file) => file.includes('_rec_')))
      await copyFile(join(own, name), join(folder, name));
    expect((await blind.read(lines)).map(({ text }) => text)).toEqual(['HOTEL']);
    await blind.close();
  });

  it('sees no writing in frames that have none', async () => {
    for (const file of pictures.slice(0, 6)) {
      const found = (await engine.read(file)).map(({ text }) => text);
      // A curl may pass for a letter.
      expect(
        found.filter((text) => lettersIn(text).length > 1),
        file,
      ).toEqual([]);
    }
  });
});
