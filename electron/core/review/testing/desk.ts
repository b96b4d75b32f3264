import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import type { Command } from '@shared/commands/index.js';
import { DEFAULT_SETTINGS } from '@shared/settings.js';
import { afterEach, beforeEach } from 'vitest';
import { type OpenReviewOptions, openReview, type Review, type ReviewEvent } from '../index.js';

/** In memory where the system has such a folder: what these tests ask is not whether it reached a disk. */
export const FAST = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** As they come, but signed. */
export const ADAS = { ...DEFAULT_SETTINGS, artist: 'Ada' };

export interface Desk {
  /** A folder that lasts for one test. */
  readonly root: string;
  /** Opens the review of a storyboard folder of that name in `root`, in the name of Ada. */
  open(name?: string): Review;
  close(review: Review): void;
  closeAll(): void;
  /** As `open` opens it. */
  options(name?: string): OpenReviewOptions;
  /** Changes the file of a review that is closed, behind the program's back. */
  alter(review: Review, sql: string): void;
  /** Sends the command under an id of its own. */
  run(review: Review, command: Command): ReviewEvent;
}

/** A fresh folder for every test; what the test leaves open is closed after it. */
export function freshDesk(): Desk {
  let root = '';
  let calls = 0;
  const opened = new Set<Review>();
  beforeEach(() => {
    root = mkdtempSync(join(FAST, 'continuist-review-'));
  });
  const closeAll = () => {
    for (const review of opened) review.close();
    opened.clear();
  };
  const options = (name = 'board') => ({
    folder: join(root, name),
    dataFolder: join(root, 'data'),
    settings: () => ADAS,
  });
  afterEach(() => {
    closeAll();
    rmSync(root, { recursive: true });
  });
  return {
    get root() {
      return root;
    },
    open(name = 'board') {
      mkdirSync(join(root, name), { recursive: true });
      const review = openReview(options(name));
      opened.add(review);
      return review;
    },
    options,
    closeAll,
    close(review) {
      opened.delete(review);
      review.close();
    },
    alter({ file }, sql) {
      const db = new DatabaseSync(file);
      db.exec(sql);
      db.close();
    },
    run: (review, command) => review.run({ id: `call-${calls++}`, at: Date.now(), command }),
  };
}
