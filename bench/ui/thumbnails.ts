/** How many thumbnails a second the program makes over its web host, beside sharp alone on the same files, in turn. */
import { join } from 'node:path';
import { pictureSignature } from '@shared/web-session.js';
import { enter } from '@testing/enter.js';
import sharp from 'sharp';
import type { RunningServer } from '../../electron/server/index.js';

/** As many as a browser asks one host for at once. */
const AT_ONCE = 6;
const WIDTH = 320;
/** Files that one of the two makes before the other has its turn. */
const BATCH = 40;

export interface ThumbnailFigures {
  /** Thumbnails a second. */
  readonly program: number;
  readonly sharp: number;
}

export interface PictureFile {
  readonly sha256: string;
  /** Absolute. */
  readonly file: string;
}

/** `into`: a folder for what sharp alone makes. */
export async function thumbnailRates(
  server: RunningServer,
  pictures: readonly PictureFile[],
  into: string,
): Promise<ThumbnailFigures> {
  const { socket, pictureKey } = await enter(server.invite());
  const { origin } = new URL(server.address);
  const byProgram = async ({ sha256 }: PictureFile) => {
    const signature = pictureSignature(pictureKey, sha256, WIDTH);
    const answer = await fetch(`${origin}/asset/${sha256}?w=${WIDTH}&signature=${signature}`);
    if (!answer.ok) throw new Error(`no thumbnail: ${answer.status} ${await answer.text()}`);
    await answer.arrayBuffer();
  };
  const bySharp = async ({ sha256, file }: PictureFile) => {
    const small = sharp(file).resize({ width: WIDTH }).webp({ quality: 82, effort: 2 });
    await small.toFile(join(into, `${sha256}.webp`));
  };
  const took = { program: 0, sharp: 0 };
  const contenders = [
    ['program', byProgram],
    ['sharp', bySharp],
  ] as const;
  for (let at = 0, turn = 0; at < pictures.length; at += BATCH, turn++) {
    const batch = pictures.slice(at, at + BATCH);
    // Whoever is first reads the files from the disk.
    for (const [name, make] of turn % 2 === 0 ? contenders : contenders.toReversed()) {
      const started = performance.now();
      await atOnce(batch, make);
      took[name] += (performance.now() - started) / 1000;
    }
  }
  socket.close();
  return { program: pictures.length / took.program, sharp: pictures.length / took.sharp };
}

async function atOnce<T>(all: readonly T[], make: (one: T) => Promise<void>): Promise<void> {
  const left = [...all];
  const worker = async () => {
    for (let next = left.shift(); next; next = left.shift()) await make(next);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
