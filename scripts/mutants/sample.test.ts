import { expect, it } from 'vitest';
import { isTaken } from './sample.js';

it('takes of a file every so many faults, and of any other file all', () => {
  const taken = (file: string) =>
    ['0', '1', '2', '3', '4', '5', '6'].filter((id) => isTaken({ 'shared/a.ts': 3 }, '/project', file, id));
  expect(taken('/project/shared/a.ts')).toEqual(['0', '3', '6']);
  expect(taken('/project/shared/b.ts')).toHaveLength(7);
});
