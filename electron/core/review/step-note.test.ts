import type { Request } from '@shared/records/index.js';
import { aBoard } from '@testing/records.js';
import { expect, it } from 'vitest';
import { stepNote } from './step-note.js';

const of = (n: number) => ({ shotId: `shot-${n}` }) as Request;
const note = (kept: Request[], stopped: Request[], partly: boolean, changed = true, spent: string[] = []) =>
  stepNote({ diff: {}, kept, stopped, spent, partly }, changed, aBoard(3));

it.each([
  [[], [], false, true, ''],
  [[of(0)], [], false, true, 'The picture made for shot 1 stays among its takes.'],
  [[of(0), of(1)], [], false, true, 'The 2 pictures made for it stay among the takes.'],
  [[], [of(2)], false, true, 'The picture under way for shot 3 is stopped.'],
  [[], [of(1), of(2)], false, true, '2 pictures under way are stopped.'],
  [[], [], true, true, 'Part of it was changed again later and stays as it is.'],
  [[], [], true, false, 'It was changed again later and stays as it is.'],
  [[], [], false, false, 'It is already like that.'],
  [[of(9)], [], false, true, 'The picture made for shot ? stays among its takes.'],
] as const)(
  'says of %j kept, %j stopped, partly %s, changed %s: %s',
  (kept, stopped, partly, changed, said) => {
    expect(note([...kept], [...stopped], partly, changed)).toBe(said);
  },
);

it.each([
  [['shot-1'], true, 'Shot 2 has had all its rounds and stays as it is.'],
  [['shot-1'], false, 'Shot 2 has had all its rounds and stays as it is.'],
  [['shot-1', 'shot-2'], false, '2 shots have had all their rounds and stay as they are.'],
])('says of shots %j without another round, changed %s: %s', (spent, changed, said) => {
  expect(note([], [], false, changed, spent)).toBe(said);
});
