import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { openReview, type Review, type RunMeta } from '../index.js';

export interface Desk {
  /** A folder that lasts for one test. */
  readonly root: string;
  /** Opens the review of a storyboard folder of that name in `root`, in the name of Ada. */
  open(name?: string): Review;
  close(review: Review): void;
  /** For the next command, each with an id of its own. */
  meta(): RunMeta;
}

/** A fresh folder for every test; what the test leaves open is closed after it. */
export function freshDesk(): Desk {
  let root = '';
  let calls = 0;
  const opened = new Set<Review>();
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'continuist-review-'));
  });
  afterEach(() => {
    for (const review of opened) review.close();
    opened.clear();
    rmSync(root, { recursive: true });
  });
  return {
    get root() {
      return root;
    },
    open(name = 'board') {
      const folder = join(root, name);
      mkdirSync(folder, { recursive: true });
      const review = openReview({ folder, dataFolder: join(root, 'data'), who: 'Ada' });
      opened.add(review);
      return review;
    },
    close(review) {
      opened.delete(review);
      review.close();
    },
    meta: () => ({ id: `call-${calls++}`, who: 'Ada' }),
  };
}
