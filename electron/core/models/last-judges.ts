/** What each judge last said of itself, so that a board can show what it judged while it starts anew. */
import { readFile } from 'node:fs/promises';
import { replaceFile } from '@core/files/index.js';
import { judgeDescription } from '@inference/index.js';
import type { JudgeDescription } from '@models/judge/index.js';
import { sameValue } from '@shared/records/index.js';
import { z } from 'zod';

const file = z.record(z.string(), z.unknown());

export class LastJudges {
  readonly #file: string;
  /** One after the other: each writes the whole file. */
  #written: Promise<void> = Promise.resolve();

  constructor(path: string) {
    this.#file = path;
  }

  /** By its id; null where it never started on this machine, or what is kept of it cannot be read. */
  async of(id: string): Promise<JudgeDescription | null> {
    const all = await this.#read();
    if (!Object.hasOwn(all, id)) return null;
    return judgeDescription.safeParse(all[id]).data ?? null;
  }

  /** What cannot be read is left out: all of it is said anew. Throws what `replaceFile` throws. */
  put(judge: JudgeDescription): Promise<void> {
    const { refused: _, ...kept } = judge;
    const written = this.#written.then(async () => {
      const all = await this.#read();
      if (sameValue(all[judge.id], kept)) return;
      await replaceFile(this.#file, `${JSON.stringify({ ...all, [judge.id]: kept }, null, 2)}\n`);
    });
    this.#written = written.catch(() => undefined);
    return written;
  }

  /** Resolves when nothing is being written. */
  written(): Promise<void> {
    return this.#written;
  }

  async #read(): Promise<Readonly<Record<string, unknown>>> {
    try {
      return file.parse(JSON.parse(await readFile(this.#file, 'utf8')));
    } catch {
      return {};
    }
  }
}
