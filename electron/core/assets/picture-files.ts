import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

const PICTURE = /\.(?:png|jpe?g|webp|gif|avif|heic|heif|tiff?|jxl|jp2)$/i;
const MAX_DEPTH = 6;
/** Never holds an artist's frames, and may hold a great many files. */
const PASSED_OVER = new Set(['node_modules', '.git']);

/** Files named like pictures under a folder, nearest first. Links are not followed; unreadable folders are skipped. */
export async function* pictureFiles(folder: string): AsyncGenerator<string> {
  let level = [folder];
  for (let depth = 0; depth <= MAX_DEPTH && level.length > 0; depth++) {
    const next: string[] = [];
    for (const at of level) {
      const entries = await readdir(at, { withFileTypes: true }).catch(() => []);
      for (const entry of entries.sort((a, b) => a.name.localeCompare(b.name))) {
        if (entry.isDirectory() && !PASSED_OVER.has(entry.name)) next.push(join(at, entry.name));
        else if (entry.isFile() && PICTURE.test(entry.name)) yield join(at, entry.name);
      }
    }
    level = next;
  }
}
