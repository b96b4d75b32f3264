/** A review that another program had open, and that is opened again once it let go. */
import { join } from 'node:path';
import { shotsInOrder } from '@shared/records/index.js';
import { folderWith, temporaryFolder } from '@testing/folder.js';
import { plainPng } from '@testing/pictures.js';
import { expect, it, onTestFinished } from 'vitest';
import { startApplication } from './testing/application.js';

it('is read-only until the other has closed it, and then decides, with what was decided there', async () => {
  const home = await temporaryFolder();
  const folder = await folderWith({ 'shot_1.png': await plainPng() });
  const [ada, bo] = await Promise.all(['ada', 'bo'].map((name) => startApplication(join(home, name))));
  if (!ada || !bo) throw new Error('there are two');
  onTestFinished(() => bo.close());
  await ada.open(folder);
  // Ours to write: there is nothing to open again.
  await expect(ada.openAgain()).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await bo.open(folder);
  expect(bo.board.review.readOnly).toMatch(
    /^Open in another window since .+\. Close it there, then open it again here to decide\.$/,
  );
  expect(() => bo.board.review.mustWrite()).toThrow(
    expect.objectContaining({ code: 'REVIEW_LOCKED', hint: expect.stringContaining('open it again') }),
  );
  expect(await bo.openAgain()).toBe(false);

  const shotOf = ({ board }: typeof ada) => shotsInOrder(board.review.records)[0];
  await ada.decide({
    id: 'c1',
    at: Date.now(),
    command: { type: 'hold', shotId: shotOf(ada)?.id ?? '', reason: 'Not yet.' },
  });
  await ada.close();
  expect(await bo.openAgain()).toBe(true);
  expect(bo.board.review.readOnly).toBeNull();
  expect(shotOf(bo)?.status).toBe('on-hold');
});
