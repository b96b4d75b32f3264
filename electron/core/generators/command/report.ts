/** What a program writes on its stdout, line by line. Other lines are ignored. */
import { withoutNaN } from '@core/fields/index.js';
import { z } from 'zod';

/** A take keeps them for ever; what is longer is left out. */
const LONGEST_VALUE = 2_000;
const MOST_SETTINGS = 100;

const value = z.union([z.string(), z.number(), z.boolean()]);
/** What is of no such kind is left out. */
const settings = z
  .record(z.string(), z.union([value, z.unknown().transform(() => null)]))
  .catch({})
  .transform((all) =>
    Object.fromEntries(
      Object.entries(all)
        .flatMap(([key, one]): [string, z.infer<typeof value>][] =>
          one !== null && key.length <= 100 && String(one).length <= LONGEST_VALUE ? [[key, one]] : [],
        )
        .slice(0, MOST_SETTINGS),
    ),
  );
const line = z.union([
  z.object({ image: z.string().min(1), settings: settings.optional() }),
  z.object({ progress: z.number().min(0).max(1) }),
  z.object({ preview: z.string().min(1) }),
  z.object({ error: z.string() }),
]);

const NO_MESSAGE = { success: false, data: undefined } as const;

export class Report {
  /** How it says the picture was made. */
  settings: z.infer<typeof settings> = {};
  /** What it says went wrong. */
  complaint: string | null = null;
  #image: string | null = null;
  #lines = 0;
  #only: string | null = null;

  /** Returns what of the line is worth telling at once. */
  line(written: string): { readonly progress?: number; readonly preview?: string } {
    // A mark of the byte order too.
    const text = written.trim();
    if (text === '') return {};
    this.#lines++;
    // Most lines are for people: a program that talks much costs no more than its output.
    const { success, data } = text.startsWith('{') ? line.safeParse(parseJson(text)) : NO_MESSAGE;
    if (!success) this.#only = text;
    else if ('image' in data) {
      this.#image = data.image;
      this.settings = data.settings ?? {};
    } else if ('error' in data) this.complaint = data.error.trim() || 'it says that it failed, and not why';
    else return data;
    return {};
  }

  /** The picture that it named; a bare path as the only line names one too. */
  get image(): string | null {
    return this.#image ?? (this.#lines === 1 ? this.#only : null);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(withoutNaN(text));
  } catch {
    return null;
  }
}
