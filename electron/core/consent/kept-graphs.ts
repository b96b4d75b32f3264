/** Graphs that the artist allowed on this machine, with where they wanted values in each: a file in the data folder. */
import { readFileSync } from 'node:fs';
import { replaceFile } from '@core/files/index.js';
import { type Moves, moves } from '@shared/contract/index.js';
import PQueue from 'p-queue';
import { z } from 'zod';

const file = z.object({
  graphs: z.record(z.string(), z.object({ allowedAt: z.number(), moves })),
});
type Graphs = z.infer<typeof file>['graphs'];

export class KeptGraphs {
  readonly #file: string;
  /** Two at once would each take back the other. */
  readonly #saving = new PQueue({ concurrency: 1 });

  constructor(path: string) {
    this.#file = path;
  }

  /** Null for one that was not allowed. */
  of(shape: string): Moves | null {
    const graphs = this.#read();
    return Object.hasOwn(graphs, shape) ? (graphs[shape]?.moves ?? null) : null;
  }

  /** Throws SAVE_FAILED and DISK_FULL. */
  async keep(shape: string, wanted: Moves): Promise<void> {
    await this.#saving.add(async () => {
      const graphs = { ...this.#read(), [shape]: { allowedAt: Date.now(), moves: wanted } };
      await replaceFile(this.#file, `${JSON.stringify({ graphs }, null, 2)}\n`);
    });
  }

  /** Read each time: another window may have allowed one. What cannot be read costs no more than being asked again. */
  #read(): Graphs {
    try {
      return file.parse(JSON.parse(readFileSync(this.#file, 'utf8'))).graphs;
    } catch {
      return {};
    }
  }
}
