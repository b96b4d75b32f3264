/** A settings file that was edited by hand, and not quite right: the window says so and loses nothing. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '@testing/folder.js';
import { drawStoryboard } from '@testing/storyboard.js';
import { expect, it } from 'vitest';
import { openPage } from './support/browser.js';
import { runCli } from './support/cli.js';
import { startHost } from './support/host.js';

const RIGHT = '{\n  "theme":   "light"\n}';
const WRONG = '{\n  "theme": "light",\n  "artst": "Ada"\n}';

async function window(settings: string) {
  const folder = await temporaryFolder();
  const dataFolder = join(folder, 'data');
  const file = join(dataFolder, 'settings.json');
  await mkdir(dataFolder);
  await writeFile(file, settings);
  const board = await drawStoryboard(join(folder, 'board'), { shots: 1 });
  const { address } = await startHost({ dataFolder, board });
  const { page, problems } = await openPage(address);
  await page.getByTestId('frame-1').waitFor();
  const theme = () => page.evaluate(() => document.documentElement.dataset.theme);
  return { page, problems, theme, file, dataFolder, folder };
}

it.skipIf(!process.env.CHROME_PATH)('is left as it is by a window that only reads it', async () => {
  const { page, theme, file, problems } = await window(RIGHT);
  expect(await theme()).toBe('light');
  await page.reload();
  await page.getByTestId('frame-1').waitFor();
  expect(await theme()).toBe('light');
  expect(await readFile(file, 'utf8')).toBe(RIGHT);
  expect(problems).toEqual([]);
});

it.skipIf(!process.env.CHROME_PATH)('is named with its line and never written over', async () => {
  const { page, theme, file, dataFolder, folder, problems } = await window(WRONG);
  const notice = page.getByRole('status').filter({ hasText: 'settings.json, line 3' });
  await notice.filter({ hasText: 'did you mean “artist”?' }).waitFor();
  expect(await theme()).toBe('light');

  await page.keyboard.press('Control+,');
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  await dialog.getByRole('button', { name: 'Dark' }).click();
  await page.getByTestId('message').filter({ hasText: 'no setting is saved' }).waitFor();
  expect(await readFile(file, 'utf8')).toBe(WRONG);
  await page.keyboard.press('Escape');

  const { code, stderr } = await runCli(
    ['analyse', await drawStoryboard(join(folder, 'other'), { shots: 1 }), '--quiet'],
    { dataFolder },
  );
  expect(code).toBe(0);
  expect(stderr).toContain('settings.json, line 3');

  await writeFile(file, RIGHT);
  await notice.getByRole('button', { name: 'Read it again' }).click();
  await notice.waitFor({ state: 'detached' });

  await writeFile(file, '{"theme": "li');
  await page.reload();
  await page.getByTestId('frame-1').waitFor();
  await page.keyboard.press('Control+,');
  await dialog.getByRole('button', { name: 'Dark' }).click();
  await page.getByTestId('message').filter({ hasText: 'line 1' }).waitFor();
  await page.keyboard.press('Escape');
  const fresh = page.getByRole('button', { name: 'Start fresh', exact: true });
  await fresh.click();
  await fresh.waitFor({ state: 'detached' });
  const [kept = ''] = (await readdir(dataFolder)).filter((name) => name.startsWith('settings.json.bak-'));
  expect(await readFile(join(dataFolder, kept), 'utf8')).toBe('{"theme": "li');
  expect(await theme()).toBe('dark');
  expect(problems).toEqual([]);
});
