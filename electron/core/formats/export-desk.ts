/** Exports for the window: saved where the host's own dialog says, or held for the browser to fetch. */
import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { JobControl, Jobs } from '@core/jobs/index.js';
import type { ExportInfo, MadeExport } from '@shared/contract/index.js';
import { rebuiltError } from '@shared/errors.js';
import { exportName } from './export-board.js';
import { exportWork } from './export-work.js';
import type { Exported, FormatWriter, WriteContext } from './format.js';
import { WRITERS, writerOf } from './writers.js';

/** What the host's dialog is asked: where the file goes, or the folder in which a folder of that name is made. */
export interface SaveQuestion extends Pick<FormatWriter, 'title' | 'makes'> {
  readonly name: string;
}

export interface ExportDeskParts {
  readonly jobs: Jobs;
  /** Resolves when all is known that is written of the board. */
  readonly known?: (control: JobControl) => Promise<void>;
  readonly context: (target: string | null) => WriteContext;
  /** Null when the artist cancels. Absent where the host has none. */
  readonly saveDialog?: ((question: SaveQuestion) => Promise<string | null>) | undefined;
}

/** Exports that are held at once; a browser that never fetched its own loses it to a later one. */
const HELD = 4;

export class ExportDesk {
  readonly #parts: ExportDeskParts;
  readonly #held = new Map<string, Exported>();

  constructor(parts: ExportDeskParts) {
    this.#parts = parts;
  }

  list(): ExportInfo[] {
    return WRITERS.map(({ id, title, keys, options = [] }) => ({
      id,
      title,
      keys: [...keys],
      options: options.map(({ choices, ...option }) => ({ ...option, choices: [...choices] })),
    }));
  }

  /** As a job. Null when the artist cancels. Throws what the writer throws, or DISK_FULL and the like from the disk. */
  async make(id: string, choices: Readonly<Record<string, string>> = {}): Promise<MadeExport | null> {
    const writer = writerOf(id);
    const { context, saveDialog } = this.#parts;
    if (!saveDialog) {
      const made = await this.#made(writer, context(null), { choices, path: null });
      return made && this.#hold(made);
    }
    const name = exportName(writer, context(null));
    const chosen = await saveDialog({ title: writer.title, makes: writer.makes, name });
    if (chosen === null) return null;
    const path = writer.makes === 'folder' ? join(chosen, name) : chosen;
    const target = writer.makes === 'folder' ? path : dirname(path);
    const made = await this.#made(writer, context(target), { choices, path });
    return made && { saved: name, notes: [...made.notes] };
  }

  /** What `make` gave a token for, once; null for any other. */
  taken(token: string): Exported | null {
    const held = this.#held.get(token) ?? null;
    this.#held.delete(token);
    return held;
  }

  async #made(
    writer: FormatWriter,
    board: WriteContext,
    options: Parameters<typeof exportWork>[2],
  ): Promise<Exported | null> {
    const { jobs, known } = this.#parts;
    let made: Exported | null = null;
    const work = exportWork(writer, board, options, (exported) => {
      made = exported;
    });
    const { id } = jobs.start('export', async (control) => {
      await known?.(control);
      return work(control);
    });
    const ended = await jobs.ended(id);
    if (ended?.error) throw rebuiltError(ended.error);
    return made;
  }

  #hold(made: Exported): MadeExport {
    const token = randomBytes(16).toString('hex');
    this.#held.set(token, made);
    for (const [oldest] of this.#held) if (this.#held.size > HELD) this.#held.delete(oldest);
    return { token, name: made.makes === 'folder' ? `${made.name}.zip` : made.name, notes: [...made.notes] };
  }
}
