/** A folder with far more files in it than a storyboard has. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Kind, unless } from './kind.js';

export const manyFiles: Kind = {
  name: '100,000 files in a folder',
  looks: false,
  opened: 10,
  seconds: 10,
  mebibytes: 500,
  async make(folder, full) {
    const inside = join(folder, 'files');
    await mkdir(inside);
    for (let at = 0; at < (full ? 100_001 : 200); at++) await writeFile(join(inside, `${at}.txt`), '');
    return inside;
  },
  wrong({ error }, full) {
    return unless(
      error?.includes(full ? 'more than 100000 files' : 'could not be opened') === true,
      `it says ${error}`,
    );
  },
};
