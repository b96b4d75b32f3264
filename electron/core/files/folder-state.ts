import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** As deep and as much as a storyboard's pictures may lie. */
const DEEPEST = 6;
const MOST = 100_000;
/** Files that are looked up at once. */
const LOOKS = 32;

/**
 * Differs when a file below a folder was added, removed, renamed or written: a hash of all names, lengths and times.
 * Hidden files and folders do not count, nor does `except`, which is absolute. No file is opened.
 */
export async function folderState(folder: string, except: string | null = null): Promise<string> {
  const files: string[] = [];
  const walk = async (inside: string, depth: number): Promise<void> => {
    const entries = await readdir(inside, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const path = join(inside, entry.name);
      if (entry.name.startsWith('.') || path === except || files.length >= MOST) continue;
      if (!entry.isDirectory()) files.push(path);
      else if (depth < DEEPEST) await walk(path, depth + 1);
    }
  };
  await walk(folder, 0);
  files.sort();
  const hash = createHash('sha256');
  for (let at = 0; at < files.length; at += LOOKS) {
    const told = files.slice(at, at + LOOKS).map(async (file) => {
      const entry = await stat(file).catch(() => null);
      return `${file}\0${entry?.size}\0${entry?.mtimeMs}\0${entry?.ino}\n`;
    });
    hash.update((await Promise.all(told)).join(''));
  }
  return hash.digest('hex');
}
