/** The storyboards that were opened last, in a file of the user's data. It is a convenience: a damaged one starts anew. */
import { readFile, stat } from 'node:fs/promises';
import { replaceFile } from '@core/files/index.js';
import PQueue from 'p-queue';
import { z } from 'zod';

const kept = z.object({
  /** Absolute. */
  path: z.string(),
  title: z.string(),
  openedAt: z.number().int(),
});

export interface Recent extends z.infer<typeof kept> {
  readonly missing: boolean;
}

const MOST = 12;

export class RecentStoryboards {
  readonly #file: string;
  /** One change after the other: each reads what the one before wrote. */
  readonly #changes = new PQueue({ concurrency: 1 });

  /** `file`: absolute. */
  constructor(file: string) {
    this.#file = file;
  }

  /** The last one first. */
  async list(): Promise<Recent[]> {
    await this.#changes.onIdle();
    const entries = await this.#read();
    return Promise.all(
      entries.map(async (entry) => ({
        ...entry,
        missing: await stat(entry.path).then(
          () => false,
          () => true,
        ),
      })),
    );
  }

  /** Throws SAVE_FAILED or DISK_FULL. */
  add(path: string, title: string, openedAt = Date.now()): Promise<void> {
    return this.#change((before) => [
      { path, title, openedAt },
      ...before.filter((other) => other.path !== path),
    ]);
  }

  /** Throws SAVE_FAILED or DISK_FULL. */
  remove(path: string): Promise<void> {
    return this.#change((before) => before.filter((other) => other.path !== path));
  }

  /** Resolves once every change so far is in the file, or was refused. */
  settled(): Promise<void> {
    return this.#changes.onIdle();
  }

  #change(change: (before: z.infer<typeof kept>[]) => z.infer<typeof kept>[]): Promise<void> {
    return this.#changes.add(async () =>
      replaceFile(this.#file, JSON.stringify(change(await this.#read()).slice(0, MOST), null, 1)),
    );
  }

  async #read(): Promise<z.infer<typeof kept>[]> {
    try {
      return z.array(kept).parse(JSON.parse(await readFile(this.#file, 'utf8')));
    } catch {
      return [];
    }
  }
}
