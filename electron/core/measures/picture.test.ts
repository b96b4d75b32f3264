import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '@testing/folder.js';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { isUnreadable, readPicture } from './picture.js';

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
