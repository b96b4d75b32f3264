/** The page of the generators and the table "this goes there" in a real browser, with a ComfyUI behind them. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ComfyDouble } from '@testing/comfyui/double.js';
import { writePython } from '@testing/comfyui/json.js';
import { usualGraph } from '@testing/comfyui/usual-graph.js';
import { temporaryFolder } from '@testing/folder.js';
import { plainPng, withTexts } from '@testing/pictures.js';
import { expect, onTestFinished, test } from 'vitest';
import { openPage } from './support/browser.js';
import { startHost } from './support/host.js';
import { unfairness } from './support/unfairness.js';

test('a server is tested by a click, and its graph gets nothing before it was seen what goes where', async () => {
  const double = await new ComfyDouble().start();
  onTestFinished(() => double.stop());
  const home = await temporaryFolder();
  const [board, dataFolder] = [join(home, 'board'), join(home, 'data')];
  await Promise.all([board, dataFolder].map((folder) => mkdir(folder)));
  const take = withTexts(await plainPng(), { prompt: writePython(usualGraph()) });
  await writeFile(join(board, 'shot_001.png'), take);
  const settings = { generator: 'comfyui', generators: { comfyui: { addresses: [double.url] } } };
  await writeFile(join(dataFolder, 'settings.json'), JSON.stringify(settings));
  const host = await startHost({ dataFolder, board });
  const { page, problems } = await openPage(host.address);
  await page.getByTestId('frame-001').waitFor();

  const dialog = page.getByRole('dialog');
  const ways = [
    () => dialog.getByRole('button', { name: 'Close' }).click(),
    () => page.mouse.click(4, 300),
    () => page.keyboard.press('Escape'),
  ];
  const openGenerators = async (): Promise<void> => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('Generators');
    await page.keyboard.press('Enter');
    await dialog.getByRole('heading', { name: 'Generators', exact: true }).waitFor();
  };
  for (const leave of ways) {
    await openGenerators();
    await leave();
    await dialog.waitFor({ state: 'detached' });
  }
  await openGenerators();
  const card = page.getByTestId('generator-card-comfyui');
  await card.getByText('0.27.0', { exact: true }).waitFor();
  expect(await card.getByRole('button', { name: 'In use' }).isDisabled()).toBe(true);
  await card.getByRole('button', { name: 'Test' }).click();
  const came = card.getByTestId('generator-came');
  await came.getByText('It works.').waitFor();
  const made = came.getByRole('img', { name: 'Made by the test' });
  await expect.poll(() => made.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  expect(await unfairness(page)).toEqual([]);

  // That nothing was entered for another is nothing that went wrong.
  const unset = page.getByTestId('generator-card-a1111').getByTestId('generator-standing');
  await unset.getByText(/^Not set up\. Enter the address/).waitFor();
  expect(await unset.locator('[data-ready="false"]').count()).toBe(0);

  // A server that is gone is said to be, and the test cannot be asked for.
  await double.stop();
  await card.getByRole('button', { name: 'Look again' }).click();
  await card.locator('.generator-standing [data-ready="false"]').first().waitFor();
  expect(await card.getByRole('button', { name: 'Test' }).isDisabled()).toBe(true);
  await double.start();
  await card.getByRole('button', { name: 'Look again' }).click();
  await card.locator('.generator-standing [data-ready="true"]').first().waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });

  const sent = (): number => double.count('POST', '/prompt');
  const before = sent();
  await page.keyboard.press('e');
  await page.getByTestId('prompt-field').fill('a fox on a quay');
  await page.keyboard.press('Escape');
  await page.keyboard.press('p');
  const notice = page.getByTestId('placing-notice');
  const look = () => notice.getByRole('button', { name: 'Look' }).click();
  await notice.waitFor();
  for (const leave of [...ways, () => dialog.getByRole('button', { name: 'Not now' }).click()]) {
    await look();
    await dialog.getByRole('heading', { name: 'This goes there' }).waitFor();
    await leave();
    await dialog.waitFor({ state: 'detached' });
  }
  await look();
  const row = (value: string) => dialog.locator(`tr[data-value="${value}"]`);
  const where = row('prompt').getByRole('combobox');
  const chosen = () => where.evaluate((select: HTMLSelectElement) => select.selectedOptions[0]?.text);
  expect(await chosen()).toBe('CLIPTextEncode (6), text');
  expect(await row('prompt').locator('.placing-words').allTextContents()).toEqual([
    'a cat',
    'a fox on a quay',
  ]);
  expect(await unfairness(page)).toEqual([]);
  const yes = page.getByTestId('placing-yes');
  await where.selectOption('');
  await dialog.getByText('The prompt has to go somewhere.').waitFor();
  expect(await yes.isDisabled()).toBe(true);
  await where.selectOption({ label: 'CLIPTextEncode (6), text' });
  expect(sent()).toBe(before);
  await yes.click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByTestId('take-2').waitFor();
  expect(sent()).toBe(before + 1);
  expect(problems).toEqual([]);
});
