/** What must hold of a review after the process that wrote it was killed. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { DEFAULT_SETTINGS } from '@shared/settings.js';
import { backupsOf } from '../../review/backups/index.js';
import { openReview, type Review } from '../../review/index.js';

/** Opens it as the next start of the program does. */
export const reopened = (folder: string, board: string): Review =>
  openReview({
    folder: join(folder, board),
    dataFolder: join(folder, 'data'),
    settings: () => ({ ...DEFAULT_SETTINGS, artist: 'Ada' }),
  });

/** Names of the folders in it that have a review. */
export const boardsIn = (folder: string): string[] =>
  readdirSync(folder).filter((name) => existsSync(join(folder, name, '.continuist', 'review.sqlite')));

/** What is wrong with it, in words; [] = nothing. */
export function wrongWith(review: Review, acknowledged: readonly string[]): string[] {
  const wrong: string[] = [];
  if (review.readOnly !== null) wrong.push(`read-only: ${review.readOnly}`);
  wrong.push(...review.notes, ...review.skipped.map(({ name }) => `${name} cannot be read`));
  const history = review.history(1_000_000);
  const done = new Set(history.flatMap(({ commandId, seq }) => [`call ${commandId}`, `event ${seq}`]));
  for (const one of acknowledged)
    if (/^(call|event) /.test(one) && !done.has(one)) wrong.push(`${one} is lost`);
  wrong.push(...unsound(review.file), ...backupsOf(review.file).flatMap(({ file }) => unsound(file)));
  for (const { path, sha256 } of Object.values(review.records.take)) {
    const file = join(review.folder, path);
    if (existsSync(join(review.folder, 'frames')) || path.includes('takes'))
      if (!existsSync(file) || createHash('sha256').update(readFileSync(file)).digest('hex') !== sha256)
        wrong.push(`the picture ${path} is lost`);
  }
  if (readdirSync(dirname(review.file)).some((name) => /^(damaged|recover)/.test(name)))
    wrong.push('a recovery left something behind, or was needed');
  return wrong;
}

/** Read beside an open review, through a connection of its own. */
function unsound(file: string): string[] {
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    const rows: { integrity_check: string }[] = db.prepare('PRAGMA integrity_check').all();
    const keys: unknown[] = db.prepare('PRAGMA foreign_key_check').all();
    return [
      ...rows.map((row) => row.integrity_check).filter((text) => text !== 'ok'),
      ...keys.map(() => 'a row belongs to nothing'),
    ];
  } finally {
    db.close();
  }
}
