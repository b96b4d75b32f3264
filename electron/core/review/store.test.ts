/** The file itself: what is kept in it beside the records, and rows that the program does not know. */
import { join } from 'node:path';
import { diffBetween, diffFromEmpty, EMPTY_RECORDS, type Records } from '@shared/records/index.js';
import { codeOf } from '@testing/code-of.js';
import { temporaryFolder } from '@testing/folder.js';
import { aBoard, aRequest } from '@testing/records.js';
import { expect, it, onTestFinished } from 'vitest';
import { Store, type StoreOptions } from './store.js';

async function fresh() {
  const file = join(await temporaryFolder(), 'review.sqlite');
  const open = (options?: StoreOptions): Store => {
    const store = new Store(file, options);
    onTestFinished(() => void (store.db.isOpen && store.close()));
    return store;
  };
  return { file, open };
}

it('keeps one source and one matching, the last, and takes over of another what it has not itself', async () => {
  const { open } = await fresh();
  const store = open();
  expect([store.kept('source'), store.kept('matching'), store.markOf('order')]).toEqual([null, null, null]);
  store.transaction(() => {
    store.keep('source', '1');
    store.keep('matching', '2');
    store.keep('source', '3');
    store.putMark('order', 'mine');
    store.keepTakenIn('mark');
    store.keepTakenIn('mark');
    store.keepSkipped([{ name: 'a', reason: 'b' }]);
    store.keepSkipped([{ name: 'c', reason: 'd' }]);
  });
  const other = (await fresh()).open();
  other.transaction(() => {
    other.putMark('order', 'theirs');
    other.putMark('another', 'theirs');
    other.db.exec("INSERT INTO measures VALUES ('f', '{}')");
  });
  store.takeOver(other);
  store.close();
  const again = open({ readOnly: true });
  expect([again.kept('source'), again.kept('matching')]).toEqual(['3', '2']);
  expect([again.markOf('order'), again.markOf('another')]).toEqual(['mine', 'theirs']);
  expect([...again.takenIn()]).toEqual(['mark']);
  expect(again.skipped()).toEqual([{ name: 'c', reason: 'd' }]);
  expect(again.db.prepare('SELECT sha256 FROM measures').all()).toHaveLength(1);
});

it('that lies on a network is read by others while it has no log, and has none there', async () => {
  const { open } = await fresh();
  open().close();
  // It was last open where it may have one.
  expect(codeOf(() => open({ readOnly: true, onNetwork: true }))).toBe('REVIEW_LOCKED');
  const far = (await fresh()).open;
  far({ onNetwork: true }).close();
  const read = far({ readOnly: true, onNetwork: true });
  expect(read.load().records).toEqual(EMPTY_RECORDS);
});

it('sets aside what belongs to a shot and cannot be read when the shot goes, and nothing else', async () => {
  const { open } = await fresh();
  const store = open();
  const board: Records = {
    ...aBoard(2),
    request: { 'order-0': aRequest('order-0', { shotId: 'shot-0', fromTakeId: 'take-0' }) },
  };
  store.transaction(() => store.write(diffFromEmpty(board)));
  const spoil = (table: string, id: string) =>
    store.db.exec(`UPDATE ${table} SET json = json_set(json, '$.round', 'x') WHERE id = '${id}'`);
  spoil('take', 'take-0');
  spoil('take', 'take-1');
  store.close();
  const again = open();
  const { records } = again.load();
  // The order needs its take.
  expect([Object.keys(records.take), Object.keys(records.request)]).toEqual([[], []]);
  const { 'shot-0': _shot, ...shot } = records.shot;
  const { 'claim-0': _claim, ...claim } = records.claim;
  again.transaction(() => again.write(diffBetween(records, { ...records, shot, claim })));
  const ids = (sql: string) =>
    again.db
      .prepare(sql)
      .all()
      .map((row: { id: string }) => row.id);
  expect(ids('SELECT id FROM displaced ORDER BY id')).toEqual(['order-0', 'take-0']);
  expect(ids('SELECT id FROM take')).toEqual(['take-1']);
  expect(ids('SELECT id FROM request')).toEqual([]);
  expect(ids('SELECT id FROM claim')).toEqual(['claim-1']);
});
