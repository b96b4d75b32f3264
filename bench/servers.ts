/**
 * Whether throughput grows with servers: `npm run bench:servers`. Each server is simulated on this machine by
 * delays (prefill of a picture, one answer, a number of slots), so that the figure is of the pool that keeps
 * them busy and not of a model. Prints frames a second for 1, 2, 4 and 8 servers and their share of linear, and
 * the same with one of eight that is killed in the middle and one that is ten times slower.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadServerJudge } from '@models/server/index.js';
import { PretendServer } from '@testing/pretend-server.js';
import sharp from 'sharp';
import { table } from './statistics.js';

/** Milliseconds; chosen so that this machine's own work (pictures, HTTP) is small beside the simulated model. */
const PREFILL = 600;
const DECODE = 150;
const SLOTS = 2;
const CLAIMS = 4;
/** Frames for each server: enough that the start and the end weigh little. */
const FRAMES = 24;
const LEAST_SHARE = 0.9;

const questions = Array.from({ length: CLAIMS }, (_, at) => ({
  id: String(at),
  kind: 'entity' as const,
  text: `thing ${at}`,
}));

interface Trial {
  readonly servers: number;
  /** Of the last server. */
  readonly slower?: number;
  readonly killed?: boolean;
}

const folder = await mkdtemp(join(tmpdir(), 'continuist-bench-'));
/** Pictures differ, or the simulated servers would have them in their caches. */
async function frame(at: number): Promise<string> {
  const file = join(folder, `${at}.png`);
  const background = { r: at % 256, g: Math.floor(at / 256), b: 128 };
  await sharp({ create: { width: 64, height: 48, channels: 3, background } }).toFile(file);
  return file;
}

/** Frames a second. Throws when a frame is lost. */
async function throughput({ servers, slower = 1, killed = false }: Trial): Promise<number> {
  const all = await Promise.all(
    Array.from({ length: servers }, (_, at) => {
      const times = at === servers - 1 ? slower : 1;
      const options = {
        dialect: 'vllm',
        slots: SLOTS,
        prefill: PREFILL * times,
        decode: DECODE * times,
      } as const;
      return new PretendServer(options).start();
    }),
  );
  const settings = all.map(({ url }) => ({ url, model: 'pretend', inFlight: SLOTS }));
  const judge = await loadServerJudge({ servers: settings, key: '' });
  const files = await Promise.all(Array.from({ length: FRAMES * servers }, (_, at) => frame(at)));
  const waiting = files.values();
  const lane = async () => {
    for (const file of waiting) await judge.judge({ file, questions });
  };
  const started = performance.now();
  const lanes = Array.from({ length: judge.description.concurrency ?? 1 }, lane);
  if (killed) setTimeout(() => void all[0]?.kill(), 2_000);
  await Promise.all(lanes);
  const seconds = (performance.now() - started) / 1000;
  await judge.close();
  await Promise.all(all.map((server) => server.kill().catch(() => undefined)));
  return files.length / seconds;
}

try {
  const one = await throughput({ servers: 1 });
  const rows: string[][] = [['1', one.toFixed(2), '1.00', '1.00']];
  let atEight = 0;
  for (const servers of [2, 4, 8]) {
    const rate = await throughput({ servers });
    atEight = rate / one / servers;
    rows.push([String(servers), rate.toFixed(2), (rate / one).toFixed(2), atEight.toFixed(2)]);
  }
  const troubled: [string, Trial][] = [
    ['8, one killed after 2 s', { servers: 8, killed: true }],
    ['8, one ten times slower', { servers: 8, slower: 10 }],
  ];
  for (const [name, trial] of troubled) {
    const rate = await throughput(trial);
    rows.push([name, rate.toFixed(2), (rate / one).toFixed(2), (rate / one / 8).toFixed(2)]);
  }
  console.log(table(['servers', 'frames/s', 'times one', 'of linear'], rows));
  console.log(`\nAt eight servers ${atEight.toFixed(2)} of linear; the bar is ${LEAST_SHARE}.`);
  if (atEight < LEAST_SHARE) process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true });
}
