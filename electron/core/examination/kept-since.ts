/** Since when decisions count against a judge, board by board and skill by skill, where the artist began anew. */
import { readFile } from 'node:fs/promises';
import { replaceFile, setAside } from '@core/files/index.js';
import { type Skill, skill } from '@shared/examination/index.js';
import { instant } from '@shared/records/index.js';
import { z } from 'zod';

const sinceOfSkill = z.partialRecord(skill, instant);
const file = z.record(z.string(), z.unknown());

export type Since = Partial<Record<Skill, number>>;

interface Read {
  readonly boards: Readonly<Record<string, Since>>;
  /** Something is in the file that cannot be read. */
  readonly isDamaged: boolean;
}

export class KeptSince {
  readonly #file: string;

  constructor(path: string) {
    this.#file = path;
  }

  /** Of a storyboard, by its id. */
  async of(storyboard: string): Promise<Since> {
    return (await this.#read()).boards[storyboard] ?? {};
  }

  /** `at`: null = all of them count again. A file of which something cannot be read is put aside first. */
  async put(storyboard: string, of: Skill, at: number | null): Promise<void> {
    const { boards, isDamaged } = await this.#read();
    const { [of]: _, ...others } = boards[storyboard] ?? {};
    if (isDamaged) await setAside(this.#file, new Date());
    const next = { ...boards, [storyboard]: at === null ? others : { ...others, [of]: at } };
    await replaceFile(this.#file, `${JSON.stringify(next, null, 2)}\n`);
  }

  /** One board that cannot be read costs that board. */
  async #read(): Promise<Read> {
    let text: string;
    try {
      text = await readFile(this.#file, 'utf8');
    } catch (thrown) {
      return { boards: {}, isDamaged: (thrown as NodeJS.ErrnoException).code !== 'ENOENT' };
    }
    const all = file.safeParse(json(text));
    const boards: Record<string, Since> = {};
    let isDamaged = !all.success;
    for (const [storyboard, said] of Object.entries(all.data ?? {})) {
      const since = sinceOfSkill.safeParse(said);
      if (since.success) boards[storyboard] = since.data;
      else isDamaged = true;
    }
    return { boards, isDamaged };
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
