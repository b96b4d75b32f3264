/** The generators with a server, each with a double of it that is held to recordings of the real one. */
import { LIMITS as A1111_LIMITS } from '@core/generators/a1111/client.js';
import { a1111Generator } from '@core/generators/a1111/index.js';
import { LIMITS as COMFY_LIMITS } from '@core/generators/comfyui/client.js';
import { comfyGenerator } from '@core/generators/comfyui/index.js';
import type { Generator } from '@core/generators/generator.js';
import { guarded } from '@core/generators/guarded.js';
import { A1111Double } from '@testing/a1111/double.js';
import { ComfyDouble } from '@testing/comfyui/double.js';
import type { Fate } from '@testing/fate.js';

/** Milliseconds; what takes minutes with a real server is over soon. */
const SOON = {
  answer: 1_500,
  pieces: 1_500,
  whole: 3_000,
  away: 500,
  poll: 20,
  json: 100_000,
  picture: 1_000_000,
  gone: 100,
};

/** A generator with its server, for one day; of several, the one that gets the work. */
export interface Server {
  readonly generator: Generator;
  /** What becomes of the requests whose answer is the picture. */
  fate(fate: Fate | null): void;
  /** Whether the work is under way. */
  running(): boolean;
  freeze(isFrozen: boolean): void;
  interrupt(): void;
  restart(): Promise<void>;
  /** It alone ends; for `close` all of them. */
  end(): Promise<void>;
  close(): Promise<void>;
}

export const comfy = (): Promise<Server> => comfyWith();

export async function comfyPool(): Promise<Server> {
  const other = await new ComfyDouble().start();
  const own = await comfyWith(other.url);
  return {
    ...own,
    close: async () => {
      await own.close();
      await other.stop();
    },
  };
}

async function comfyWith(...others: readonly string[]): Promise<Server> {
  const double = await new ComfyDouble().start();
  return {
    generator: guarded(
      comfyGenerator({ addresses: [double.url, ...others], workflow: '' }, { ...COMFY_LIMITS, ...SOON }),
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
    end: () => double.stop(),
    close: () => double.stop(),
  };
}

export async function a1111(): Promise<Server> {
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
    end: () => double.stop(),
    close: () => double.stop(),
  };
}
