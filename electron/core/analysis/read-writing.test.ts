import type { Board } from '@core/board/index.js';
import type { JobControl } from '@core/jobs/index.js';
import type { FrameMeasures, Writing } from '@shared/analysis.js';
import type { Take } from '@shared/records/index.js';
import { aTake } from '@testing/records.js';
import { expect, it } from 'vitest';
import { readWriting } from './read-writing.js';

const LINES: Writing[] = [{ text: 'stock', confidence: 0.9, region: { x: 0, y: 0, width: 1, height: 1 } }];

/** A board of five takes: the second is read, the third not measured, the fourth cannot be judged. */
function made() {
  const takes = [0, 1, 2, 3, 4].map(aTake);
  const known = new Map(takes.map(({ id }) => [id, {} as FrameMeasures]));
  known.set('take-1', { writing: [] } as unknown as FrameMeasures);
  known.delete('take-2');
  const board = {
    seen: async () => undefined,
    takesInOrder: () => takes,
    isFailed: ({ id }: Take) => id === 'take-3',
    isUnread: (id: string) => known.has(id) && known.get(id)?.writing === undefined,
    measures: ({ id }: Take) => known.get(id) ?? null,
    measured: ({ id }: Take, measures: FrameMeasures) => known.set(id, measures),
    fileOf: async ({ id }: Take) => id,
  } as unknown as Board;
  return { board, written: () => [...known].flatMap(([id, { writing }]) => (writing?.length ? [id] : [])) };
}
const stop = new AbortController();
const control = {
  signal: stop.signal,
  progress: () => undefined,
  checkpoint: () => undefined,
} as unknown as JobControl;
const all = () => true;
const never = () => false;
const reading = (file: string): Promise<Writing[]> =>
  file === 'take-0' ? Promise.reject(new Error('torn')) : Promise.resolve(LINES);

it('reads each measured picture once, and goes on after one that cannot be read', async () => {
  const { board, written } = made();
  const asked: string[] = [];
  const measures = {
    readWriting(file: string) {
      asked.push(file);
      return reading(file);
    },
  };
  expect(await readWriting(board, all, measures, control, never)).toBe(true);
  expect([asked, written()]).toEqual([['take-0', 'take-4'], ['take-4']]);
  expect(await readWriting(board, ({ id }) => id === 'take-4', measures, control, never)).toBe(true);
  expect(asked).toHaveLength(2);
});

it('says how far it is, and does not count the frames a second time', async () => {
  const { board } = made();
  const told: unknown[] = [];
  const telling = { ...control, progress: (...now: unknown[]) => told.push(now) } as unknown as JobControl;
  await readWriting(board, all, { readWriting: reading }, telling, never);
  expect(told).toEqual([
    [0, 0, 'Reading words, 1 of 2'],
    [0, 0, 'Reading words, 2 of 2'],
  ]);
});

it('makes room for what the judge is asked meanwhile, and ends where nobody reads', async () => {
  const { board, written } = made();
  expect(await readWriting(board, all, { readWriting: reading }, control, () => true)).toBe(false);
  expect(await readWriting(board, all, { readWriting: async () => null }, control, never)).toBe(true);
  expect(written()).toEqual([]);
});
