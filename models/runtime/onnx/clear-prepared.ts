/** Clears prepared weights that are no longer used. */
import { type Dirent, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isRunning } from '../../library/index.js';

/** Where this process writes `name` until it is whole. */
export const partOf = (name: string): string => `${name}.${process.pid}.part`;
const PART = /\.(\d+)\.part$/;

/** A judge's version. */
const VERSION = /^(.+)-[0-9a-f]{12}$/;

/** Milliseconds within which a process that prepares writes something. In a shared folder it may be another machine's. */
const QUIET = 60_000;
/** Milliseconds after which a process of the same number must be another. */
const ABANDONED = 3_600_000;

/**
 * Removes the folders of earlier versions beside `folder`, and what processes that were killed left in it. What does
 * not let itself be removed, as another process uses it, goes another time.
 */
export function clearPrepared(folder: string): void {
  for (const path of [...earlierVersions(folder), ...abandonedParts(folder)]) remove(path);
}

export function remove(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // In use, under Windows.
  }
}

function earlierVersions(folder: string): string[] {
  const [, model] = VERSION.exec(basename(folder)) ?? [];
  if (!model) return [];
  const parent = dirname(folder);
  return entriesOf(parent)
    .filter(
      (one) => one.isDirectory() && one.name !== basename(folder) && VERSION.exec(one.name)?.[1] === model,
    )
    .map(({ name }) => join(parent, name));
}

const abandonedParts = (folder: string): string[] =>
  entriesOf(folder).flatMap(({ name }) => {
    const [, pid] = PART.exec(name) ?? [];
    const found = pid && statSync(join(folder, name), { throwIfNoEntry: false });
    if (!found) return [];
    const quiet = Date.now() - found.mtimeMs;
    return quiet > ABANDONED || (quiet > QUIET && !isRunning(Number(pid))) ? [join(folder, name)] : [];
  });

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
