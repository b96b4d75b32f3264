/** ComfyUI servers, as doubles in one process beside the program. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Settings } from '@shared/settings.js';
import { writePython } from '@testing/comfyui/json.js';
import { usualGraph } from '@testing/comfyui/usual-graph.js';
import { z } from 'zod';

export interface Doubles {
  readonly urls: readonly string[];
  /** The generator ComfyUI with all of them, and with a graph of one step that `folder` is given. */
  flags(folder: string): Promise<Partial<Settings>>;
  /** Milliseconds of each picture from its start on its server to its end there, in their order; server 0. */
  took(): Promise<number[]>;
}

const times = z.record(
  z.string(),
  z.object({
    status: z.object({ messages: z.array(z.tuple([z.string(), z.object({ timestamp: z.number() })])) }),
  }),
);

export interface DoubleOptions {
  readonly count: number;
  /** At which each is before it draws a picture. */
  readonly milliseconds: number;
  /** The storybook world as the graph's words say, or one plain colour. */
  readonly draws: 'world' | 'plain';
}

export async function withDoubles<T>(
  { count, milliseconds, draws }: DoubleOptions,
  use: (doubles: Doubles) => Promise<T>,
): Promise<T> {
  const program = fileURLToPath(new URL('doubles-child.ts', import.meta.url));
  const child = fork(program, [`${count}`, `${milliseconds}`, draws], { execArgv: ['--import', 'tsx'] });
  try {
    const [urls] = (await once(child, 'message')) as [string[]];
    return await use({
      urls,
      async flags(folder) {
        const workflow = join(folder, 'graph.json');
        await writeFile(workflow, writePython(usualGraph({ steps: 1 })));
        return { generator: 'comfyui', generators: { comfyui: { addresses: urls, workflow } } };
      },
      async took() {
        const all = times.parse(await (await fetch(`${urls[0]}/history`)).json());
        return Object.values(all).map(({ status: { messages } }) => {
          const at = (type: string): number =>
            messages.find(([one]) => one === type)?.[1].timestamp ?? Number.NaN;
          return at('execution_success') - at('execution_start');
        });
      },
    });
  } finally {
    child.disconnect();
  }
}
