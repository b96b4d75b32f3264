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
