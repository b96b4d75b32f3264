/** The page of models and devices with what lies in folders: a model of the artist's own, and files that are here already. */
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesFor } from '@models/library/catalogue.js';
import { temporaryFolder } from '@testing/folder.js';
import { drawStoryboard } from '@testing/storyboard.js';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { openPage } from './support/browser.js';
import { atHome, startHost } from './support/host.js';
import { LLAVA, openModels, startMirror } from './support/models-page.js';
import { unfairnessOfDialog } from './support/unfairness.js';

const TINY = fileURLToPath(new URL('../models/architectures/llava-onevision/test/fixture', import.meta.url));

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '');

test('a model in a folder is added by mouse, tried, judges, and is forgotten; its files stay', async () => {
  const home = await temporaryFolder();
  await mkdir(join(home, 'holiday'));
  for (const path of ['config.json', 'tokenizer.json', 'tokenizer_config.json', 'onnx'])
    await cp(join(TINY, path), join(home, 'My LLaVA', path), { recursive: true });
  const before = await readdir(join(home, 'My LLaVA'), { recursive: true });
  const board = await drawStoryboard(join(home, 'board'), { shots: 1 });
  const host = await startHost({ dataFolder: join(home, 'data'), board, environment: atHome(home) });
  const { page, problems } = await openPage(host.address);
  await openModels(page);
  const section = page.getByRole('region', { name: 'Add from a folder' });
  const said = section.getByTestId('folder-said');
  const browser = page.getByRole('dialog', { name: 'Add a model from a folder' });

  await section.getByRole('button', { name: 'Choose a folder…' }).click();
  expect(await browser.getByTestId('choose-here').isDisabled()).toBe(true);
  await browser.getByRole('button', { name: 'Home' }).click();
  await browser.getByRole('button', { name: 'My LLaVA holds a model' }).waitFor();
  expect(await unfairnessOfDialog(page)).toEqual([]);
  await browser.getByRole('button', { name: 'holiday' }).click();
  await browser.getByRole('button', { name: 'Add “holiday”' }).click();
  await said.getByText('“holiday” lacks config.json').waitFor();
  await said.getByText('Nothing was changed.').waitFor();
  expect(await focused(page)).toBe('Choose a folder…');

  // It begins where the last choice was: the right folder is beside it.
  await section.getByRole('button', { name: 'Choose a folder…' }).click();
  await browser.getByText('No folders in here.').waitFor();
  await browser.getByRole('button', { name: 'Up' }).click();
  await browser.getByRole('button', { name: 'My LLaVA' }).click();
  await browser.getByRole('button', { name: 'Add “My LLaVA”' }).click();
  await said.getByText('my-llava was added').waitFor();
  expect(await focused(page)).toBe('Choose a folder…');
  expect(await unfairnessOfDialog(page)).toEqual([]);

  const card = page.getByTestId('model-my-llava');
  await card.getByRole('button', { name: 'Test My LLaVA on Processor' }).click();
  await card.getByTestId('test-result').getByText('a frame of 10 questions').waitFor();
  await card.getByRole('button', { name: 'Use', exact: true }).click();
  await card.getByRole('button', { name: 'In use' }).waitFor();
  expect(await card.getByRole('button', { name: 'Forget' }).isDisabled()).toBe(true);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Judge: My LLaVA/ }).waitFor();
  await page.getByTestId('analyse').click();
  await page
    .getByTestId('message')
    .getByText(/^1 frame, /)
    .waitFor();

  await openModels(page);
  await page.getByTestId('model-storybook').getByRole('button', { name: 'Use', exact: true }).click();
  await card.getByRole('button', { name: 'Forget' }).click();
  await card.getByText('its files stay where they are').waitFor();
  await page.getByTestId('confirm').click();
  await card.waitFor({ state: 'detached' });
  expect(await readdir(join(home, 'My LLaVA'), { recursive: true })).toEqual(before);
  expect(problems).toEqual([]);
  expect(await host.end()).toBe(0);
});

test('files that are here already are taken by keyboard; nothing is downloaded, and a wrong folder is said', async () => {
  const home = await temporaryFolder();
  const server = await startMirror();
  await mkdir(join(home, 'holiday'));
  for (const { path } of filesFor(LLAVA, 'cpu')) {
    await mkdir(dirname(join(home, 'stick', path)), { recursive: true });
    await writeFile(join(home, 'stick', path), Buffer.alloc(2_000_000, path));
  }
  const board = await drawStoryboard(join(home, 'board'), { shots: 1 });
  const environment = { ...atHome(home), CONTINUIST_MIRROR: server.address };
  const host = await startHost({ dataFolder: join(home, 'data'), board, environment });
  const { page, problems } = await openPage(host.address);
  await openModels(page);
  const card = page.getByTestId(`model-${LLAVA.id}`);
  const onCpu = card.getByTestId('device-cpu');
  const browser = page.getByRole('dialog', { name: `The files of ${LLAVA.name}` });
  const have = onCpu.getByRole('button', { name: /^I have the files/ });

  await have.press('Enter');
  await onCpu.getByText('Choose the folder that holds config.json, tokenizer.json').waitFor();
  expect(await unfairnessOfDialog(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect.poll(() => focused(page)).toBe('I have the files…');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await browser.getByTestId('entry-Home').press('Enter');
  // The focus goes along, to the first row.
  await browser.getByTestId('entry-board').waitFor();
  await expect.poll(() => focused(page)).toBe('board');
  await browser.getByTestId('entry-holiday').press('Enter');
  expect(await unfairnessOfDialog(page)).toEqual([]);
  await browser.getByRole('button', { name: 'Copy the files of “holiday”' }).press('Enter');
  const said = card.getByTestId('download-said');
  await said.getByText('“holiday” lacks config.json').waitFor();
  await said.getByText('Your own files are untouched').waitFor();
  await expect.poll(() => focused(page)).toBe('I have the files…');
  expect(await unfairnessOfDialog(page)).toEqual([]);

  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await browser.getByText('No folders in here.').waitFor();
  await browser.getByRole('button', { name: 'Up' }).press('Enter');
  await browser.getByTestId('entry-stick').press('Enter');
  await browser.getByRole('button', { name: 'Copy the files of “stick”' }).press('Enter');
  await card.locator('[data-testid="device-cpu"][data-ready="true"]').waitFor();
  await page.getByText('12 MB copied.').waitFor();
  expect(await said.textContent()).toBe('');
  await card.getByRole('button', { name: 'Verify' }).click();
  await card.getByText('all of them as published').waitFor();
  await card.getByRole('button', { name: 'Remove' }).click();
  await page.getByTestId('confirm').click();
  await onCpu.getByText('not downloaded').waitFor();
  for (const { path } of filesFor(LLAVA, 'cpu'))
    expect((await readFile(join(home, 'stick', path))).equals(Buffer.alloc(2_000_000, path))).toBe(true);
  expect(server.seen).toEqual([]);
  expect(problems).toEqual([]);
  expect(await host.end()).toBe(0);
});
