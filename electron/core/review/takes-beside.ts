import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { diffBetween, type Records, type RecordsDiff } from '@shared/records/index.js';
import type { Homes } from './location.js';

export interface Moved {
  /** The takes name their pictures where those are now. */
  readonly diff: RecordsDiff;
  /** The pictures that are no longer needed. */
  readonly files: readonly string[];
}

/** Copies the pictures that were made while the review lay in the data folder beside those of the storyboard. */
export function takesBeside(records: Records, folder: string, { home, other }: Homes): Moved {
  const files: string[] = [];
  const moved = Object.entries(records.take).flatMap(([id, take]) => {
    const from = resolve(folder, take.path);
    if (dirname(from) !== other.takesFolder || !existsSync(from)) return [];
    const to = join(home.takesFolder, basename(from));
    mkdirSync(home.takesFolder, { recursive: true });
    // Named for its request, so what lies there is the same picture, or half of it.
    copyFileSync(from, to);
    files.push(from);
    return [[id, { ...take, path: relative(folder, to).split(sep).join('/') }] as const];
  });
  const after = { ...records, take: { ...records.take, ...Object.fromEntries(moved) } };
  return { diff: diffBetween(records, after), files };
}
