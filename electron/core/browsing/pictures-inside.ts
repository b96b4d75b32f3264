/** How many pictures a folder holds, for somebody who is about to open it. */
import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isPicture } from '@core/files/index.js';
import { DEEPEST } from '@core/formats/index.js';

export interface PicturesInside {
  readonly pictures: number;
  /** False where there was too much to look through. */
  readonly isAll: boolean;
}

/** Files and folders that are looked at: a moment's work, also where somebody's whole home is chosen. */
const MOST = 2_000;

/** In it and in the folders below; not in hidden ones, behind links, or in those of another storyboard. */
export async function picturesInside(folder: string, names: readonly Dirent[]): Promise<PicturesInside> {
  let pictures = 0;
  let seen = 0;
  const ahead: { readonly path: string; readonly depth: number; readonly names?: readonly Dirent[] }[] = [
    { path: folder, depth: 0, names },
  ];
  for (let next = ahead.shift(); next; next = ahead.shift()) {
    const { path, depth } = next;
    const inside =
      next.names ?? (await readdir(path, { withFileTypes: true }).catch((): readonly Dirent[] => []));
    if (depth > 0 && inside.some(({ name }) => name === '.continuist')) continue;
    for (const entry of inside) {
      if (entry.name.startsWith('.')) continue;
      seen += 1;
      if (entry.isDirectory() && depth < DEEPEST)
        ahead.push({ path: join(path, entry.name), depth: depth + 1 });
      else if (entry.isFile() && isPicture(entry.name)) pictures += 1;
    }
    if (seen > MOST && ahead.length > 0) return { pictures, isAll: false };
  }
  return { pictures, isAll: true };
}
