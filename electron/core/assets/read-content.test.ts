import { createHash } from 'node:crypto';
import { mkdir, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '@testing/folder.js';
import { expect, it } from 'vitest';
import { readContent } from './read-content.js';

const MEBIBYTE = 1024 * 1024;

it.each([
  ['nothing', 0, true],
  ['a small picture', 2000, true],
  ['as much as is read at once', 4 * MEBIBYTE, true],
  ['a byte more', 4 * MEBIBYTE + 1, false],
] as const)('hashes all of %s, and hands on what is small', async (_, size, isWhole) => {
  const file = join(await temporaryFolder(), 'a.png');
  await writeFile(file, 'first');
  await truncate(file, size);
  const bytes = Buffer.alloc(size);
  bytes.write('first');
  const content = await readContent(file);
  expect(content.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  expect(content.bytes?.equals(bytes) ?? null).toBe(isWhole ? true : null);
});

it('reads others in the place of those that are released, and of none that is not', async () => {
  const folder = await temporaryFolder();
  const read = async (name: string) => {
    await writeFile(join(folder, name), name.repeat(3));
    return readContent(join(folder, name));
  };
  const kept = await read('kept');
  const places = new Set<unknown>();
  for (let at = 0; at < 20; at++) {
    const content = await read(`${at}`);
    expect(String(content.bytes)).toBe(`${at}`.repeat(3));
    places.add(content.bytes?.buffer);
    content.release();
  }
  expect(places.size).toBeLessThanOrEqual(7);
  expect(String(kept.bytes)).toBe('keptkeptkept');
});

it('names what is no file, and says of one that is gone that it is', async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'a.png'));
  await expect(readContent(join(folder, 'a.png'))).rejects.toMatchObject({
    code: 'IMAGE_UNREADABLE',
    message: expect.stringContaining('a.png: it is a folder, not a file'),
    data: { file: 'a.png' },
  });
  await expect(readContent(join(folder, 'b.png'))).rejects.toMatchObject({ code: 'ENOENT' });
});
