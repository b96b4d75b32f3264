/** Generators with what is behind them, and the points at which the program is killed while one makes a picture. */
import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Settings } from '@shared/settings.js';
import { A1111Double } from '@testing/a1111/double.js';
import { ComfyDouble } from '@testing/comfyui/double.js';
import { writePython } from '@testing/comfyui/json.js';
import { usualGraph } from '@testing/comfyui/usual-graph.js';
import type { KilledOrder } from './killed-child.js';

export const POINTS = [
  'before it is sent',
  'after the answer',
  'while it runs',
  'when it is done',
  'while it is fetched',
  'after the file',
] as const;
export type Point = (typeof POINTS)[number];

/** How the program comes to its end at a point. */
export interface Kill {
  /** Where it ends by itself. */
  readonly at: KilledOrder['point'];
  /** True once it is to be killed from outside. */
  readonly isThere?: () => boolean;
  /** What is behind the generator is as usual again. */
  readonly over?: () => void;
  /** Whether the picture was made cannot be known: it is not asked for again. */
  readonly isUnknown?: boolean;
}

export interface Rig {
  readonly flags: Partial<Settings>;
  /** Pictures that were made by what is behind it. Null = nothing is behind it. */
  readonly pictures: () => number | null;
  /** The points that it has, with how each is brought about. */
  readonly kills: Partial<Record<Point, () => Kill>>;
  readonly close: () => Promise<void>;
}

const NAMED = (): Kill => ({ at: 'named' });
const FILE = (): Kill => ({ at: 'file' });

export const RIGS: Readonly<Record<string, (folder: string) => Promise<Rig>>> = {
  storybook: async () => ({
    flags: { generator: 'storybook' },
    pictures: () => null,
    kills: {
      'before it is sent': NAMED,
      'while it runs': () => ({ at: 'under way' }),
      'after the file': FILE,
    },
    close: async () => undefined,
  }),

  async command(folder) {
    const at = (name: string): string => join(folder, name);
    const program = at('program.mjs');
    await writeFile(program, PROGRAM);
    const held = (stage: string) => (): Kill => {
      writeFileSync(at(`hold-${stage}`), '');
      return {
        at: null,
        isThere: () => existsSync(at(`at-${stage}`)),
        over: () => rmSync(at(`hold-${stage}`)),
      };
    };
    appendFileSync(at('made'), '');
    return {
      flags: {
        generator: 'command',
        generators: { command: { program: [process.execPath, program, folder] } },
      },
      pictures: () => readFileSync(at('made'), 'utf8').length,
      kills: {
        'before it is sent': NAMED,
        'while it runs': held('running'),
        'when it is done': held('done'),
        'after the file': FILE,
      },
      close: async () => undefined,
    };
  },

  async comfyui(folder) {
    const double = await new ComfyDouble().start();
    const workflow = join(folder, 'graph.json');
    await writeFile(workflow, writePython(usualGraph()));
    const { runner } = double;
    const over = (): void => {
      double.options = {};
      runner.isFrozen = false;
      runner.release();
    };
    const silentAt = (isIt: (path: string) => boolean) => {
      let isThere = false;
      double.options = {
        fate: (_, path) => {
          if (!isIt(path)) return null;
          isThere = true;
          return { do: 'silence' };
        },
      };
      return () => isThere;
    };
    return {
      flags: { generator: 'comfyui', generators: { comfyui: { addresses: [double.url], workflow } } },
      pictures: () => double.files.namesIn('output').length,
      kills: {
        'before it is sent': NAMED,
        'after the answer': () => {
          runner.hold();
          return { at: null, isThere: silentAt((path) => path.startsWith('/history')), over };
        },
        'while it runs': () => {
          runner.isFrozen = true;
          return { at: null, isThere: () => runner.running !== null, over };
        },
        'when it is done': () => ({
          at: null,
          isThere: silentAt((path) => path.startsWith('/history') && runner.history.size > 0),
          over,
        }),
        'while it is fetched': () => ({ at: null, isThere: silentAt((path) => path === '/view'), over }),
        'after the file': FILE,
      },
      close: () => double.stop(),
    };
  },

  async a1111() {
    const double = await new A1111Double().start();
    const { state } = double;
    const over = (): void => {
      double.options = {};
      state.isFrozen = false;
    };
    const lost = (do_: 'silence' | 'drip'): Kill => {
      const fate = do_ === 'drip' ? { do: do_, pause: 1_000 } : { do: do_, after: true };
      double.options = { fate: (_, path) => (path.endsWith('2img') ? fate : null) };
      return { at: null, isThere: () => state.done > 0, over, isUnknown: true };
    };
    return {
      flags: { generator: 'a1111', generators: { a1111: { address: double.url } } },
      pictures: () => state.done,
      kills: {
        'before it is sent': NAMED,
        'while it runs': () => {
          state.isFrozen = true;
          return { at: null, isThere: () => state.job !== '', over, isUnknown: true };
        },
        'when it is done': () => lost('silence'),
        'while it is fetched': () => lost('drip'),
        'after the file': FILE,
      },
      close: () => double.stop(),
    };
  },
};

/** Draws, and stops for good at a stage where a file says so. */
const PROGRAM = `
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { deflateSync, crc32 } from 'node:zlib';
const request = JSON.parse(readFileSync(0, 'utf8'));
const folder = process.argv[2];
const stage = async (name) => {
  if (!existsSync(folder + '/hold-' + name)) return;
  writeFileSync(folder + '/at-' + name, '');
  await new Promise(() => setInterval(() => {}, 1000));
};
const chunk = (type, data) => {
  const typed = Buffer.concat([Buffer.from(type), data]);
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  size.writeUInt32BE(data.length); sum.writeUInt32BE(crc32(typed));
  return Buffer.concat([size, typed, sum]);
};
await stage('running');
const head = Buffer.from([0, 0, 0, 64, 0, 0, 0, 64, 8, 0, 0, 0, 0]);
// Each row begins with its filter: none.
const rows = deflateSync(Buffer.alloc(64 * 65, Buffer.from([0, ...Array(64).fill(90)])));
writeFileSync(request.output, Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]));
appendFileSync(folder + '/made', '.');
await stage('done');
console.log(JSON.stringify({ image: request.output }));
`;
