import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importOf } from '@testing/bundle-of.js';
import { codeOf } from '@testing/code-of.js';
import { aBoard } from '@testing/records.js';
import { expect, it, vi } from 'vitest';
import { takeOwnLock } from './own-lock.js';
import { freshDesk } from './testing/desk.js';

/** Called with the file before it is asked for, and once it is held, before that is said. */
const meanwhile = vi.hoisted(() => ({
  before: (_file: string): void => undefined,
  do: (_file: string): void => undefined,
}));
vi.mock('./lock.js', async (load) => {
  const real = await load<typeof import('./lock.js')>();
  const takeLock: typeof real.takeLock = (file, who) => {
    meanwhile.before(file);
    const lock = real.takeLock(file, who);
    meanwhile.do(file);
    return lock;
  };
  return { ...real, takeLock };
});

const desk = freshDesk();
const folderOf = () => join(desk.root, 'data', 'locks');
const LONG_AGO = new Date(Date.now() - 48 * 60 * 60_000);

it('lies in the data folder while a review is open, and no longer', () => {
  const review = desk.open();
  review.importRecords(aBoard(1));
  expect(readdirSync(folderOf())).toHaveLength(1);
  desk.close(review);
  expect(readdirSync(folderOf())).toEqual([]);
});

it('is removed at the next opening where a program left it, and not where somebody holds it', () => {
  mkdirSync(folderOf(), { recursive: true });
  const held = takeOwnLock(folderOf(), '1-1', 'Ada');
  const [left, others] = [
    ['1-2.lock', '66306-1022.lock'],
    ['my-66-1.lock', '1-2.lock.txt', '1-x.lock'],
  ];
  for (const name of [...left, ...others, '1-3.lock']) writeFileSync(join(folderOf(), name), '');
  writeFileSync(join(folderOf(), '1-4.lock'), 'no lock but words '.repeat(99));
  writeFileSync(join(folderOf(), 'a letter'), '');
  for (const name of readdirSync(folderOf()))
    if (name !== '1-3.lock') utimesSync(join(folderOf(), name), LONG_AGO, LONG_AGO);
  const review = desk.open();
  const there = readdirSync(folderOf());
  desk.close(review);
  expect(there).toEqual(expect.arrayContaining(['1-1.lock', '1-3.lock', '1-4.lock', 'a letter', ...others]));
  for (const name of left) expect(there).not.toContain(name);
  expect(takeOwnLock(folderOf(), '1-1', 'Bo')).toMatchObject({ held: false, by: { who: 'Ada' } });
  if (held.held) held.release();
});

it('is removed where many were left, some of them at each opening', () => {
  mkdirSync(folderOf(), { recursive: true });
  for (let n = 10; n < 30; n++) {
    writeFileSync(join(folderOf(), `7-${n}.lock`), '');
    utimesSync(join(folderOf(), `7-${n}.lock`), LONG_AGO, LONG_AGO);
  }
  const leftAfter = () => {
    const lock = takeOwnLock(folderOf(), '1-1', 'Ada');
    if (lock.held) lock.release();
    return readdirSync(folderOf());
  };
  expect(leftAfter()).toEqual(['7-26.lock', '7-27.lock', '7-28.lock', '7-29.lock']);
  expect(leftAfter()).toEqual([]);
});

it('is taken anew where whoever held it last removed its file meanwhile', () => {
  let times = 0;
  mkdirSync(folderOf(), { recursive: true });
  writeFileSync(join(folderOf(), '1-1.lock'), '');
  meanwhile.do = (file) => {
    if (times++ === 0) rmSync(file);
  };
  const lock = takeOwnLock(folderOf(), '1-1', 'Ada');
  meanwhile.do = () => undefined;
  expect(takeOwnLock(folderOf(), '1-1', 'Bo').held).toBe(false);
  if (lock.held) lock.release();
});

it('is asked for again where its file was removed as it was opened, and where that goes on the error is told', () => {
  let times = 0;
  const thrown = new Error('disk I/O error');
  const failing = (most: number) => () => {
    if (times++ < most) throw thrown;
  };
  meanwhile.before = failing(2);
  const lock = takeOwnLock(folderOf(), '1-1', 'Ada');
  meanwhile.before = failing(Number.POSITIVE_INFINITY);
  expect(lock.held).toBe(true);
  expect(() => takeOwnLock(folderOf(), '1-2', 'Ada')).toThrow(thrown);
  meanwhile.before = () => undefined;
  expect(times).toBeGreaterThan(10);
  if (lock.held) lock.release();
  expect(readdirSync(folderOf())).toEqual([]);
});

it('is left to the others where they take its file away each time, and held by nobody', () => {
  meanwhile.do = (file) => rmSync(file);
  expect(takeOwnLock(folderOf(), '1-1', 'Ada')).toEqual({ held: false, by: null });
  meanwhile.do = () => undefined;
  const lock = takeOwnLock(folderOf(), '1-1', 'Bo');
  expect(lock.held).toBe(true);
  if (lock.held) lock.release();
});

it('is refused where something lies there that is no lock, which stays', () => {
  mkdirSync(join(folderOf(), '1-1.lock'), { recursive: true });
  writeFileSync(join(folderOf(), '1-2.lock'), 'no lock but words '.repeat(99));
  for (const identity of ['1-1', '1-2'])
    expect(codeOf(() => takeOwnLock(folderOf(), identity, 'Ada'))).toBe('LOCK_DAMAGED');
  expect(readdirSync(folderOf()).sort()).toEqual(['1-1.lock', '1-2.lock']);
});

it('is held by one at a time, however many take it and let it go at once', async () => {
  const LOCK = importOf(fileURLToPath(new URL('own-lock.ts', import.meta.url)));
  const log = join(desk.root, 'log');
  // Whoever holds it makes a file that must not be there yet.
  const program = `import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
    const { takeOwnLock } = await import(${LOCK});
    const inside = ${JSON.stringify(join(desk.root, 'inside'))};
    let times = 0;
    for (const end = Date.now() + 1500; Date.now() < end; ) {
      const lock = takeOwnLock(${JSON.stringify(folderOf())}, '7-7', 'Ada');
      if (!lock.held) continue;
      writeFileSync(inside, '', { flag: 'wx' });
      times++;
      rmSync(inside);
      lock.release();
    }
    appendFileSync(${JSON.stringify(log)}, times + '\\n');`;
  const all = Array.from({ length: 3 }, () =>
    spawn(process.execPath, ['--input-type=module', '-e', program], {
      stdio: ['ignore', 'ignore', 'inherit'],
    }),
  );
  expect(await Promise.all(all.map((child) => once(child, 'exit').then(([code]) => code)))).toEqual([
    0, 0, 0,
  ]);
  const times = readFileSync(log, 'utf8').split('\n').map(Number);
  expect(times.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(20);
  expect(existsSync(join(folderOf(), '7-7.lock'))).toBe(false);
});
