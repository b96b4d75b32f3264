import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@testing/folder.js';
import { expect, it } from 'vitest';
import { foundWrong, openDatabase } from './database.js';

it('a file is whole until SQLite finds something wrong in it, and functions that a file names do no harm', async () => {
  const file = join(await temporaryFolder(), 'a.sqlite');
  const db = openDatabase(file, { timeout: 0 });
  db.exec(
    "CREATE TABLE shot (id TEXT); INSERT INTO shot VALUES ('a'); DROP TABLE shot; CREATE TABLE take (id TEXT)",
  );
  expect(foundWrong(db)).toBeNull();
  expect(db.prepare('PRAGMA trusted_schema').get()).toEqual({ trusted_schema: 0 });
  expect(() => db.exec('PRAGMA writable_schema = ON; DELETE FROM sqlite_schema')).toThrow();
  db.close();
  const bytes = readFileSync(file);
  // Free pages that are none: https://sqlite.org/fileformat.html.
  bytes.writeUInt32BE(2, 32);
  bytes.writeUInt32BE(5, 36);
  writeFileSync(file, bytes);
  const damaged = openDatabase(file, { timeout: 0, readOnly: true });
  expect(foundWrong(damaged)).toMatch(/free/i);
  expect(() => damaged.exec('CREATE TABLE more (id TEXT)')).toThrow();
  damaged.close();
});
