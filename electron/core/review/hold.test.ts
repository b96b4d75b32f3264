import { copyFileSync, linkSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Hold } from './hold.js';
import type { ReviewLocation } from './location.js';
import { freshDesk } from './testing/desk.js';

const desk = freshDesk();
const data = (): string => join(desk.root, 'data');
const locks = (): string[] => readdirSync(join(data(), 'locks'));

/** Where a review lies, with a file in its place. */
function home(name: string): ReviewLocation {
  const at = (part: string) => join(desk.root, name, part);
  mkdirSync(join(desk.root, name));
  writeFileSync(at('review.sqlite'), '');
  return { file: at('review.sqlite'), lockFile: at('review.lock'), takesFolder: at('takes') };
}

const refused = (work: () => void) => {
  expect(work).toThrow(expect.objectContaining({ code: 'REVIEW_LOCKED' }));
};

describe('a review', () => {
  it('is held by one, who is named to others until it is let go', () => {
    const board = home('board');
    const ada = new Hold(board, data(), 'Ada');
    expect(ada.heldBy).toBeNull();
    const bo = new Hold(board, data(), 'Bo');
    expect(bo.heldBy).toMatch(/^Open by Ada since .+[.]$/);
    expect(bo.refusal(null)).toMatchObject({
      code: 'REVIEW_LOCKED',
      detail: expect.stringMatching(/^Open by Ada since .+[^.]$/),
      data: { file: board.file },
    });
    // Whoever did not get it lets nothing of others go.
    bo.release();
    expect(new Hold(board, data(), 'Bo').heldBy).toContain('Ada');
    ada.release();
    expect(locks()).toEqual([]);
    const next = new Hold(board, data(), 'Bo');
    expect(next.heldBy).toBeNull();
    next.release();
  });

  it('is the same under another name, of which the lock beside it is let go', () => {
    const [board, twin] = [home('board'), home('twin')];
    linkSync(board.file, join(desk.root, 'link'));
    renameSync(join(desk.root, 'link'), twin.file);
    const ada = new Hold(board, data(), 'Ada');
    expect(new Hold(twin, data(), 'Bo').heldBy).toContain('Ada');
    ada.release();
    const bo = new Hold(twin, data(), 'Bo');
    expect(bo.heldBy).toBeNull();
    bo.release();
  });

  it('is held on where another file lies in its place by then, and the one before is let go', () => {
    const board = home('board');
    const ada = new Hold(board, data(), 'Ada');
    const before = locks();
    ada.follow();
    expect(locks()).toEqual(before);
    copyFileSync(board.file, `${board.file}.new`);
    renameSync(`${board.file}.new`, board.file);
    ada.follow();
    expect(locks()).toHaveLength(1);
    expect(locks()).not.toEqual(before);
    ada.release();
    expect(locks()).toEqual([]);
  });

  it('is refused where the file that lies there by then is held by another', () => {
    const [board, twin] = [home('board'), home('twin')];
    const ada = new Hold(board, data(), 'Ada');
    const bo = new Hold(twin, data(), 'Bo');
    linkSync(twin.file, join(desk.root, 'link'));
    renameSync(join(desk.root, 'link'), board.file);
    refused(() => ada.follow());
    ada.release();
    bo.release();
  });

  it('is held by the lock beside it alone where the data folder takes no files, or no file is there yet', () => {
    const board = home('board');
    writeFileSync(data(), 'no folder');
    const ada = new Hold(board, data(), 'Ada');
    expect([ada.heldBy, new Hold(board, data(), 'Bo').heldBy]).toEqual([
      null,
      expect.stringContaining('Ada'),
    ]);
    ada.release();
    const fresh = { ...board, file: join(desk.root, 'board', 'new.sqlite') };
    const elsewhere = join(desk.root, 'other data');
    const bo = new Hold(fresh, elsewhere, 'Bo');
    bo.follow();
    expect(bo.heldBy).toBeNull();
    mkdirSync(fresh.file);
    bo.follow();
    bo.release();
  });

  it('is let go where its lock in the data folder is none', () => {
    const board = home('board');
    const ada = new Hold(board, data(), 'Ada');
    const [name = ''] = locks();
    ada.release();
    writeFileSync(join(data(), 'locks', name), 'no lock but words '.repeat(99));
    expect(() => new Hold(board, data(), 'Ada')).toThrow(expect.objectContaining({ code: 'LOCK_DAMAGED' }));
    const bo = new Hold(board, join(desk.root, 'other data'), 'Bo');
    expect(bo.heldBy).toBeNull();
    bo.release();
  });
});
