/** What is left of an automatic run under which the program ended. */
import type { Run } from '@shared/records/index.js';
import { expect, it } from 'vitest';
import { closeCutOff } from './cut-off-runs.js';
import { openStudio } from './testing/studio.js';

it('says what it had made, with the picture that came after its last note, and that it was cut off', async () => {
  const { automatic, board, painter, runs } = await openStudio(['wrong', 'wrong'], ['right']);
  const noted: Run[] = [];
  painter.onOrder = () => void noted.push(...runs());
  await automatic({});
  // What stood on the disk while the second picture was made.
  const [, last] = noted as [Run, Run];
  expect(last).toMatchObject({ end: 'running', made: 1 });
  expect(last.shots.map(({ made, improved }) => [made, improved])).toEqual([
    [1, true],
    [0, false],
  ]);
  board.review.system('As a crash leaves it', (records) => ({ ...records, run: { [last.id]: last } }));
  closeCutOff(board);
  expect(runs()).toMatchObject([{ end: 'cut off', made: 2, endedAt: last.endedAt }]);
  expect(runs()[0]?.shots.map(({ made, improved }) => [made, improved])).toEqual([
    [1, true],
    [1, false],
  ]);
});

it('leaves alone what has ended, and counts what came of it once', async () => {
  const { automatic, board, runs } = await openStudio(['wrong'], ['right']);
  await automatic({});
  const before = runs();
  expect(before).toMatchObject([{ end: 'done', made: 1 }]);
  closeCutOff(board);
  expect(runs()).toEqual(before);
});
