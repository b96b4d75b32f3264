/**
 * What was dropped onto a page in a browser, found on this machine: no page learns a path, but it knows the names and the lengths
 * of what it was given.
 */
import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Dropped } from '@shared/contract/index.js';

/** Files and folders that are looked at: about a second's work. */
const MOST = 40_000;
/** Folders in folders. */
const DEEPEST = 6;
/** Full of files that nobody made. */
const PASSED_OVER = new Set(['node_modules', '__pycache__', 'site-packages']);

/**
 * Its path, below one of `starts`, the nearest first. Null where nothing there has these names and lengths, or where two
 * have: which of them is meant nobody can tell.
 */
export async function findDropped(starts: readonly string[], dropped: Dropped): Promise<string | null> {
  const found: string[] = [];
  const seen = new Set<string>();
  const ahead = starts.map((path) => ({ path, depth: 0 }));
  let looked = 0;
  for (let next = ahead.shift(); next && looked < MOST; next = ahead.shift()) {
    const { path, depth } = next;
    const real = await realpath(path).catch(() => path);
    if (seen.has(real)) continue;
    seen.add(real);
    const inside = await readdir(path, { withFileTypes: true }).catch((): Dirent[] => []);
    looked += inside.length;
    const here = await placeOf(path, inside, dropped);
    if (here !== null) found.push(here);
    if (found.length > 1) return null;
    for (const entry of inside)
      if (
        entry.isDirectory() &&
        depth < DEEPEST &&
        !entry.name.startsWith('.') &&
        !PASSED_OVER.has(entry.name)
      )
        ahead.push({ path: join(path, entry.name), depth: depth + 1 });
  }
  return found[0] ?? null;
}

/** Where it lies if it is this folder, or lies in it. */
async function placeOf(path: string, inside: readonly Dirent[], dropped: Dropped): Promise<string | null> {
  const { folder, entries } = dropped;
  if (folder !== null && basename(path) !== folder) return null;
  const byName = new Map(inside.map((entry) => [entry.name, entry]));
  if (entries.length === 0 && inside.some(({ name }) => !name.startsWith('.'))) return null;
  for (const { name, size } of entries) {
    const entry = byName.get(name);
    if (!entry) return null;
    if (size === null ? !entry.isDirectory() : (await lengthOf(join(path, name))) !== size) return null;
  }
  const [first] = entries;
  if (folder !== null) return path;
  return first ? join(path, first.name) : null;
}

const lengthOf = async (file: string): Promise<number | null> => {
  const found = await stat(file).catch(() => null);
  return found?.isFile() ? found.size : null;
};
