import { join } from 'node:path';
import { EMPTY_RECORDS, type Records } from '@shared/records/index.js';
import { folderWith, temporaryFolder } from '@testing/folder.js';
import { aBoard, aTake } from '@testing/records.js';
import { expect, it } from 'vitest';
import type { Recovered } from './recover.js';
import { clock, recoveredTold } from './told.js';

const AT = Date.UTC(2026, 10, 28, 22, 41);
const backup = { file: '/board/backups/a', name: 'a', at: AT, seq: 7, bytes: 1 };
const EXACT: Recovered['merged'] = {
  records: aBoard(3),
  isExact: true,
  changesLost: 0,
  lostAfter: null,
  recordsLost: {},
};

const told = async (
  change: Partial<Omit<Recovered, 'merged'>> = {},
  merged: Partial<Recovered['merged']> = {},
  files: readonly string[] = [],
) => {
  const folder = await folderWith(Object.fromEntries(files.map((name) => [`takes/${name}`, ''])));
  const recovered: Recovered = {
    ailment: 'damaged',
    kept: null,
    backup: null,
    isFileUsed: true,
    ...change,
    merged: { ...EXACT, ...merged },
  };
  return recoveredTold(recovered, folder, join(folder, 'takes'));
};

it('says what happened, from what the review is back, and that nothing is missing', async () => {
  expect(await told()).toEqual([
    'The review file was damaged. It is mended, from what can be read of it: 0 decisions on 3 shots. No decision is missing.',
  ]);
  expect(await told({ ailment: 'behind', backup })).toEqual([
    `The review file was older than its newest backup. It is back, from what can be read of it and the backup of ${clock(AT)}: 0 decisions on 3 shots. No decision is missing.`,
  ]);
});

it('says what is missing: all after the backup, changes, or what went with a shot', async () => {
  expect((await told({ ailment: 'gone', backup, isFileUsed: false }))[0]).toMatch(
    /^The review file was gone[.] .*: 0 decisions on 3 shots[.] Anything decided after that backup is missing[.]$/,
  );
  const lost = { isExact: false, changesLost: 1, lostAfter: AT };
  expect((await told({}, lost))[0]).toContain(
    `. 1 change made after ${clock(AT)} could not be read: look through what you decided last.`,
  );
  expect((await told({}, { ...lost, changesLost: 2, lostAfter: null }))[0]).toMatch(
    /[.] 2 changes could not be read: look through what you decided last[.]$/,
  );
  const recordsLost = { take: 2, claim: 1, comment: 0 };
  expect((await told({}, { recordsLost }))[0]).toMatch(
    /[.] Missing with a shot that is lost: 2 takes, 1 claim[.]$/,
  );
  expect((await told({ ailment: 'gone', backup, isFileUsed: false }, { recordsLost }))[0]).toMatch(
    /that backup is missing[.] Missing with a shot that is lost: 2 takes, 1 claim[.]$/,
  );
});

it('counts one decision and one shot as one', async () => {
  const records: Records = {
    ...EMPTY_RECORDS,
    shot: aBoard(1).shot,
    decision: { a: {} as Records['decision'][string] },
  };
  expect((await told({}, { records }))[0]).toContain(': 1 decision on 1 shot. ');
});

it('names pictures in the folder of takes that the review knows nothing of, and no other files', async () => {
  const known = { ...aTake(0), path: 'takes/a.png' };
  const records: Records = { ...aBoard(1), take: { [known.id]: known } };
  const of = (...files: string[]) => told({}, { records }, files).then((lines) => lines.slice(1));
  expect(await of('a.png', 'notes.txt', 'b.png.part')).toEqual([]);
  expect(await of('a.png', 'b.PNG')).toEqual([
    '1 picture in the folder of takes is not in the review any more; the files are still there.',
  ]);
  expect(await of('a.png', 'b.jpg', 'c.jpeg', 'd.webp')).toEqual([
    '3 pictures in the folder of takes are not in the review any more; the files are still there.',
  ]);
  const folder = await temporaryFolder();
  expect(
    recoveredTold(
      { ailment: 'empty', kept: null, backup: null, isFileUsed: true, merged: EXACT },
      folder,
      join(folder, 'takes'),
    ),
  ).toHaveLength(1);
});

it('says where the file as it was is kept', async () => {
  expect((await told({ kept: join('board', 'damaged-1.sqlite') })).at(-1)).toBe(
    'The file as it was is kept as damaged-1.sqlite beside the review. Scores that are missing are worked out again.',
  );
});
