/** The copies of a review that are kept beside it: which there are, and how many. */
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface Backup {
  readonly file: string;
  readonly name: string;
  /** When it was made: milliseconds since 1970-01-01 UTC. */
  readonly at: number;
  /** The last event in it. */
  readonly seq: number;
  readonly bytes: number;
}

const KEPT = 10;

/** All of them together, but the newest two are kept however large they are. */
const MOST_BYTES = 2 ** 30;

/** As long as it is there, a part of the review was found damaged while it was open. */
const MARK = 'repair-at-next-opening';

export const backupFolder = (review: string): string => join(dirname(review), 'backups');

/** Of a review file that is there or was there; newest first. */
export function backupsOf(review: string): Backup[] {
  const folder = backupFolder(review);
  if (!existsSync(folder)) return [];
  const all = readdirSync(folder).flatMap((name) => {
    const [, at, seq] = /^review-(\d+)-(\d+)\.sqlite$/.exec(name) ?? [];
    const file = join(folder, name);
    const entry = statSync(file, { throwIfNoEntry: false });
    return at && seq && entry?.isFile()
      ? [{ file, name, at: Number(at), seq: Number(seq), bytes: entry.size }]
      : [];
  });
  return all.sort((a, b) => b.at - a.at);
}

export const backupFile = (review: string, at: number, seq: number): string =>
  join(backupFolder(review), `review-${at}-${seq}.sqlite`);

/** Removes the oldest that are too many, or more than `most` bytes together. */
export function thinBackups(review: string, most = MOST_BYTES): void {
  let bytes = 0;
  for (const [place, backup] of backupsOf(review).entries()) {
    bytes += backup.bytes;
    if (place >= KEPT || (place >= 2 && bytes > most)) rmSync(backup.file, { force: true });
  }
}

const markOf = (review: string): string => join(backupFolder(review), MARK);

export function markForRepair(review: string): void {
  mkdirSync(backupFolder(review), { recursive: true });
  writeFileSync(markOf(review), '');
}

export const isMarkedForRepair = (review: string): boolean => existsSync(markOf(review));

export const clearRepairMark = (review: string): void => rmSync(markOf(review), { force: true });
