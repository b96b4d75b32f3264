/** The open dialog of a host without one of its own, in a real browser. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '@testing/folder.js';
import { drawStoryboard } from '@testing/storyboard.js';
import { expect, test } from 'vitest';
import { openPage } from './support/browser.js';
import { atHome, startHost } from './support/host.js';

test('a storyboard is opened by browsing; what cannot be read is said, and the dialog stays', async () => {
  const home = await temporaryFolder();
  const board = await drawStoryboard(join(home, 'board'), { shots: 1 });
  await drawStoryboard(join(home, 'other'), { shots: 2 });
  await mkdir(join(home, 'leaving'));
  await writeFile(join(home, 'broken.json'), '{');
  const host = await startHost({ dataFolder: join(home, 'data'), board, environment: atHome(home) });
  const { page, problems } = await openPage(host.address);
  await page.getByTestId('frame-1').waitFor();
  await page.keyboard.press('Control+o');
  const dialog = page.getByRole('dialog', { name: 'Open a storyboard' });
  await dialog.getByTestId('entry-Home').click();
  await dialog.getByTestId('entry-leaving').waitFor();
  await rm(join(home, 'leaving'), { recursive: true });
  await dialog.getByTestId('entry-leaving').click();
  await dialog.getByText('This folder cannot be read: “leaving”, it is not there').waitFor();

  await dialog.getByTestId('entry-broken.json').click();
  const refused = page.getByTestId('message').filter({ hasText: 'broken.json' });
  await refused.getByRole('button', { name: 'Close' }).click();
  await refused.waitFor({ state: 'detached' });
  expect(await dialog.isVisible()).toBe(true);

  await dialog.getByTestId('entry-other').click();
  await dialog.getByTestId('entry-shots.json').click();
  await page.getByTestId('frame-2').waitFor();
  await dialog.waitFor({ state: 'hidden' });
  expect(problems).toEqual([]);
  expect(await host.end()).toBe(0);
});
