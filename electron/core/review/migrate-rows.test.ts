import { DatabaseSync } from '@photostructure/sqlite';
import type { RowMigrations } from '@shared/records/index.js';
import { aBoard, aFact } from '@testing/records.js';
import { expect, test } from 'vitest';
import { migrateRows } from './migrate-rows.js';
import { freshDesk } from './testing/desk.js';

const desk = freshDesk();

/** Gives facts the title that the storyboard had when they were written, and how many facts there were; those called "odd" cannot be understood. */
const titled: RowMigrations = {
  fact: (fact, then) => {
    if (fact.name === 'odd') throw new Error('odd');
    const [storyboard] = Object.values(then.storyboard ?? {});
    return { ...fact, title: storyboard?.title, among: Object.keys(then.fact ?? {}).length };
  },
};

const facts = (file: string) => {
  const db = new DatabaseSync(file, { readOnly: true });
  const rows: { json: string }[] = db.prepare('SELECT json FROM fact ORDER BY id').all();
  const diffs: { diff: string }[] = db.prepare('SELECT diff FROM events ORDER BY seq').all();
  db.close();
  const read = (json: string) => (json === '{' ? json : JSON.parse(json));
  return { rows: rows.map(({ json }) => read(json)), diffs: diffs.map(({ diff }) => diff) };
};

function migrated(sql = ''): ReturnType<typeof facts> {
  const review = desk.open();
  review.importRecords({ ...aBoard(1), fact: {} });
  const put = (fact: ReturnType<typeof aFact>) => desk.run(review, { type: 'put-fact', fact });
  put(aFact('a'));
  put({ ...aFact('b'), name: 'odd' });
  desk.run(review, { type: 'rename', title: 'Pier' });
  put({ ...aFact('a'), statement: 'a girl in a blue coat' });
  review.undo();
  desk.run(review, { type: 'remove-fact', factId: 'a' });
  review.undo();
  desk.run(review, { type: 'remove-fact', factId: 'b' });
  put(aFact('c'));
  desk.close(review);
  const db = new DatabaseSync(review.file);
  db.exec(sql);
  migrateRows(db, titled);
  db.close();
  return facts(review.file);
}

test('a record gets the form that it had the need of when it was written, and the same one wherever the log has it', () => {
  const { rows, diffs } = migrated();
  const first = { ...aFact('a'), title: 'Harbour', among: 1 };
  const second = { ...aFact('a'), statement: 'a girl in a blue coat', title: 'Pier', among: 2 };
  // The second had gone when the third came.
  expect(rows).toEqual([first, { ...aFact('c'), title: 'Pier', among: 2 }]);
  const odd = { ...aFact('b'), name: 'odd' };
  const changes = diffs.map((diff) => JSON.parse(diff).fact);
  expect(changes[1].added.a).toEqual(first);
  expect(changes[2].added.b).toEqual(odd);
  expect(changes[4].updated.a).toEqual([first, second]);
  expect(changes[5].updated.a).toEqual([second, first]);
  expect(changes[6].removed.a).toEqual(first);
  expect(changes[7].added.a).toEqual(first);
});

test('an event or a row that cannot be read stays as it is, and what follows is migrated all the same', () => {
  const { rows, diffs } = migrated(`
    UPDATE events SET diff = '{"fact": 3}' WHERE seq = 2;
    UPDATE events SET diff = '{' WHERE seq = 4;
    UPDATE fact SET json = '{' WHERE id = 'a';
  `);
  expect(diffs[1]).toBe('{"fact": 3}');
  expect(diffs[3]).toBe('{');
  expect(rows).toEqual(['{', expect.objectContaining({ id: 'c', title: 'Harbour' })]);
});

test('events that no migration is about are not written again', () => {
  const { diffs } = migrated(
    `UPDATE events SET diff = replace(diff, '{"storyboard"', '{ "storyboard"') WHERE seq = 4`,
  );
  expect(diffs[3]).toMatch(/^\{ "storyboard"/);
});
