/** Pictures of every format with bytes changed, cut, doubled and swapped: each shows, or says why not, on its own frame. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Random, seededRandom } from '@models/storybook/world/index.js';
import sharp from 'sharp';
import { type Kind, unless } from './kind.js';

const FORMATS = ['png', 'jpeg', 'webp', 'gif', 'tiff', 'avif'] as const;

const drawn = (): Promise<Buffer>[] => {
  const svg = Buffer.from(
    '<svg width="96" height="54"><rect width="96" height="54" fill="#357"/><circle cx="40" cy="30" r="18" fill="#fc8"/></svg>',
  );
  return FORMATS.map((format) => sharp(svg).toFormat(format).toBuffer());
};

function change(bytes: Buffer, random: Random): Buffer {
  const at = () => Math.floor(random() * bytes.length);
  const next = Buffer.from(bytes);
  switch (Math.floor(random() * 5)) {
    case 0:
      return next.subarray(0, at());
    case 1:
      for (let n = 0; n < 8; n++) next[at()] = Math.floor(random() * 256);
      return next;
    case 2:
      next.writeUInt32BE(0xffffffff, Math.max(0, Math.min(at(), next.length - 4)));
      return next;
    case 3:
      return Buffer.concat([next.subarray(0, at()), next]);
    default: {
      const from = at();
      next.copyWithin(at(), from, from + 64);
      return next;
    }
  }
}

const COUNT = { full: 1000, small: 24 };
const countOf = (full: boolean): number => (full ? COUNT.full : COUNT.small);

export const mutated: Kind = {
  name: 'mutated pictures of six formats',
  looks: true,
  opened: 30,
  seconds: 180,
  mebibytes: 700,
  async make(folder, full) {
    const random = seededRandom(9);
    const bases = await Promise.all(drawn());
    for (let at = 0; at < countOf(full); at++) {
      const base = bases[at % bases.length] as Buffer;
      const name = `shot_${String(at + 1).padStart(4, '0')}.${FORMATS[at % FORMATS.length]}`;
      await writeFile(join(folder, name), change(base, random));
    }
    return folder;
  },
  wrong({ error, shots, shown, unreadable }, full) {
    const failed = Object.values(unreadable);
    return (
      unless(error === null && shots === countOf(full), `${shots} shots: ${error}`) ??
      unless(shown + failed.length === shots, `${shown} shown and ${failed.length} said of ${shots}`) ??
      unless(failed.length > 0 && shown > 0, 'not both kinds were among them') ??
      unless(
        failed.every((why) => why.length > 10),
        'a frame does not say why',
      )
    );
  },
};
