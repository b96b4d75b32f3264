/**
 * `npm run bench:generators`: what each generator can do, and what an artist gets on the bad days of those with a
 * server, whose doubles are held to recordings of the real ones. Two tables in Markdown.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { LIMITS as A1111_LIMITS } from '@core/generators/a1111/client.js';
import { a1111Generator } from '@core/generators/a1111/index.js';
import { LIMITS as COMFY_LIMITS } from '@core/generators/comfyui/client.js';
import { comfyGenerator } from '@core/generators/comfyui/index.js';
import type { Generator } from '@core/generators/generator.js';
import { guarded } from '@core/generators/guarded.js';
import { GENERATORS } from '@core/generators/index.js';
import { generatorCapability } from '@shared/contract/index.js';
import { A1111Double } from '@testing/a1111/double.js';
import { ComfyDouble } from '@testing/comfyui/double.js';
import { writePython } from '@testing/comfyui/json.js';
import { usualGraph } from '@testing/comfyui/usual-graph.js';
import type { Fate } from '@testing/fate.js';
import { plainPng, withTexts } from '@testing/pictures.js';
import { table } from './statistics.js';

/** Milliseconds; what takes minutes with a real server is over soon. */
const SOON = {
  answer: 1_500,
  pieces: 1_500,
  whole: 3_000,
  away: 500,
  poll: 20,
  json: 100_000,
  picture: 1_000_000,
};

/** A generator with its server, for one day. */
interface Server {
  readonly generator: Generator;
  /** What becomes of the requests whose answer is the picture. */
  fate(fate: Fate | null): void;
  /** The work is under way, and waits. */
  running(): boolean;
  freeze(isFrozen: boolean): void;
  interrupt(): void;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

async function comfy(): Promise<Server> {
  const double = await new ComfyDouble().start();
  return {
    generator: guarded(
      comfyGenerator({ addresses: [double.url], workflow: '' }, { ...COMFY_LIMITS, ...SOON }),
      'ComfyUI',
    ),
    fate: (fate) => {
      double.options = { fate: (_, path) => (path === '/view' ? fate : null) };
    },
    running: () => double.runner.running !== null,
    freeze: (isFrozen) => {
      double.runner.isFrozen = isFrozen;
    },
    interrupt: () => double.runner.interrupt(),
    restart: () => double.restart(),
    stop: () => double.stop(),
  };
}

async function a1111(): Promise<Server> {
  const double = await new A1111Double().start();
  const section = { address: double.url, sampler: '', steps: 4, cfg: 7, minutes: 1 };
  const limits = { ...A1111_LIMITS, ...SOON, making: 5_000, answering: 500 };
  return {
    generator: guarded(a1111Generator(section, limits), 'A1111'),
    fate: (fate) => {
      double.options = { fate: (_, path) => (path.endsWith('2img') ? fate : null) };
    },
    running: () => double.state.job !== '',
    freeze: (isFrozen) => {
      double.state.isFrozen = isFrozen;
    },
    interrupt: () => {
      double.state.interrupted = true;
    },
    restart: () => double.restart(),
    stop: () => double.stop(),
  };
}

const says = (status: number, body: string): Fate => ({ do: 'say', status, body });

type Day = readonly [name: string, fate: Fate | null, under?: (server: Server) => Promise<void> | void];

const DAYS: readonly Day[] = [
  ['a good one', null],
  ['silence', { do: 'silence' }],
  ['a dead line after the work', { do: 'silence', after: true }],
  ['a cut before the work', { do: 'cut' }],
  ['a cut after it', { do: 'cut', after: true }],
  ['a byte at a time', { do: 'drip', pause: 100 }],
  ['an answer without end', { do: 'endless' }],
  ['413', says(413, 'too large')],
  ['403', says(403, '')],
  ['404', says(404, '{"detail":"Not Found"}')],
  ['500', says(500, '{"error":"RuntimeError","detail":"","message":"odd shapes"}')],
  ['504 of a gateway', says(504, 'Gateway Timeout')],
  ['NaN', says(200, '{"images":NaN,"info":NaN}')],
  ['another type', says(200, '<html>')],
  ['a restart', null, (server) => server.restart()],
  ['stopped by somebody there', null, (server) => server.interrupt()],
];

/** In words: the picture, or the error that the artist reads. */
async function outcome(
  server: Server,
  [, fate, under]: Day,
  fromFile: string,
  folder: string,
): Promise<string> {
  const { generator } = server;
  const request = { id: 'request', prompt: 'a fox', negativePrompt: 'fog', seed: '7', width: 64, height: 64 };
  const order = { ...request, fromFile, mask: null, references: [], strength: null, settings: {}, folder };
  server.fate(fate);
  if (under) server.freeze(true);
  const { signal } = new AbortController();
  const handle = await generator.handleFor(order);
  const made = generator.start(order, handle, { signal, progress: () => undefined }).then(
    ({ bytes }) =>
      bytes.toString('latin1', 1, 4) === 'PNG' ? 'the picture' : 'no picture, which is seen when it is kept',
    ({ code, message }) => `${code}: ${message.split('\n')[0]}`,
  );
  if (under) {
    while (!server.running()) await pause(2);
    await under(server);
    server.freeze(false);
  }
  return made;
}

const CAPABILITIES = generatorCapability.options;
console.log(
  `${table(
    ['generator', ...CAPABILITIES],
    GENERATORS.map(({ name, connect, settings }) => {
      const can = connect(settings.parse({}))?.capabilities ?? [];
      return [name, ...CAPABILITIES.map((one) => (can.includes(one) ? 'yes' : ''))];
    }),
  )}\n`,
);

const folder = await mkdtemp(join(tmpdir(), 'continuist-bench-'));
try {
  const take = join(folder, 'take.png');
  await writeFile(take, withTexts(await plainPng(), { prompt: writePython(usualGraph()) }));
  const rows: string[][] = [];
  for (const day of DAYS) {
    const cells = [day[0]];
    for (const start of [comfy, a1111]) {
      const server = await start();
      cells.push(await outcome(server, day, take, await mkdtemp(join(folder, 'work-'))));
      await server.stop();
    }
    rows.push(cells);
  }
  console.log(table(['bad day', 'ComfyUI', 'A1111'], rows));
} finally {
  await rm(folder, { recursive: true, force: true });
}
