/** A thread that looks a review file over while it is open, and copies it where it changed since its last copy. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { backup } from '@photostructure/sqlite';
import { type Database, foundWrong, openDatabase } from '../database.js';
import { isDamaged } from '../failures.js';
import { backupFile, backupFolder, backupsOf, thinBackups } from './backup-files.js';

export interface BackupOrder {
  readonly file: string;
  readonly onNetwork: boolean;
}

/** `ok`: the file is whole. Else what SQLite found. */
export type BackupReport = { readonly ok: true } | { readonly ok: false; readonly found: string };

/** Pages of 4 KiB that are copied at a time. */
const PORTION = 1_000;

const PATIENCE = 2_000;

function lookOver(db: Database): BackupReport {
  const found = foundWrong(db);
  return found === null ? { ok: true } : { ok: false, found };
}

function lastEvent(db: Database): number {
  const row: { seq: number | null } = db.prepare('SELECT max(seq) AS seq FROM events').get();
  return row.seq ?? 0;
}

/** A copy is whole, in one file, and looked over before it has its name. */
async function copy({ file, onNetwork }: BackupOrder, db: Database): Promise<BackupReport> {
  const folder = backupFolder(file);
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder))
    if (name.includes('.part')) rmSync(join(folder, name), { force: true });
  const part = join(folder, `${process.pid}.part`);
  // All of it as it is now, whatever is written meanwhile; without a log that would hold up whoever writes.
  if (!onNetwork) db.exec('BEGIN; SELECT count(*) FROM sqlite_schema');
  // The order of the copies is that of their times: also where the clock was set back since the last one.
  const at = Math.max(Date.now(), (backupsOf(file)[0]?.at ?? 0) + 1);
  await backup(db, part, { rate: PORTION });
  if (!onNetwork) db.exec('COMMIT');
  try {
    const made = openDatabase(part, { timeout: PATIENCE });
    let report: BackupReport;
    let seq: number;
    try {
      made.exec('PRAGMA journal_mode = DELETE');
      report = lookOver(made);
      seq = lastEvent(made);
    } finally {
      made.close();
    }
    if (report.ok) renameSync(part, backupFile(file, at, seq));
    return report;
  } finally {
    rmSync(part, { force: true });
  }
}

async function work(order: BackupOrder): Promise<BackupReport> {
  // In the place of one that is gone SQLite would make an empty file.
  if (!existsSync(order.file)) return { ok: true };
  const db = openDatabase(order.file, { timeout: PATIENCE });
  try {
    const [newest] = backupsOf(order.file);
    const isCopied = newest?.seq === lastEvent(db);
    const report = isCopied ? lookOver(db) : await copy(order, db);
    if (report.ok) thinBackups(order.file);
    return report;
  } finally {
    db.close();
  }
}

/** What is damaged is no failure of the thread. */
function orDamage(thrown: unknown): BackupReport {
  if (isDamaged(thrown)) return { ok: false, found: String(thrown) };
  throw thrown;
}

parentPort?.postMessage(await work(workerData as BackupOrder).catch(orDamage));
