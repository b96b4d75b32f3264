/** A part that cannot be put away, as on a full disk, keeps no other from it: else the program would never end. */
import { join } from 'node:path';
import { ContinuistError } from '@shared/errors.js';
import { temporaryFolder } from '@testing/folder.js';
import { drawStoryboard } from '@testing/storyboard.js';
import { expect, it, vi } from 'vitest';
import { startApplication } from './testing/application.js';

const full = (): never => {
  throw new ContinuistError('DISK_FULL');
};

async function opened() {
  const folder = await temporaryFolder();
  const logged: unknown[] = [];
  const application = await startApplication(folder, { log: (thrown) => void logged.push(thrown) });
  await application.open(await drawStoryboard(join(folder, 'board'), { shots: 1 }));
  return { folder, application, logged };
}

it('everything else is put away, and what went wrong is said', async () => {
  const { application } = await opened();
  const watch = application.watching.watch({ watcher: 'w'.repeat(32), shots: [] });
  await watch.next();
  const { review } = application.board;
  const close = review.close.bind(review);
  vi.spyOn(review, 'close').mockImplementation(() => {
    close();
    full();
  });
  await expect.poll(() => application.inferencePid).toBeTypeOf('number');
  const pid = application.inferencePid ?? 0;
  await expect(application.close()).rejects.toMatchObject({ code: 'DISK_FULL' });
  expect(application.boardOrNull).toBeNull();
  await expect.poll(() => watch.next().then(({ done }) => done)).toBe(true);
  await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow(/ESRCH/), 20_000);
});

it('another storyboard opens all the same', async () => {
  const { application, folder, logged } = await opened();
  const { review } = application.board;
  const close = review.close.bind(review);
  vi.spyOn(review, 'close').mockImplementation(() => {
    close();
    full();
  });
  await application.open(await drawStoryboard(join(folder, 'other'), { shots: 2 }));
  expect(Object.keys(application.board.review.records.shot)).toHaveLength(2);
  expect(logged).toMatchObject([{ code: 'DISK_FULL' }]);
  await application.close();
});
