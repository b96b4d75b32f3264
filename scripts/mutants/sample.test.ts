import { expect, it } from 'vitest';
import { everyOf, isTaken } from './sample.js';

it('takes of a file every so many faults, and of any other file all', () => {
  const taken = (file: string) =>
    ['0', '1', '2', '3', '4', '5', '6'].filter((id) => isTaken({ 'shared/a.ts': 3 }, '/project', file, id));
  expect(taken('/project/shared/a.ts')).toEqual(['0', '3', '6']);
  expect(taken('/project/shared/b.ts')).toHaveLength(7);
});

it('says of how many faults of a file one is taken where only some are', () => {
  expect(everyOf({ 'a.ts': 20, 'b.ts': 21, 'c.ts': 5, 'd.ts': 0 }, 20)).toEqual({
    'a.ts': 1,
    'b.ts': 2,
    'c.ts': 1,
    'd.ts': 1,
  });
});
