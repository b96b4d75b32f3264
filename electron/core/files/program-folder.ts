/** Where the program's own files lie. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds the program's package.json, models and examples, above the module at `url`. */
export function programFolder(url: string): string {
  let folder = dirname(fileURLToPath(url));
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`no package.json above ${url}`);
    folder = parent;
  }
  return folder;
}

/**
 * Where the program's models and examples lie, which are read by more than Node: beside the archive that holds the rest,
 * when the program is packaged.
 */
export const filesFolder = (program: string): string => program.replace(/app\.asar$/, 'app.asar.unpacked');
