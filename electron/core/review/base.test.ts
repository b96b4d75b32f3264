import { EMPTY_RECORDS } from '@shared/records/index.js';
import { aBoard, aFact, aShot } from '@testing/records.js';
import { expect, test } from 'vitest';
import { freshDesk } from './testing/desk.js';

const desk = freshDesk();
const imported = aBoard(2);
const { storyboard, shot, fact } = imported;

test('until it is read again, the source said what was imported, whatever the artist changed since', () => {
  const review = desk.open();
  expect(review.sourceBase).toEqual({
    storyboard: EMPTY_RECORDS.storyboard,
    shot: EMPTY_RECORDS.shot,
    fact: EMPTY_RECORDS.fact,
  });
  review.system('Look at the folder', (records) => ({
    ...records,
    fact: { own: { ...aFact('own'), firstShotId: null, lastShotId: null } },
  }));
  review.importRecords(imported);
  desk.run(review, { type: 'edit-description', shotId: 'shot-0', description: 'A boat.' });
  review.importRecords(aBoard(3));
  expect(review.sourceBase).toEqual({ storyboard, shot, fact });
  desk.close(review);
  expect(desk.open().sourceBase).toEqual({ storyboard, shot, fact });
});

test('what the program and the artist made before is no reading of the source', () => {
  const review = desk.open();
  review.system('Make a shot', (records) => ({ ...records, shot: { own: { ...aShot(0), id: 'own' } } }));
  desk.run(review, { type: 'hold', shotId: 'own', reason: '' });
  expect(review.sourceBase.shot).toEqual({});
  review.importRecords(imported);
  expect(review.sourceBase).toEqual({ storyboard, shot, fact });
});

test('what the source said when it was last read is kept; what cannot be read of that is as it was imported', () => {
  const review = desk.open();
  review.importRecords(imported);
  const base = { storyboard, shot: { 'shot-0': { ...shot['shot-0'], description: 'A pier.' } }, fact: {} };
  review.adoptSource({ records: imported, base: base as never });
  expect(review.sourceBase).toEqual(base);
  desk.close(review);
  desk.alter(review, `UPDATE source SET json = '{"shot": 1}'`);
  expect(desk.open().sourceBase).toEqual({ storyboard, shot, fact });
});
