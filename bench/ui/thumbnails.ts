/**
 * How many thumbnails a second the program makes over its web host, beside sharp alone on the same files, in turn. Who asks
 * is in the same process, and must take next to nothing of its thread: `fetch` took a third of it, and sharp alone is asked
 * by nobody.
 */
import { Agent, get, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pictureSignature } from '@shared/web-session.js';
import { enter } from '@testing/enter.js';
import sharp from 'sharp';
import type { RunningServer } from '../../electron/server/index.js';

/** As many as a browser asks one host for at once. */
const AT_ONCE = 6;
const WIDTH = 320;
/** Files that one of the two makes before the other has its turn. */
const BATCH = 40;

export interface ThumbnailRate {
  /** Thumbnails a second. */
  readonly rate: number;
  /** Milliseconds of processor time of the whole process for one. */
  readonly work: number;
}
const CONTENDERS = ['program', 'sharp'] as const;
export type ThumbnailFigures = Readonly<Record<(typeof CONTENDERS)[number], ThumbnailRate>>;

export interface PictureFile {
  readonly sha256: string;
  /** Absolute. */
  readonly file: string;
}

/** `into`: a folder for what sharp alone makes. The first batch is none of the figures: both begin with what they load once. */
export async function thumbnailRates(
  server: RunningServer,
  pictures: readonly PictureFile[],
  into: string,
): Promise<ThumbnailFigures> {
  const { socket, pictureKey } = await enter(server.invite());
  const { origin } = new URL(server.address);
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const answered = (address: string) =>
    new Promise<IncomingMessage>((resolve, reject) => {
      get(address, { agent }, resolve).on('error', reject);
    });
  const make = {
    program: async ({ sha256 }: PictureFile) => {
      const signature = pictureSignature(pictureKey, sha256, WIDTH);
      const answer = await answered(`${origin}/asset/${sha256}?w=${WIDTH}&signature=${signature}`);
      const bytes = await buffer(answer);
      if (answer.statusCode !== 200) throw new Error(`no thumbnail: ${answer.statusCode} ${bytes}`);
    },
    sharp: async ({ sha256, file }: PictureFile) => {
      const small = sharp(file).resize({ width: WIDTH }).webp({ quality: 82, effort: 2 });
      await small.toFile(join(into, `${sha256}.webp`));
    },
  };
  const took = { program: { seconds: 0, work: 0 }, sharp: { seconds: 0, work: 0 } };
  for (let at = 0, turn = 0; at < pictures.length; at += BATCH, turn++) {
    const batch = pictures.slice(at, at + BATCH);
    // Whoever is first reads the files from the disk.
    for (const name of turn % 2 === 0 ? CONTENDERS : CONTENDERS.toReversed()) {
      const started = performance.now();
      const before = process.cpuUsage();
      await atOnce(batch, make[name]);
      const { user, system } = process.cpuUsage(before);
      if (turn === 0) continue;
      took[name].seconds += (performance.now() - started) / 1000;
      took[name].work += (user + system) / 1000;
    }
  }
  agent.destroy();
  socket.close();
  const rated = pictures.length - BATCH;
  const of = ({ seconds, work }: (typeof took)['program']) => ({ rate: rated / seconds, work: work / rated });
  return { program: of(took.program), sharp: of(took.sharp) };
}

async function atOnce<T>(all: readonly T[], make: (one: T) => Promise<void>): Promise<void> {
  const left = [...all];
  const worker = async () => {
    for (let next = left.shift(); next; next = left.shift()) await make(next);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
