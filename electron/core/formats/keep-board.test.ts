import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { folderWith } from '@testing/folder.js';
import { aBoard } from '@testing/records.js';
import { expect, it } from 'vitest';
import { mustKeepBoard } from './keep-board.js';

it('lets nothing be written over what a board is read from, by whichever name', async () => {
  const root = await folderWith({
    'board/harbour': '{}',
    'board/frames/0.png': 'x',
    'board/frames/9.png': 'x',
  });
  await symlink(join(root, 'board'), join(root, 'link'));
  const board = { records: aBoard(2), folder: join(root, 'board') };
  const refused: [path: string, why: RegExp][] = [
    ['board/harbour', /over harbour, which lists the shots of this storyboard$/],
    ['link/harbour', /lists the shots/],
    ['board/frames/../frames/0.png', /over 0\.png, which is a picture of this storyboard$/],
    ['board/frames/1.png', /picture/],
    ['board/.continuist/review.sqlite', /belongs to the review of this storyboard$/],
    ['link/.continuist/new/x.json', /belongs to the review/],
  ];
  for (const [path, why] of refused)
    await expect(
      mustKeepBoard(board, [join(root, 'board/fine.json'), join(root, path)]),
    ).rejects.toMatchObject({
      code: 'SAVE_FAILED',
      message: expect.stringMatching(why),
    });
  const fine = [
    'board/feedback.json',
    'board/frames/9.png',
    'harbour',
    'board/.continuist-2.json',
    'new/frames/0.png',
  ];
  await mustKeepBoard(
    board,
    fine.map((path) => join(root, path)),
  );
});

it('of pictures alone has no file that lists its shots', async () => {
  const root = await folderWith({ 'harbour/0.png': 'x' });
  const records = aBoard(1);
  const storyboard = Object.fromEntries(
    Object.entries(records.storyboard).map(([id, one]) => [
      id,
      { ...one, source: { ...one.source, kind: 'images' as const } },
    ]),
  );
  await mustKeepBoard({ records: { ...records, storyboard }, folder: root }, [join(root, 'harbour')]);
});
