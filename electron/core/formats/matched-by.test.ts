import { ContinuistError } from '@shared/errors.js';
import { NO_CHOICE } from '@shared/matching/index.js';
import { expect, it } from 'vitest';
import type { ReadMatch, ShownShot } from './imported.js';
import { filesToChoose, matchedBy } from './matched-by.js';

const shot = (number: string): ShownShot => ({
  number,
  scene: null,
  names: [],
  hasOthers: false,
  description: '',
});
const read = (pictures: string[], doubts: string[] = []): ReadMatch => ({
  pictures,
  shots: [shot('1'), shot('2')],
  columns: [],
  doubts,
});

it('asks nothing of what is plain', () => {
  expect(matchedBy(read(['shot_1.png', 'shot_2.png']), NO_CHOICE)).toEqual({ doubts: [], kept: NO_CHOICE });
});

it('asks of what is guessed, of its columns too, and of pictures that were named and are not there', () => {
  const choice = { ...NO_CHOICE, pictures: { 'gone.png': '1', 'shot_1.png': '1', 'lost.png': null } };
  const { doubts } = matchedBy(read(['shot_1.png', 'shot_2.png'], ['“Nr” is read as the number.']), choice);
  expect(doubts).toEqual([
    '“Nr” is read as the number.',
    'Pictures that you named are not there: gone.png, lost.png.',
  ]);
  const [guess, ...others] = matchedBy(read(['frame_0.png', 'frame_1.png']), NO_CHOICE).doubts;
  expect(guess).toContain('in the order of their names');
  expect(others).toEqual([]);
});

it('knows the files of which one is meant from other errors', () => {
  const error = (code: 'SEVERAL_SOURCES' | 'BAD_MATCH', files: unknown) =>
    filesToChoose(new ContinuistError(code, 'x', { files }));
  expect(error('SEVERAL_SOURCES', ['a.json', 'b.json'])).toEqual(['a.json', 'b.json']);
  expect(error('SEVERAL_SOURCES', undefined)).toBeNull();
  expect(error('BAD_MATCH', ['a.json'])).toBeNull();
  expect(filesToChoose(new Error('SEVERAL_SOURCES'))).toBeNull();
});
