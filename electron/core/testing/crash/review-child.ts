/** Does one thing with reviews for ever, until it is killed: argv holds the phase, a folder and what may go wrong besides. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, renameSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import type { Command } from '@shared/commands/index.js';
import { DEFAULT_SETTINGS } from '@shared/settings.js';
import { Backups } from '../../review/backups/index.js';
import { openReview, type Review } from '../../review/index.js';
import { Store } from '../../review/store.js';
import { acknowledged, began, ended } from './marks.js';

const [phase = '', folder = '', mishap = ''] = process.argv.slice(2);

const open = (board: string): Review =>
  openReview({
    folder: join(folder, board),
    dataFolder: join(folder, 'data'),
    settings: () => ({ ...DEFAULT_SETTINGS, artist: 'Grace' }),
  });

let calls = 0;

function run(review: Review, command: Command): void {
  const id = `${process.pid}-${calls++}`;
  review.run({ id, at: Date.now(), command });
  acknowledged(`call ${id}`);
}

const note = (): Command => ({ type: 'set-note', shotId: `shot-${calls % 12}`, note: `note ${calls}` });

function during<T>(name: string, work: () => T): T {
  began(name);
  const result = work();
  ended();
  return result;
}

/** What lies there before the phase lies there whole, or not at all: half of it would be no doing of the program's. */
function lay(name: string, file: string, length?: number): void {
  const whole = join(folder, 'laid.part');
  copyFileSync(join(folder, name), whole);
  if (length !== undefined) truncateSync(whole, length);
  renameSync(whole, file);
}

/** What befalls the file while it is open. */
const MISHAPS: Readonly<Record<string, (review: Review) => void>> = {
  'clock back': () => {
    const now = Date.now;
    Date.now = () => now() - 86_400_000;
  },
  'file removed': ({ file }) => rmSync(file),
  'file replaced': ({ file }) => {
    copyFileSync(join(folder, 'other.sqlite'), `${file}.new`);
    renameSync(`${file}.new`, file);
  },
  'permission lost': () => process.seteuid?.(65_534),
  // SQLite's own limit: the file takes no page more, as on a disk that is full.
  'disk full': () => {
    const { transaction } = Store.prototype;
    Store.prototype.transaction = function <T>(this: Store, work: () => T): T {
      this.db.exec('PRAGMA max_page_count = 1');
      return transaction.call(this, work) as T;
    };
  },
  'second process': () => {
    const { status } = spawnSync(process.execPath, [process.argv[1] ?? '', 'second', folder]);
    if (status !== 0) acknowledged('call of a second process');
  },
};

/** A process beside the one that holds the review: it looks at it, and changes nothing. */
function second(): never {
  const review = open('board');
  const isRefused = review.readOnly !== null && Object.keys(review.records.shot).length === 12;
  try {
    run(review, note());
  } catch {
    process.exit(isRefused ? 0 : 1);
  }
  process.exit(1);
}

/** Decisions until it is killed; what is refused is no decision. */
async function decide(work: (review: Review) => void): Promise<never> {
  const review = open('board');
  for (let n = 0; ; n++) {
    if (n === 8) MISHAPS[mishap]?.(review);
    try {
      during(phase, () => work(review));
    } catch {
      ended();
      acknowledged('refused');
    }
    await turn();
  }
}

const WORK: Readonly<Record<string, () => Promise<never> | never>> = {
  second,
  decision: () =>
    decide((review) =>
      run(review, { type: 'reject', shotId: `shot-${calls % 12}`, reason: `reason ${calls}` }),
    ),
  undo: () =>
    decide((review) => {
      run(review, note());
      review.undo();
      acknowledged(`event ${review.seq}`);
    }),
  'bulk decision': () =>
    decide((review) => {
      const commands = Array.from({ length: 12 }, (_, n) => ({
        type: 'set-note' as const,
        shotId: `shot-${n}`,
        note: `note ${calls} of ${n}`,
      }));
      run(review, { type: 'bulk', commands });
    }),
  migration: () => {
    for (let n = 0; ; n++) {
      mkdirSync(join(folder, `board-${n}`, '.continuist'), { recursive: true });
      lay('old.sqlite', join(folder, `board-${n}`, '.continuist', 'review.sqlite'));
      const review = during(phase, () => open(`board-${n}`));
      acknowledged(`board ${n}`);
      review.close();
    }
  },
  recovery: () => {
    for (let n = 0; ; n++) {
      const home = join(folder, `board-${n}`, '.continuist');
      mkdirSync(join(home, 'backups'), { recursive: true });
      lay('backup.sqlite', join(home, 'backups', 'review-1000-14.sqlite'));
      lay('backup.sqlite', join(home, 'review.sqlite'), 12 * 4096);
      const review = during(phase, () => open(`board-${n}`));
      acknowledged(`board ${n}`);
      review.close();
    }
  },
  backup: async () => {
    const review = open('board');
    const backups = new Backups({
      file: review.file,
      onNetwork: false,
      afterOpening: 0,
      between: 0,
      damaged: () => acknowledged('call nothing-may-be-damaged'),
    });
    for (let isCopying = false; ; await turn()) {
      if (backups.isCopying !== isCopying) {
        isCopying = backups.isCopying;
        if (isCopying) began(phase);
        else ended();
      }
      run(review, note());
      backups.changed();
    }
  },
};

await WORK[phase]?.();
