import { DatabaseSync } from '@photostructure/sqlite';
import { anApproval } from '@testing/approval.js';
import { aBoard } from '@testing/records.js';
import { expect, test } from 'vitest';
import { freshDesk } from './testing/desk.js';

const desk = freshDesk();

/** Makes a review of three shots with a decision and an order on the second, closes it and changes its file. */
function spoilt(sql: string): string {
  const review = desk.open();
  review.importRecords(aBoard(3));
  desk.run(review, { type: 'hold', shotId: 'shot-1', reason: 'light' });
  desk.run(review, { type: 'set-note', shotId: 'shot-2', note: 'hands' });
  desk.close(review);
  desk.alter(review, sql);
  return review.file;
}

const stored = (file: string, sql: string): unknown[] => {
  const db = new DatabaseSync(file, { readOnly: true });
  const rows = db.prepare(sql).all();
  db.close();
  return rows;
};

test('a row that cannot be read costs that row: the rest opens, and it is named and stays in the file', () => {
  const file = spoilt(`UPDATE claim SET json = json_set(json, '$.weight', 'heavy') WHERE id = 'claim-2'`);
  const row = `SELECT json FROM claim WHERE id = 'claim-2'`;
  const before = stored(file, row);
  const review = desk.open();
  expect(review.readOnly).toBeNull();
  expect(Object.keys(review.records.claim)).toEqual(['claim-0', 'claim-1']);
  expect(Object.keys(review.records.shot)).toHaveLength(3);
  expect(review.skipped).toEqual([
    {
      name: 'Claim the umbrella is red',
      reason: expect.stringMatching(/^cannot be read \(weight: [^;]*\)[.] It stays/),
    },
  ]);
  desk.run(review, { type: 'set-stars', shotId: 'shot-2', stars: 3 });
  desk.close(review);
  expect(stored(file, row)).toEqual(before);
  expect(desk.open().records.shot['shot-2']?.stars).toBe(3);
});

test('what belongs to a shot that cannot be read is left out with it, and comes back when it can be', () => {
  spoilt(`
    UPDATE shot SET json = replace(json, '"pending"', '"paused"') WHERE id = 'shot-0';
    UPDATE shot SET json = json_remove(json, '$.status') WHERE id = 'shot-1';
    UPDATE fact SET json = json_set(json, '$.lastShotId', 'shot-1');
  `);
  const review = desk.open();
  const { storyboard, ...rest } = review.records;
  expect(Object.keys(storyboard)).toEqual(['board']);
  expect(Object.values(rest).map((rows) => Object.keys(rows))).toEqual([
    ['shot-2'],
    ['take-2'],
    ['claim-2'],
    [],
    [],
    [],
    [],
    [],
    [],
    [],
    [],
    [],
    [],
    [],
    [],
    [],
  ]);
  expect(review.skipped.map(({ name }) => name)).toEqual(['Shot 1', 'Shot 2']);
  expect(review.skipped[0]?.reason).toContain('; 2 more that belong to it');
  // Its take, its claim, its decision and the fact that ends with it.
  expect(review.skipped[1]?.reason).toContain('; 4 more that belong to it');
  expect(review.undo()[0].label).toBe('Edit note of shot 3');
  desk.close(review);
  desk.alter(review, `UPDATE shot SET json = json_set(json, '$.status', 'on-hold')`);
  const again = desk.open();
  expect(again.skipped).toEqual([]);
  expect(Object.keys(again.records.take)).toHaveLength(3);
  expect(Object.keys(again.records.decision)).toHaveLength(1);
});

test('an import takes away a shot with what of it cannot be read, which is kept aside in the file', () => {
  const review = desk.open();
  review.importRecords(aBoard(3));
  desk.run(review, anApproval({ shotId: 'shot-1', takeId: 'take-1', prompt: 'rain', edited: true }));
  desk.close(review);
  desk.alter(review, `UPDATE take SET json = json_set(json, '$.width', 'wide') WHERE id <> 'take-0'`);
  const spoilt = desk.open();
  // The order cannot be read without its take.
  expect(spoilt.records.request).toEqual({});
  const [take] = stored(spoilt.file, `SELECT json FROM take WHERE id = 'take-1'`) as { json: string }[];
  spoilt.importRecords({ ...aBoard(3), shot: aBoard(1).shot, take: aBoard(1).take, claim: aBoard(1).claim });
  desk.close(spoilt);
  const again = desk.open();
  expect(again.skipped).toEqual([]);
  expect(Object.keys(again.records.shot)).toEqual(['shot-0']);
  expect(stored(again.file, 'SELECT of_table, id FROM displaced')).toEqual([
    { of_table: 'take', id: 'take-1' },
    { of_table: 'request', id: expect.anything() },
    { of_table: 'take', id: 'take-2' },
  ]);
  expect(stored(again.file, `SELECT json FROM displaced WHERE id = 'take-1'`)).toEqual([take]);
});

test.each([
  ['shot-2', 'null', 'it is not a valid record'],
  ['shot-2', '"text"', 'it is not a valid record'],
  ['shot-2', '{"number": 3}', 'id: Invalid input: expected string, received undefined'],
  ['shot-2', '{"number": ""}', 'id: Invalid input: expected string, received undefined'],
])('a row of which no name can be read is named by its id (%s as %s)', (id, json, reason) => {
  spoilt(`UPDATE shot SET json = '${json}' WHERE id = '${id}'`);
  const review = desk.open();
  expect(review.skipped).toEqual([
    {
      name: `Shot with the id ${id}`,
      reason: `cannot be read (${reason}); 2 more that belong to it are left out too. It stays in the review file as it is.`,
    },
  ]);
});

test('what takes the id of a row that cannot be read leaves a copy of it in the file', () => {
  const file = spoilt(`UPDATE fact SET json = '{"mine": true}'`);
  const review = desk.open();
  const [fact] = Object.values(aBoard(1).fact);
  if (!fact) throw new Error('the board has no fact');
  desk.run(review, { type: 'put-fact', fact });
  desk.run(review, { type: 'remove-fact', factId: fact.id });
  desk.run(review, { type: 'put-fact', fact });
  desk.close(review);
  expect(stored(file, 'SELECT * FROM displaced')).toEqual([
    { of_table: 'fact', id: 'fact-0', json: '{"mine": true}' },
  ]);
  expect(desk.open().records.fact['fact-0']).toEqual(fact);
});
