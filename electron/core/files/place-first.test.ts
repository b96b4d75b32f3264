import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith } from '@testing/folder.js';
import { expect, it } from 'vitest';
import { placeFirst } from './index.js';

it('puts a file where there is none, and leaves one that is there', async () => {
  const folder = await folderWith({ first: 'first', second: 'second' });
  const file = join(folder, 'file');
  for (const part of ['first', 'second']) placeFirst(join(folder, part), file);
  expect(readFileSync(file, 'utf8')).toBe('first');
});

it('says what it cannot put there', async () => {
  const folder = await folderWith({});
  expect(() => placeFirst(join(folder, 'gone'), join(folder, 'file'))).toThrow(
    expect.objectContaining({ code: 'ENOENT', syscall: 'rename' }),
  );
});
