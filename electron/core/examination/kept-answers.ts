/** What a judge answered in its examination, picture by picture, in a file of its own: an examination goes on from it. */
import { appendFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JudgeDescription } from '@models/judge/index.js';
import { type Examined, skillOf } from '@shared/examination/index.js';
import { claimKind, instant } from '@shared/records/index.js';
import { z } from 'zod';
import { SET } from './drawn-set.js';

const unit = z.number().min(0).max(1);

const header = z.object({
  set: z.string(),
  judge: z.string(),
  name: z.string(),
  /** Of weights, dtype, prompts and calibration. */
  version: z.string(),
  dtype: z.string().nullable(),
  device: z.string(),
  thresholds: z.record(claimKind, z.object({ pass: unit, fail: unit })),
});

const frame = z.object({
  frame: z.number().int().nonnegative(),
  at: instant,
  milliseconds: z.number().nonnegative(),
  answers: z.array(
    z.object({
      kind: claimKind,
      text: z.string(),
      truth: z.boolean(),
      p: unit.nullable(),
      /** Asked again, of the same picture trimmed. */
      again: unit.nullable(),
    }),
  ),
});

export type Header = z.infer<typeof header>;
export type KeptFrame = z.infer<typeof frame>;

export interface Kept {
  readonly header: Header;
  readonly frames: readonly KeptFrame[];
}

const parsed = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    // The program ended while it was written.
    return null;
  }
};

/** Null where it is no file of this set. Lines that cannot be read are left out: those pictures are asked of again. */
function keptIn(text: string): Kept | null {
  const [first = '', ...lines] = text.split('\n');
  const head = header.safeParse(parsed(first));
  if (!head.success || head.data.set !== SET) return null;
  const frames = new Map<number, KeptFrame>();
  for (const line of lines) {
    const one = frame.safeParse(parsed(line));
    if (one.success) frames.set(one.data.frame, one.data);
  }
  return { header: head.data, frames: [...frames.values()] };
}

export const headerOf = (judge: JudgeDescription): Header => ({
  set: SET,
  judge: judge.id,
  name: judge.name,
  version: judge.version,
  dtype: judge.dtype ?? null,
  device: judge.device,
  thresholds: { ...judge.thresholds },
});

export const examinedIn = ({ frames }: Kept): Examined[] =>
  frames.flatMap(({ frame: at, answers }) =>
    answers.map(({ kind, text, truth, p, again }) => ({
      skill: skillOf({ kind, text }),
      frame: at,
      truth,
      p,
      again,
    })),
  );

/** A folder of them, one file a version of a judge. */
export class KeptAnswers {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Null where the judge of this version was asked nothing yet. */
  async of(version: string): Promise<Kept | null> {
    const text = await readFile(this.#file(version), 'utf8').catch(() => null);
    const kept = text === null ? null : keptIn(text);
    return kept?.header.version === version ? kept : null;
  }

  /** Of every judge that was examined here, in whatever versions. */
  async all(): Promise<Kept[]> {
    const names = await readdir(this.#folder).catch(() => []);
    const texts = await Promise.all(
      names
        .filter((name) => name.endsWith('.jsonl'))
        .map((name) => readFile(join(this.#folder, name), 'utf8').catch(() => '')),
    );
    return texts.flatMap((text) => keptIn(text) ?? []);
  }

  /** Begins a file, or goes on with the one that is there. */
  async begin(judge: JudgeDescription): Promise<Kept> {
    const kept = await this.of(judge.version);
    if (kept) {
      // A line that was cut off is ended, so that the next one stands by itself.
      await appendFile(this.#file(judge.version), '\n');
      return kept;
    }
    await mkdir(this.#folder, { recursive: true });
    const head = headerOf(judge);
    await writeFile(this.#file(judge.version), `${JSON.stringify(head)}\n`);
    return { header: head, frames: [] };
  }

  async add(version: string, kept: KeptFrame): Promise<void> {
    await appendFile(this.#file(version), `${JSON.stringify(kept)}\n`);
  }

  #file(version: string): string {
    return join(this.#folder, `${version.replaceAll(/[^\w.-]/g, '_')}.jsonl`);
  }
}
