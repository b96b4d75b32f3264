import { expect, it } from 'vitest';
import { openDatabase } from './database.js';
import { storedRows } from './stored-rows.js';

function stored(jsons: readonly unknown[]): [id: string, raw: unknown][] {
  const db = openDatabase(':memory:', { timeout: 0 });
  db.exec('CREATE TABLE shot (id TEXT PRIMARY KEY, json TEXT)');
  const put = db.prepare('INSERT INTO shot VALUES (?, ?)');
  db.exec('BEGIN');
  for (const [at, json] of jsons.entries()) put.run(`shot-${at}`, json as string);
  db.exec('COMMIT');
  const rows = [...storedRows(db, 'shot')].map(({ id, raw }): [string, unknown] => [id, raw]);
  db.close();
  return rows;
}

const rowsOf = (count: number) => Array.from({ length: count }, (_, at) => ({ at, text: `1,2]} "${at}` }));

it('gives every row once and in order, however many portions they take', () => {
  for (const count of [0, 1, 499, 500, 501, 1300]) {
    const rows = rowsOf(count);
    expect(stored(rows.map((row) => JSON.stringify(row)))).toEqual(
      rows.map((row, at) => [`shot-${at}`, row]),
    );
  }
});

it('gives what cannot be parsed as nothing, and the rows around it as they are', () => {
  const rows = rowsOf(600);
  const jsons: unknown[] = rows.map((row) => JSON.stringify(row));
  const broken = { 3: '{"at":3', 4: ',"text":""}', 5: '', 6: null, 555: Buffer.from([1, 2]) };
  for (const [at, json] of Object.entries(broken)) jsons[Number(at)] = json;
  const found = stored(jsons);
  expect(found.map(([id]) => id)).toEqual(rows.map((_, at) => `shot-${at}`));
  for (const [at, row] of rows.entries()) {
    const raw = found[at]?.[1];
    if (!Object.hasOwn(broken, at)) expect(raw).toEqual(row);
    // JSON.parse takes what is null for the word.
    else expect(raw ?? undefined).toBeUndefined();
  }
});

it('reads no two rows together that are none alone', () => {
  const halves = ['{"at":0},{"at":1,"more":[1', '2]}'];
  expect(stored(halves)).toEqual([
    ['shot-0', undefined],
    ['shot-1', undefined],
  ]);
});
