import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { aBoard } from '@testing/records.js';
import { expect, test } from 'vitest';
import { freshDesk } from './testing/desk.js';

const desk = freshDesk();

test('records as they were when the file was read are not held beside what came of them', async () => {
  const made = desk.open();
  made.importRecords(aBoard(3));
  desk.close(made);
  desk.alter(made, `UPDATE claim SET json = json_set(json, '$.weight', 'heavy') WHERE id = 'claim-2'`);
  const review = desk.open();
  const read = new WeakRef(review.records.shot);
  desk.run(review, { type: 'set-stars', shotId: 'shot-2', stars: 3 });
  setFlagsFromString('--expose-gc');
  // Whoever has just made a weak reference holds what it refers to until its turn is over.
  await pause(0);
  runInNewContext('gc')();
  expect(read.deref()).toBeUndefined();
});
