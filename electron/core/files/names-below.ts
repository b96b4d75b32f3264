import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** What the folders below a folder hold, each asked once: of ten thousand files that could be there, few are opened in vain. */
export class NamesBelow {
  readonly #folder: string;
  readonly #names = new Map<string, Promise<ReadonlyMap<string, string>>>();

  /** `folder`: absolute. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * The absolute path of the file that lies there under this name, as the disk spells it: names that differ in case, or in
   * how their accents are written, are one. Null where none does. `path`: from the folder.
   */
  async find(path: string): Promise<string | null> {
    const file = join(this.#folder, path);
    const inside = dirname(file);
    const names = this.#names.get(inside) ?? namesIn(inside);
    this.#names.set(inside, names);
    const name = (await names).get(alike(file.slice(inside.length + 1)));
    return name === undefined ? null : join(inside, name);
  }
}

async function namesIn(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = await readdir(folder).catch((): string[] => []);
  return new Map(names.map((name) => [alike(name), name]));
}

/** What is equal for names that a disk may take for one. */
export const alike = (name: string): string => name.normalize('NFC').toLowerCase();
