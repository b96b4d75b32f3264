import { DatabaseSync } from '@photostructure/sqlite';

export type Database = InstanceType<typeof DatabaseSync>;

/**
 * A file that may have come from anywhere: what its schema names runs no function that could do harm, and nothing that
 * is asked of it can damage it (https://sqlite.org/security.html).
 */
export function openDatabase(
  file: string,
  options: { readonly timeout: number; readonly readOnly?: boolean },
): Database {
  const db = new DatabaseSync(file, { ...options, defensive: true });
  db.exec('PRAGMA trusted_schema = OFF');
  return db;
}

/** What SQLite finds wrong with the file; null where it is whole. */
export function foundWrong(db: Database): string | null {
  const [row]: Record<string, string>[] = db.prepare('PRAGMA quick_check(1)').all();
  const found = Object.values(row ?? {})[0] ?? '';
  return found === 'ok' ? null : found;
}
