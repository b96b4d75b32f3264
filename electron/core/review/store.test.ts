/** The file itself: what is kept in it beside the records, and rows that the program does not know. */
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
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

it('that is no larger than can be looked over at once is, before it is written: damage that nothing meets shows', async () => {
  const { file, open } = await fresh();
  open().close();
  /** Free pages that are none. */
  const spoil = () => {
    const bytes = readFileSync(file);
    bytes.writeUInt32BE(2, 32);
    bytes.writeUInt32BE(5, 36);
    writeFileSync(file, bytes);
  };
  const whole = readFileSync(file);
  spoil();
  expect(codeOf(() => open())).toBe('REVIEW_DAMAGED');
  expect(open({ readOnly: true }).load().records).toEqual(EMPTY_RECORDS);
  writeFileSync(file, whole);
  const store = open();
  store.db.exec("INSERT INTO measures VALUES ('large', hex(zeroblob(4200000)))");
  store.close();
  spoil();
  // A larger one is looked over while it is open.
  expect(open().load().records).toEqual(EMPTY_RECORDS);
});

/** What whoever guards a file hears of it, and where a copy of it goes. */
function guarding(file: string) {
  const told: string[] = [];
  const copy = join(dirname(file), 'rescued', 'copy.sqlite');
  const guard = {
    files: [],
    copy: () => copy,
    barred: (why: string) => void told.push(why),
    damaged: () => void told.push('damaged'),
  };
  return { told, copy, guard };
}
const keep = (store: Store, json: string) => store.transaction(() => store.keep('source', json));

it('keeps all of a transaction, or none of it', async () => {
  const { open } = await fresh();
  const store = open();
  keep(store, '1');
  const half = () =>
    store.transaction(() => {
      store.keep('source', '2');
      throw new Error('in the middle');
    });
  expect(half).toThrow('in the middle');
  expect([store.kept('source'), store.db.isTransaction]).toEqual(['1', false]);
  expect(store.transaction(() => 3)).toBe(3);
});

it('that somebody else wrote to meanwhile is only read, which is said', async () => {
  const { file, open } = await fresh();
  const { told, guard } = guarding(file);
  const store = open({ guard });
  keep(store, '1');
  const other = new DatabaseSync(file);
  other.exec("INSERT INTO taken_in VALUES ('theirs')");
  other.close();
  expect(codeOf(() => keep(store, '2'))).toBe('REVIEW_CHANGED');
  expect([store.kept('source'), store.barred?.code, told]).toEqual([
    '1',
    'REVIEW_CHANGED',
    [expect.stringContaining('another program wrote to its file, and the last change was not saved')],
  ]);
});

it('whose file was taken away is saved as a new one, without the last change, and only read from then on', async () => {
  const { file, open } = await fresh();
  const { told, copy, guard } = guarding(file);
  const store = open({ guard });
  keep(store, '1');
  renameSync(file, `${file}.moved`);
  expect(() => keep(store, '2')).toThrow(
    expect.objectContaining({ code: 'REVIEW_REPLACED', data: { file, copy } }),
  );
  expect(told).toEqual([
    `While it was open, review.sqlite was removed or moved, and the last change was not saved. Everything before that is saved as ${copy}. To go on with it, put it at ${file}.`,
  ]);
  expect(store.barred?.why).toBe(told[0]);
  expect(readdirSync(dirname(copy))).toEqual(['copy.sqlite']);
  const saved = new Store(copy, { readOnly: true });
  expect([saved.kept('source'), store.kept('source')]).toEqual(['1', '1']);
  saved.close();
  store.close();
  expect(store.db.isOpen).toBe(true);
});

it('says where what was in a file that was taken away could not be saved', async () => {
  const { file, open } = await fresh();
  const { told, copy, guard } = guarding(file);
  const store = open({ guard });
  writeFileSync(dirname(copy), 'no folder');
  rmSync(file);
  expect(codeOf(() => keep(store, '1'))).toBe('REVIEW_REPLACED');
  expect(told).toEqual([expect.stringMatching(/could not be saved as a new file either: export it/)]);
});

it('waits for the disk with what was decided, not with what can be worked out again, but where it has no log', async () => {
  const waits = (store: Store, how: 'transaction' | 'derivedTransaction') =>
    store[how](() => store.db.prepare('PRAGMA synchronous').get());
  const [near, far] = [(await fresh()).open(), (await fresh()).open({ onNetwork: true })];
  const [full, normal] = [{ synchronous: 2 }, { synchronous: 1 }];
  expect([waits(near, 'transaction'), waits(near, 'derivedTransaction')]).toEqual([full, normal]);
  expect(waits(near, 'transaction')).toEqual(full);
  const failing = () =>
    near.derivedTransaction(() => {
      throw new Error('in the middle');
    });
  expect(failing).toThrow('in the middle');
  expect(waits(near, 'transaction')).toEqual(full);
  expect(waits(far, 'derivedTransaction')).toEqual(full);
});

it('of which a part is damaged has nothing there that can be worked out again, which is told, and hides nothing else', async () => {
  const { file, open } = await fresh();
  const { told, guard } = guarding(file);
  const store = open({ guard });
  const failing = (errcode: number) => () => {
    throw Object.assign(new Error('of SQLite'), { code: 'ERR_SQLITE_ERROR', errcode });
  };
  expect([store.derived(() => 5), told]).toEqual([5, []]);
  expect([store.derived(failing(11)), told]).toEqual([undefined, ['damaged']]);
  expect(codeOf(() => store.derived(failing(13)))).toBe('DISK_FULL');
  expect(() => store.derived(failing(1))).toThrow('of SQLite');
  expect(told).toHaveLength(1);
});

it('that is closed leaves everything in its one file, and one that is only read leaves it as it was', async () => {
  const { file, open } = await fresh();
  const store = open();
  keep(store, '1');
  const log = () => statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  expect(log()).toBeGreaterThan(0);
  const reading = open({ readOnly: true });
  reading.close();
  expect(log()).toBeGreaterThan(0);
  store.close();
  expect(log()).toBe(0);
  expect(open().kept('source')).toBe('1');
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
