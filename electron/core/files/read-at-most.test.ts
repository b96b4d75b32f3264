import { execFileSync } from 'node:child_process';
import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '@testing/folder.js';
import { expect, it } from 'vitest';
import { readAtMost } from './index.js';

it('reads a file up to a size, also over a link, and says why it does not', async () => {
  const folder = await temporaryFolder();
  const file = join(folder, 'file');
  await writeFile(file, 'x'.repeat(100));
  await symlink(file, join(folder, 'link'));
  for (const path of [file, join(folder, 'link')])
    expect(await readAtMost(path, 100)).toEqual({ bytes: Buffer.from('x'.repeat(100)) });
  expect(await readAtMost(file, 99)).toEqual({ refused: 'too large' });
  expect(await readAtMost(folder, 99)).toEqual({ refused: 'no file' });
  expect(await readAtMost(join(folder, 'none'), 99)).toEqual({ refused: 'missing' });
});

it.runIf(process.platform === 'linux')(
  'reads no device and waits for no pipe, however they are named',
  async () => {
    const folder = await temporaryFolder();
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    await symlink('/dev/zero', join(folder, 'link'));
    for (const path of ['/dev/zero', join(folder, 'pipe'), join(folder, 'link')])
      expect(await readAtMost(path, 99), path).toEqual({ refused: 'no file' });
    // Files of the system that say no size are read to their end, and no further than asked.
    expect(await readAtMost('/proc/self/status', 99)).toEqual({ refused: 'too large' });
  },
);
