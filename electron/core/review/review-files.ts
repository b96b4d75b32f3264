/** The files that make up a review, and the names of copies that stay beside it. */
import { randomUUID } from 'node:crypto';
import { closeSync, copyFileSync, existsSync, fsyncSync, openSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { timestamp } from './timestamp.js';

/** A review with the log or journal that belongs to it. */
const PARTS = ['', '-wal', '-journal'] as const;

/** What the name of a folder begins with in which a file is looked into; one that is left is removed at an opening. */
export const RECOVERING = 'recovering-';

/** Which of them there are. */
export const partsOf = (file: string): string[] => PARTS.filter((suffix) => existsSync(file + suffix));

/** Of a review that stays as it is: where it is kept. No two are the same. */
export const keptBeside = (file: string, as: 'kept' | 'damaged' = 'kept'): string =>
  join(dirname(file), `${as}-${timestamp()}-${randomUUID().slice(0, 8)}.sqlite`);

/** With what stands only in its log. */
export function copyReview(from: string, to: string): void {
  for (const suffix of partsOf(from)) copyFileSync(from + suffix, to + suffix);
}

/** Without it, a power cut after a renaming could leave an empty file. */
export function flush(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
