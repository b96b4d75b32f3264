import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import type { Command } from '@shared/commands/index.js';
import { PROVISIONAL, type Take } from '@shared/records/index.js';
import { anApproval } from '@testing/approval.js';
import { codeOf } from '@testing/code-of.js';
import { aBoard, aTake } from '@testing/records.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openReview, type Review } from './index.js';
import { takeLock } from './lock.js';
import { ADAS, FAST } from './testing/desk.js';
import { anOrder } from './testing/program.js';
import { canRefuse, whileUnwritable } from './testing/unwritable.js';

const MOVED = /^This folder can be written again: .+ [(]2 decisions[)] is beside the pictures now[.]$/;
const AWAY =
  'This folder cannot be written. Your review is kept in Continuist’s data folder, and goes beside the pictures when the folder can be written.';

const MEASURES = { quality: { blur: 1 }, style: { tone: [1] }, hash: 'ff', palette: [], width: 1, height: 1 };

let root = '';
let calls = 0;
let clock = 0;
beforeEach(() => {
  root = mkdtempSync(join(FAST, 'continuist-homes-'));
  for (const path of [root, at('board'), at('data')]) {
    mkdirSync(path, { recursive: true });
    chmodSync(path, 0o777);
  }
});
afterEach(() => rmSync(root, { recursive: true }));

const at = (...path: string[]): string => join(root, ...path);
const folderBeside = (): string => at('board', '.continuist');

const open = (isOnNetwork?: () => boolean): Review =>
  openReview({
    folder: at('board'),
    dataFolder: at('data'),
    settings: () => ADAS,
    ...(isOnNetwork && { isOnNetwork }),
  });

/** Opens the review, does `work` and closes it. */
function using<T>(work: (review: Review) => T, opening = open): T {
  const review = opening();
  try {
    return work(review);
  } finally {
    review.close();
  }
}

/** The same while the folder of the pictures cannot be written. */
function away<T>(work: (review: Review) => T): T {
  const beside = folderBeside();
  const inside = existsSync(beside) ? [beside, ...readdirSync(beside).map((name) => join(beside, name))] : [];
  return whileUnwritable(at('board'), inside, () => using(work));
}

const run = (review: Review, command: Command) =>
  review.run({ id: `call-${calls++}`, at: Date.now() + ++clock, command });
const reject = (review: Review, n: number, reason = 'hands') =>
  run(review, { type: 'reject', shotId: `shot-${n}`, reason });
const note = (review: Review, n: number, text: string) =>
  run(review, { type: 'set-note', shotId: `shot-${n}`, note: text });
const decided = ({ records }: Review): string[] =>
  Object.values(records.decision)
    .map(({ shotId }) => shotId)
    .sort();

/** Beside the pictures, with a decision on the first shot. */
const begin = (shots = 4): void =>
  using((review) => {
    review.importRecords(aBoard(shots));
    reject(review, 0);
  });

test.runIf(canRefuse)(
  'a decided storyboard shows its decisions where it cannot be written, and goes on',
  () => {
    begin();
    const before = readFileSync(join(folderBeside(), 'review.sqlite'));
    away((review) => {
      expect([review.readOnly, review.isNew, decided(review)]).toEqual([null, false, ['shot-0']]);
      expect(review.notes).toEqual([
        AWAY,
        'The review beside the pictures (1 decision) goes on in Continuist’s data folder.',
      ]);
      reject(review, 1);
    });
    away((review) => {
      expect(review.notes).toEqual([AWAY]);
      expect(decided(review)).toEqual(['shot-0', 'shot-1']);
    });
    expect(readFileSync(join(folderBeside(), 'review.sqlite'))).toEqual(before);
  },
);

test.runIf(canRefuse)('what was decided meanwhile goes beside the pictures, with its history, once', () => {
  begin();
  away((review) => void reject(review, 1));
  using((review) => {
    expect(review.file).toBe(join(folderBeside(), 'review.sqlite'));
    expect(review.notes).toEqual([expect.stringMatching(MOVED)]);
    expect(decided(review)).toEqual(['shot-0', 'shot-1']);
    review.undo();
    expect(decided(review)).toEqual(['shot-0']);
  });
  using((review) => {
    expect(review.notes).toEqual([]);
    expect(decided(review)).toEqual(['shot-0']);
  });
  // The one that was in the data folder is not thrown away.
  const [home = ''] = readdirSync(at('data', 'reviews'));
  expect(
    readdirSync(at('data', 'reviews', home)).filter((name) => /^kept-.+[.]sqlite$/.test(name)),
  ).toHaveLength(1);
});

test.runIf(canRefuse)(
  'a review that began where nothing could be written goes beside the pictures too',
  () => {
    away((review) => {
      review.importRecords(aBoard(2));
      reject(review, 0);
      reject(review, 1);
      expect(review.notes).toEqual([AWAY]);
    });
    using((review) => {
      expect(review.notes).toEqual([expect.stringMatching(MOVED)]);
      expect([review.isNew, decided(review)]).toEqual([false, ['shot-0', 'shot-1']]);
    });
  },
);

test.runIf(canRefuse)('pictures that were made meanwhile lie beside the others afterwards', () => {
  begin();
  const made = away((review) => {
    const file = join(review.takesFolder, 'request.png');
    writeFileSync(file, 'a picture');
    const path = `../data/reviews/${file.split('/').slice(-3).join('/')}`;
    const take = { ...aTake(0), id: 'made', path, sha256: 'f'.repeat(64) };
    review.system('Add take', (records) => ({ ...records, take: { ...records.take, made: take } }));
    return file;
  });
  using((review) => {
    expect(review.records.take.made?.path).toBe('.continuist/takes/request.png');
    expect(review.records.take['take-0']?.path).toBe('frames/0.png');
  });
  expect(readFileSync(join(folderBeside(), 'takes', 'request.png'), 'utf8')).toBe('a picture');
  expect(existsSync(made)).toBe(false);
});

test.runIf(canRefuse)('of two reviews that went on apart the newer is opened and takes in the other', () => {
  begin();
  away((review) => {
    reject(review, 1);
    note(review, 2, 'from the train');
    note(review, 3, 'darker');
    review.putMeasures('m'.repeat(64), MEASURES);
  });
  whileBesideChanges((review) => {
    reject(review, 2);
    note(review, 3, 'lighter');
  });
  using((review) => {
    expect(decided(review)).toEqual(['shot-0', 'shot-1', 'shot-2']);
    expect(review.records.shot['shot-2']?.note).toBe('from the train');
    expect(review.records.shot['shot-3']?.note).toBe('lighter');
    expect(review.measures('m'.repeat(64))).toEqual(MEASURES);
    expect(review.isJoined).toBe(true);
    expect(review.notes).toEqual([
      expect.stringMatching(
        /^This storyboard had two reviews: beside the pictures [(]2 decisions, last changed .+[)] and in Continuist’s data folder [(]2 decisions, last changed .+[)][.] The newer one, beside the pictures, is open[.]$/,
      ),
      'What the other one had besides was taken in. Where both had changed the same thing, the newer one counts: shot 4.',
    ]);
    // What was taken in and changed again later stays so.
    note(review, 2, '');
  });
  using((review) => {
    expect([review.notes, review.isJoined]).toEqual([[], false]);
    expect(review.records.shot['shot-2']?.note).toBe('');
  });
});

test.runIf(canRefuse)(
  'where the newer one lies in the data folder, the one beside the pictures is kept and taken in',
  () => {
    begin();
    away((review) => void reject(review, 1));
    whileBesideChanges((review) => void reject(review, 2));
    away((review) => {
      expect(decided(review)).toEqual(['shot-0', 'shot-1', 'shot-2']);
      expect(review.notes.at(-1)).toBe('Everything that the other one had besides was taken in.');
      note(review, 2, 'still here');
      note(review, 2, '');
    });
    // Beside the pictures nothing is new: it is not taken in again.
    away((review) => {
      expect(review.notes).toEqual([AWAY]);
      expect(review.records.shot['shot-2']?.note).toBe('');
    });
    // And the one in the data folder goes on from it.
    using((review) => {
      expect(review.notes).toEqual([expect.stringContaining('is beside the pictures now')]);
      expect(decided(review)).toEqual(['shot-0', 'shot-1', 'shot-2']);
    });
  },
);

test.runIf(canRefuse)('an older one that stays beside the pictures is taken in once', () => {
  begin();
  away((review) => void reject(review, 1));
  whileBesideChanges((review) => {
    const command: Command = { type: 'reject', shotId: 'shot-2', reason: 'hands' };
    review.run({ id: 'earlier', at: Date.now() - 60_000, command });
  });
  away((review) => {
    expect(review.notes.at(-1)).toBe('Everything that the other one had besides was taken in.');
    expect(decided(review)).toEqual(['shot-0', 'shot-1', 'shot-2']);
    note(review, 2, 'later');
  });
  away((review) => {
    expect([review.notes, review.isJoined]).toEqual([[AWAY], false]);
    expect(review.records.shot['shot-2']?.note).toBe('later');
  });
});

test.runIf(canRefuse)(
  'the newer review from the data folder wins over an older change beside the pictures',
  () => {
    begin();
    away((review) => void reject(review, 1));
    whileBesideChanges((review) => void note(review, 3, 'lighter'));
    away((review) => void note(review, 3, 'darker'));
    using((review) => {
      expect(review.records.shot['shot-3']?.note).toBe('darker');
      expect(decided(review)).toEqual(['shot-0', 'shot-1']);
    });
  },
);

test.runIf(canRefuse)(
  'an approval of this machine stays one when it is taken in, and one of another waits',
  () => {
    begin();
    away((review) => {
      run(review, APPROVAL);
    });
    whileBesideChanges((review) => {
      reject(review, 2);
    });
    using((review) => {
      expect(Object.values(review.records.request).map(({ state }) => state)).toEqual(['queued']);
    });
  },
);

test.runIf(canRefuse)(
  'orders that another machine added beside the pictures wait for a yes after taking in',
  () => {
    begin();
    away((review) => void reject(review, 1));
    whileBesideChanges((review) => {
      review.importRecords({ ...review.records, request: { foreign: anOrder('foreign', 0) } });
    });
    away((review) => expect(review.records.request.foreign?.state).toBe('elsewhere'));
  },
);

test.runIf(canRefuse)(
  'a damaged review beside the pictures is named, and what is in the data folder is opened',
  () => {
    begin();
    writeFileSync(join(folderBeside(), 'review.sqlite'), 'rubbish that is no database '.repeat(99));
    expect(codeOf(() => away(() => undefined))).toBe('REVIEW_DAMAGED');
    rmSync(join(folderBeside(), 'review.sqlite'));
    away((review) => review.importRecords(aBoard(1)));
    writeFileSync(join(folderBeside(), 'review.sqlite'), 'rubbish that is no database '.repeat(99));
    away((review) => {
      expect(Object.keys(review.records.shot)).toEqual(['shot-0']);
      expect(review.notes).toEqual([
        AWAY,
        `Another review of this storyboard, ${join(folderBeside(), 'review.sqlite')}, stays as it is: it is damaged.`,
      ]);
    });
  },
);

test.runIf(canRefuse)('while the one in the data folder is open elsewhere it is left alone, and said', () => {
  begin();
  const file = away((review) => {
    reject(review, 1);
    return review.file;
  });
  const lock = takeLock(file.replace('review.sqlite', 'review.lock'), 'Bo');
  using((review) => {
    expect(decided(review)).toEqual(['shot-0']);
    expect(review.notes).toEqual([
      expect.stringMatching(/^What was decided while .+ open in another window[.] /),
    ]);
  });
  if (lock.held) lock.release();
  using((review) => expect(decided(review)).toEqual(['shot-0', 'shot-1']));
});

test.runIf(canRefuse)('a review of another storyboard that lay at the same place is not mixed in', () => {
  const file = away((review) => {
    review.importRecords(aBoard(1));
    return review.file;
  });
  const other = aBoard(2);
  const take = { ...aTake(1), sha256: 'e'.repeat(64) };
  whileBesideChanges((review) => {
    review.importRecords({
      ...other,
      take: { 'take-1': take },
      shot: { 'shot-1': other.shot['shot-1'] as never },
      claim: {},
      fact: {},
    });
  });
  using((review) => {
    expect(Object.keys(review.records.shot)).toEqual(['shot-1']);
    expect(review.notes).toEqual([]);
    // It may be opened by itself again as soon as it was looked at.
    const lock = takeLock(file.replace('review.sqlite', 'review.lock'), 'Bo');
    expect(lock.held).toBe(true);
    if (lock.held) lock.release();
  });
  away((review) => {
    expect(Object.keys(review.records.shot)).toEqual(['shot-1']);
    expect(review.notes[1]).toMatch(
      /^A review of another storyboard that lay at this place is kept as .+kept-.+[.]sqlite[.]$/,
    );
  });
});

test.runIf(canRefuse).each<[what: string, change: (take: Take) => Take, isOne: boolean]>([
  ['one storyboard where they have the same pictures', (take) => take, true],
  [
    'one storyboard where their pictures lie at the same places and some were not read yet',
    ({ sha256, ...take }) => ({ ...take, sha256: PROVISIONAL + sha256.slice(PROVISIONAL.length) }),
    true,
  ],
  [
    'two where other pictures lie at the same places',
    (take) => ({ ...take, sha256: take.sha256.replaceAll(/./g, 'e') }),
    false,
  ],
])('two reviews that were begun apart are of %s', (_what, change, isOne) => {
  away((review) => {
    review.importRecords(aBoard(2));
    reject(review, 0);
  });
  whileBesideChanges((review) => {
    const board = aBoard(2);
    const take = Object.fromEntries(Object.entries(board.take).map(([id, one]) => [id, change(one)]));
    review.importRecords({ ...board, take });
    reject(review, 1);
  });
  using((review) => {
    expect(decided(review)).toEqual(isOne ? ['shot-0', 'shot-1'] : ['shot-1']);
    expect(review.notes.length > 0).toBe(isOne);
  });
});

test.runIf(canRefuse)(
  'an event that cannot be read keeps the other review from being taken in, which is kept',
  () => {
    begin();
    const file = away((review) => {
      reject(review, 1);
      return review.file;
    });
    const db = new DatabaseSync(file);
    db.exec("UPDATE events SET diff = '{' WHERE seq = (SELECT max(seq) FROM events)");
    db.close();
    whileBesideChanges((review) => void reject(review, 2));
    using((review) => {
      expect(decided(review)).toEqual(['shot-0', 'shot-2']);
      expect(review.notes.at(-1)).toBe(
        'What the other one has besides cannot be read in full, so nothing of it was taken in.',
      );
    });
    expect(existsSync(file)).toBe(true);
  },
);

test.runIf(canRefuse)(
  'of two shots files in a folder that cannot be written, each has its own review',
  () => {
    begin();
    asBySomebodyElse(join(folderBeside(), 'review.sqlite'));
    const [storyboard] = Object.values(aBoard(1).storyboard);
    for (const name of [storyboard?.source.name ?? '', 'other.json']) writeFileSync(at('board', name), '{}');
    const isNew = (source: string) =>
      whileUnwritable(at('board'), [folderBeside()], () =>
        using(
          (review) => review.isNew,
          () => openReview({ folder: at('board'), dataFolder: at('data'), source, settings: () => ADAS }),
        ),
      );
    expect([isNew('other.json'), isNew(storyboard?.source.name ?? '')]).toEqual([true, false]);
  },
);

test('on a network drive the review is saved without a log, which one that was left is turned into', () => {
  begin();
  const file = join(folderBeside(), 'review.sqlite');
  // Byte 18 of the header, https://sqlite.org/fileformat.html.
  const journal = () => (readFileSync(file)[18] === 2 ? 'wal' : 'delete');
  expect(journal()).toBe('wal');
  asBySomebodyElse(file);
  using(
    (review) => {
      reject(review, 1);
      expect(journal()).toBe('delete');
      expect(readdirSync(folderBeside()).filter((name) => /-wal$/.test(name))).toEqual([]);
      expect(review.notes).toEqual([
        'The review is on a network drive. It is saved in the way that is safe there, which takes a little longer.',
      ]);
      using(
        (second) =>
          expect([second.readOnly === null, decided(second)]).toEqual([false, ['shot-0', 'shot-1']]),
        () => open(() => true),
      );
    },
    () => open(() => true),
  );
  asBySomebodyElse(file);
  using((review) => {
    expect(journal()).toBe('wal');
    // On the machine that the drive belongs to it is open, with a log that cannot be shared.
    expect(codeOf(() => open(() => true))).toBe('REVIEW_LOCKED');
    expect(decided(review)).toEqual(['shot-0', 'shot-1']);
  });
});

/** Connections of this process that were closed may still hold the file until they are collected as garbage. */
function asBySomebodyElse(file: string): void {
  copyFileSync(file, `${file}.copy`);
  renameSync(`${file}.copy`, file);
  for (const suffix of ['-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
}

/** As another machine does that can write there, which knows nothing of the data folder of this one. */
function whileBesideChanges(work: (review: Review) => void): void {
  using(work, () => openReview({ folder: at('board'), dataFolder: at('other-data'), settings: () => ADAS }));
}

const APPROVAL = anApproval({
  shotId: 'shot-1',
  takeId: 'take-1',
  prompt: 'a girl under a RED umbrella',
  strength: 0.5,
});
