/** A clock that is set back between two openings, for a process of its own: by faketime where it is installed. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decisionsOf } from '@shared/records/index.js';
import { importOf } from '@testing/bundle-of.js';
import { aBoard } from '@testing/records.js';
import { expect, test } from 'vitest';
import { freshDesk } from './testing/desk.js';

const desk = freshDesk();
const REVIEW = fileURLToPath(new URL('index.ts', import.meta.url));
const hasFaketime = spawnSync('faketime', ['--version']).status === 0;

/** Decides once on the first shot, two days before what the clock of this machine says. */
const PROGRAM = `
  import { openReview } from ${importOf(REVIEW)};
  if (process.env.SET_BACK) {
    const now = Date.now;
    Date.now = () => now() - 2 * 86_400_000;
  }
  const settings = { artist: 'Grace', generator: 'none', rounds: 3 };
  const review = openReview({ folder: process.env.FOLDER, dataFolder: process.env.DATA, settings: () => settings });
  const at = Date.now();
  review.run({ id: 'earlier', at, command: { type: 'reject', shotId: 'shot-0', reason: 'second' } });
  review.close();
  console.log(at);
`;

test(`what is decided after the clock was set back counts as the later (${hasFaketime ? 'faketime' : 'the program’s own clock'})`, () => {
  const review = desk.open();
  review.importRecords(aBoard(2));
  desk.run(review, { type: 'hold', shotId: 'shot-0', reason: 'first' });
  desk.close(review);
  const command = [process.execPath, '--input-type=module', '-e', PROGRAM];
  const [program = '', ...args] = hasFaketime ? ['faketime', '-f', '-2d', ...command] : command;
  const { stdout, stderr } = spawnSync(program, args, {
    encoding: 'utf8',
    env: {
      ...process.env,
      FOLDER: join(desk.root, 'board'),
      DATA: join(desk.root, 'data'),
      ...(!hasFaketime && { SET_BACK: '1' }),
    },
  });
  expect(Number(stdout), stderr).toBeLessThan(Date.now() - 86_400_000);
  const again = desk.open();
  expect(again.notes).toEqual([]);
  expect(again.readOnly).toBeNull();
  expect(decisionsOf(again.records, 'shot-0').map(({ reason }) => reason)).toEqual(['first', 'second']);
  expect(again.records.shot['shot-0']?.status).toBe('rejected');
  expect(again.history(2).map(({ commandId }) => commandId)[0]).toBe('earlier');
  again.undo();
  expect(again.records.shot['shot-0']?.status).toBe('on-hold');
});
