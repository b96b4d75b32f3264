/** Since when decisions count against a judge, board by board and skill by skill, where the artist began anew. */
import { readFile } from 'node:fs/promises';
import { replaceFile } from '@core/files/index.js';
import { type Skill, skill } from '@shared/examination/index.js';
import { instant } from '@shared/records/index.js';
import { z } from 'zod';

const sinceOfSkill = z.partialRecord(skill, instant);
const file = z.record(z.string(), sinceOfSkill);

export type Since = Partial<Record<Skill, number>>;

export class KeptSince {
  readonly #file: string;

  constructor(path: string) {
    this.#file = path;
  }

  /** Of a storyboard, by its id. */
  async of(storyboard: string): Promise<Since> {
    return (await this.#all())[storyboard] ?? {};
  }

  /** `at`: null = all of them count again. */
  async put(storyboard: string, of: Skill, at: number | null): Promise<void> {
    const all = await this.#all();
    const { [of]: _, ...others } = all[storyboard] ?? {};
    const next = { ...all, [storyboard]: at === null ? others : { ...others, [of]: at } };
    await replaceFile(this.#file, `${JSON.stringify(next, null, 2)}\n`);
  }

  async #all(): Promise<z.infer<typeof file>> {
    const text = await readFile(this.#file, 'utf8').catch(() => null);
    if (text === null) return {};
    try {
      return file.parse(JSON.parse(text));
    } catch {
      return {};
    }
  }
}
