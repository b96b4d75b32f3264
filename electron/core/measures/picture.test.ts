import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '@testing/folder.js';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { isUnreadable, openPicture, pictureHeader, readPicture } from './picture.js';

it('what a decoder says of a file names no folder: it is kept, and leaves with the feedback', async () => {
  const folder = join(await temporaryFolder(), '');
  const picture = { create: { width: 300, height: 200, channels: 3, background: '#102030' } } as const;
  const whole = await sharp(picture).avif().toBuffer();
  const said: string[] = [];
  for (let at = 0; at < 60; at++) {
    const bytes = Buffer.from(whole);
    bytes[(at * 7919) % Math.min(400, bytes.length)] = (at * 31) % 256;
    const file = join(folder, `${at}.avif`);
    await writeFile(file, bytes);
    const read = await readPicture(file, 100);
    if (isUnreadable(read)) said.push(read.unreadable);
  }
  // Some of its words name the file, which is what this is about.
  expect(said.some((words) => words.includes('.avif'))).toBe(true);
  for (const words of said) expect(words).not.toContain(folder);
});

it.each(['png', 'jpeg', 'webp'] as const)('a %s that is replaced is read as it is now', async (format) => {
  const file = join(await temporaryFolder(), `picture.${format}`);
  const save = async (grey: number, side: number) => {
    const background = { r: grey, g: grey, b: grey };
    const picture = sharp({ create: { width: side, height: side, channels: 3, background } });
    await writeFile(file, await picture.toFormat(format, { quality: 100 }).toBuffer());
  };
  const read = async () => {
    const header = await pictureHeader(file);
    const picture = await readPicture(file, 100);
    if (isUnreadable(header) || isUnreadable(picture)) throw new Error('the picture was not read');
    const { channels } = await openPicture(file).stats();
    return [header.width, picture.working.data[0], channels[0]?.mean].map((value) => Math.round(value ?? -1));
  };
  await save(40, 60);
  expect(await read()).toEqual([60, 40, 40]);
  await save(200, 80);
  expect(await read()).toEqual([80, 200, 200]);
});
