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

it('counts no picture that the artist ordered, nor one from before it', async () => {
  const { automatic, approve, queue, board, runs } = await openStudio(
    ['wrong', 'wrong'],
    ['wrong', 'right', 'right'],
  );
  await automatic({ max: 1 });
  const [earlier] = runs() as [Run];
  approve(1);
  await queue();
  const shots = board.review.records.shot;
  const noted = Object.keys(shots).map((shotId) => ({
    ...(earlier.shots[0] as Run['shots'][number]),
    shotId,
    made: 0,
  }));
  const last: Run = { ...earlier, end: 'running', made: 0, startedAt: Date.now() - 3_600_000, shots: noted };
  const cutOff = (run: Run) => {
    board.review.system('As a crash leaves it', (records) => ({ ...records, run: { [run.id]: run } }));
    closeCutOff(board);
    return runs()[0]?.shots.map(({ made }) => made);
  };
  expect(cutOff(last)).toEqual([1, 0]);
  expect(cutOff({ ...last, startedAt: Date.now() + 3_600_000 })).toEqual([0, 0]);
});
