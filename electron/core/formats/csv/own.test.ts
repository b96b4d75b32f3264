import { join } from 'node:path';
import { folderWith } from '@testing/folder.js';
import { plainPng } from '@testing/pictures.js';
import { aBoard } from '@testing/records.js';
import { expect, it } from 'vitest';
import { exportBoard } from '../export-board.js';
import { inputAt } from '../input.js';
import { contextOf } from '../testing/context.js';
import { readStoryboard } from '../testing/read-storyboard.js';
import { writerOf } from '../writers.js';
import { csv } from './index.js';

const HEADER =
  'number,scene,status,description_score,style_score,characters_score,quality_score,findings,rounds,picture,description';

it('begins with a byte order mark, and is known again as a table of scores, not a list of shots', async () => {
  const made = await exportBoard(writerOf('csv'), contextOf(aBoard(2)));
  const content = made.files[0]?.content as Buffer;
  expect([...content.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const folder = await folderWith({
    'renamed.csv': content,
    // Of a version that had no notes in it.
    'earlier.csv': `${HEADER}\r\n`,
    'list.csv': 'shot,description\n1,a mule\n',
    'shot_1.png': await plainPng(),
  });
  expect(await csv.recognises(await inputAt(join(folder, 'renamed.csv')))).toBe(1);
  expect(await csv.recognises(await inputAt(join(folder, 'earlier.csv')))).toBe(1);
  expect(await csv.recognises(await inputAt(join(folder, 'list.csv')))).toBe(0);
  expect((await readStoryboard(folder)).source.name).toBe('list.csv');
  // By its name it is a table, whatever it holds.
  const named = await inputAt(join(folder, 'renamed.csv'));
  expect(await csv.recognises({ ...named, extension: '.txt' })).toBe(0);
  await expect(readStoryboard(join(folder, 'renamed.csv'))).rejects.toMatchObject({ code: 'OPEN_FAILED' });
});

it('is not known in a table that cannot be read', async () => {
  const gone = { extension: '.csv', text: () => Promise.reject(new Error('gone')) };
  expect(await csv.recognises(gone as never)).toBe(0);
});
