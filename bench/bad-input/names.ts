/** Names that a file can have. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { plainPng } from '@testing/pictures.js';
import { type Kind, unless } from './kind.js';

const NAMES = [
  'a\nnewline.png',
  'tab\tand \u001b[31mred.png',
  '🎬 emoji 👩‍🎨.png',
  'אבג right to left \u202egnp.png',
  `${'x'.repeat(251)}.png`,
  ' blank at both ends .png',
  '--flag=1.png',
  '"quotes\' `and` $(id).png',
  '<img src=x onerror=alert(1)>.png',
  'per%cent%2f..%00.png',
  'e\u0301 and \u00e9.png',
  'UPPER.PNG',
];

/** Latin-1, as of an old disk: no UTF-8. */
const NOT_UTF8 = Buffer.from([0x62, 0xe4, 0x72, 0x2e, 0x70, 0x6e, 0x67]);

export const names: Kind = {
  name: 'names of files',
  looks: true,
  opened: 5,
  seconds: 10,
  mebibytes: 500,
  async make(folder) {
    const png = await plainPng();
    for (const name of NAMES) await writeFile(join(folder, name), png);
    await writeFile(Buffer.concat([Buffer.from(`${folder}/`), NOT_UTF8]), png);
    return folder;
  },
  wrong({ error, shown, skipped, unreadable }) {
    return (
      unless(
        error === null && shown === NAMES.length,
        `${shown} shown: ${error}; ${JSON.stringify(unreadable)}`,
      ) ??
      unless(
        skipped.some(({ reason }) => reason.includes('rename')),
        `the name that is no UTF-8 is not said: ${JSON.stringify(skipped)}`,
      )
    );
  },
};
