/** Decisions on disks that fill up, fail, are pulled out or cannot be written, with real file systems. */
import { copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ContinuistError } from '@shared/errors.js';
import { temporaryFolder } from '@testing/folder.js';
import { drawStoryboard } from '@testing/storyboard.js';
import { afterEach, describe, expect, it } from 'vitest';
import type { Application } from '../../application.js';
import { startApplication } from '../application.js';
import { failingDisk, remount, shownAgain, smallDisk, unmountAll, whyNoMount } from './mounts.js';

const SIZE = { width: 64, height: 36 };
/** Milliseconds within which the program ends, whatever its disk does. */
const ENDS = 20_000;

const applications = new Set<Application>();

afterEach(async () => {
  for (const application of applications) await application.close().catch(() => undefined);
  applications.clear();
  unmountAll();
});

async function started(folder: string, dataFolder = join(folder, 'data')): Promise<Application> {
  const application = await startApplication(folder, { dataFolder, log: () => undefined });
  applications.add(application);
  return application;
}

/** Ends it as closing the window does, and says how that went: "closed", or a code. */
async function ended(application: Application): Promise<string> {
  applications.delete(application);
  const late = new Promise<string>((resolve) => setTimeout(() => resolve('hangs'), ENDS).unref());
  return Promise.race([
    application.close().then(
      () => 'closed',
      (thrown) => (thrown instanceof ContinuistError ? thrown.code : String(thrown)),
    ),
    late,
  ]);
}

let calls = 0;
/** What the program answered: null where the note was acknowledged. */
function noted(application: Application, words: string): unknown {
  const [shot] = Object.values(application.board.review.records.shot);
  try {
    application.run({
      id: `call-${calls++}`,
      at: Date.now(),
      command: { type: 'set-note', shotId: shot?.id ?? '', note: words },
    });
    return null;
  } catch (thrown) {
    return thrown;
  }
}

const notesIn = (application: Application): string[] =>
  application.board.review
    .history(10_000)
    .flatMap(({ diff }) => Object.values(diff.shot?.updated ?? {}).map(([, { note }]) => note))
    .filter(Boolean)
    .reverse();

/** Notes that were acknowledged before one was refused, and the refusal. */
function notedUntilRefused(application: Application, begin: string) {
  const kept: string[] = [];
  for (let n = 0; n < 3_000; n++) {
    const words = `${begin} ${n} ${'x'.repeat(400)}`;
    const refusal = noted(application, words);
    if (refusal !== null) return { kept, refusal };
    kept.push(words);
  }
  throw new Error('nothing was refused');
}

/** Leaves no room on it. Returns what makes room again. */
function fill(folder: string): () => void {
  const fillers: string[] = [];
  for (const size of [1 << 20, 1 << 16, 1 << 12])
    for (;;) {
      const file = join(folder, `filler-${fillers.length}`);
      fillers.push(file);
      try {
        writeFileSync(file, Buffer.alloc(size));
      } catch {
        break;
      }
    }
  return () => {
    for (const file of fillers) rmSync(file, { force: true });
  };
}

const inWords = (thrown: unknown): string =>
  thrown instanceof ContinuistError ? thrown.message : `defect: ${thrown}`;

describe.skipIf(whyNoMount !== null)(`a disk (${whyNoMount ?? 'mounted for the test'})`, () => {
  it('that fills up keeps what was acknowledged, takes more when there is room, and does not keep the program', async () => {
    const folder = await temporaryFolder();
    const disk = smallDisk(4);
    const board = await drawStoryboard(join(disk.folder, 'board'), { shots: 2, size: SIZE });
    const application = await started(folder);
    await application.open(board);
    await application.board.settled();
    expect(noted(application, 'before')).toBeNull();
    const free = fill(disk.folder);
    const first = notedUntilRefused(application, 'while it fills');
    expect(first.refusal).toMatchObject({ code: 'DISK_FULL' });
    expect(inWords(first.refusal)).toContain('The disk is full');
    expect(noted(application, 'still full')).toMatchObject({ code: 'DISK_FULL' });
    free();
    expect(noted(application, 'room again')).toBeNull();
    const freeAgain = fill(disk.folder);
    const second = notedUntilRefused(application, 'full again');
    const kept = ['before', ...first.kept, 'room again', ...second.kept];
    expect(notesIn(application)).toEqual(kept);
    expect(['closed', 'DISK_FULL']).toContain(await ended(application));
    freeAgain();
    const again = await started(folder);
    await again.open(board);
    expect(again.board.review.notes).toEqual([]);
    expect(notesIn(again)).toEqual(kept);
    expect(noted(again, 'next day')).toBeNull();
  }, 120_000);

  it('that meets an error and is read-only from then on refuses in words, and does not keep the program', async () => {
    const folder = await temporaryFolder();
    const disk = failingDisk();
    const board = await drawStoryboard(join(disk.folder, 'board'), { shots: 2, size: SIZE });
    const application = await started(folder);
    await application.open(board);
    await application.board.settled();
    expect(noted(application, 'before')).toBeNull();
    disk.fail();
    const refusal = noted(application, 'after');
    expect(refusal).toMatchObject({ code: 'DISK_FAILED' });
    expect(inWords(refusal)).toContain('The disk cannot be written');
    expect(notesIn(application)).toEqual(['before']);
    expect(await ended(application)).not.toBe('hangs');
    const again = await started(folder);
    await again.open(board);
    expect(notesIn(again)).toEqual(['before']);
  }, 120_000);

  it('that is pulled out leaves a copy of everything that was acknowledged, and does not keep the program', async () => {
    const folder = await temporaryFolder();
    const disk = smallDisk(8);
    const board = await drawStoryboard(join(disk.folder, 'board'), { shots: 2, size: SIZE });
    const application = await started(folder);
    await application.open(board);
    await application.board.settled();
    expect(noted(application, 'before')).toBeNull();
    disk.pull();
    expect(noted(application, 'after')).toMatchObject({ code: 'REVIEW_REPLACED' });
    expect(await ended(application)).toBe('closed');
    const rescued = join(folder, 'data', 'rescued');
    const home = join(folder, 'again', '.continuist');
    mkdirSync(home, { recursive: true });
    copyFileSync(join(rescued, readdirSync(rescued)[0] ?? ''), join(home, 'review.sqlite'));
    const again = await started(folder);
    await again.open(await drawStoryboard(join(folder, 'again'), { shots: 2, size: SIZE }));
    expect(notesIn(again)).toEqual(['before']);
  }, 120_000);

  it('that is full and holds the data folder keeps no board from being reviewed, nor the program from ending', async () => {
    const folder = await temporaryFolder();
    const disk = smallDisk(1);
    const board = await drawStoryboard(join(folder, 'board'), { shots: 2, size: SIZE });
    const application = await started(folder, join(disk.folder, 'data'));
    fill(disk.folder);
    await application.open(board);
    expect(noted(application, 'kept')).toBeNull();
    expect(await ended(application)).not.toBe('hangs');
    const again = await started(folder);
    await again.open(board);
    expect(notesIn(again)).toEqual(['kept']);
  }, 120_000);

  it('that may only be read has its decisions in the data folder, and beside the pictures when it can be written', async () => {
    const folder = await temporaryFolder();
    const disk = smallDisk(8);
    const board = await drawStoryboard(join(disk.folder, 'board'), { shots: 2, size: SIZE });
    remount(disk.folder, true);
    const application = await started(folder);
    await application.open(board);
    expect(noted(application, 'read only')).toBeNull();
    expect(application.board.review.notes.join(' ')).toContain('cannot be written');
    expect(await ended(application)).toBe('closed');
    remount(disk.folder, false);
    const again = await started(folder);
    await again.open(board);
    expect(again.board.review.file).toContain(disk.folder);
    expect(notesIn(again)).toEqual(['read only']);
  }, 120_000);

  it('that is shown at two paths lets one of two windows write', async () => {
    const folder = await temporaryFolder();
    const board = await drawStoryboard(join(folder, 'board'), { shots: 2, size: SIZE });
    const twin = shownAgain(dirname(board));
    const application = await started(folder);
    await application.open(board);
    expect(noted(application, 'mine')).toBeNull();
    const other = await started(folder);
    await other.open(twin.folder);
    expect(noted(other, 'theirs')).toMatchObject({ code: 'REVIEW_LOCKED' });
    expect(notesIn(other)).toEqual(['mine']);
  }, 120_000);
});
