import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** What the folders below a folder hold, each asked once: of ten thousand files that could be there, few are opened in vain. */
export class NamesBelow {
  readonly #folder: string;
  readonly #names = new Map<string, Promise<ReadonlySet<string>>>();

  /** `folder`: absolute. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** False where nothing of this name, in any spelling that a disk may hold for the same, lies there. `path`: from the folder. */
  async mayHave(path: string): Promise<boolean> {
    const file = join(this.#folder, path);
    const inside = dirname(file);
    const names = this.#names.get(inside) ?? namesIn(inside);
    this.#names.set(inside, names);
    return (await names).has(alike(file.slice(inside.length + 1)));
  }
}

const namesIn = async (folder: string): Promise<ReadonlySet<string>> =>
  new Set((await readdir(folder).catch((): string[] => [])).map(alike));

/** Some disks take names for the same that differ in case, or in how their accents are written. */
const alike = (name: string): string => name.normalize('NFC').toLowerCase();
