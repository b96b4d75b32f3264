/** A shots file with more shots than anybody can look at. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Kind, unless } from './kind.js';

const COUNT = { full: 1_000_000, small: 300 };

export const manyShots: Kind = {
  name: 'a million shots',
  looks: false,
  opened: 30,
  seconds: 30,
  mebibytes: 1500,
  async make(folder, full) {
    const shots = Array.from({ length: full ? COUNT.full : COUNT.small }, (_, at) => ({
      shotId: at + 1,
      description: `a girl in a red coat walks over bridge ${at + 1}`,
    }));
    const file = join(folder, 'shots.json');
    await writeFile(file, JSON.stringify({ shots }));
    return file;
  },
  wrong({ error, shots }, full) {
    return full
      ? unless(error?.includes('more than') === true, `it says ${error}`)
      : unless(error === null && shots === COUNT.small, `${shots} shots: ${error}`);
  },
};
