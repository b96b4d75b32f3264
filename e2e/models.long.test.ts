/** The page of models and devices in a real browser: get one, hold it to its hashes, try one, let it go. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '@testing/folder.js';
import { revisionOf } from '@testing/hub-path.js';
import { drawStoryboard } from '@testing/storyboard.js';
import { expect, test } from 'vitest';
import { openPage } from './support/browser.js';
import { startHost } from './support/host.js';
import { LLAVA, openModels, startMirror } from './support/models-page.js';
import { unfairnessOfDialog } from './support/unfairness.js';

const TINY = fileURLToPath(new URL('../models/architectures/llava-onevision/test/fixture', import.meta.url));

test('a model is downloaded, verified, repaired, tried and removed', async () => {
  const folder = await temporaryFolder();
  const server = await startMirror();
  const board = await drawStoryboard(join(folder, 'board'), { shots: 1 });
  const dataFolder = join(folder, 'data');
  const environment = { CONTINUIST_MIRROR: server.address };
  const host = await startHost({ dataFolder, board, environment });
  const { page, problems } = await openPage(host.address);
  await openModels(page);
  const machine = page.getByTestId('machine');
  await machine.getByText('threads').waitFor();
  await page.getByText('Trying each device').waitFor({ state: 'detached' });

  const card = page.getByTestId(`model-${LLAVA.id}`);
  const onCpu = card.getByTestId('device-cpu');
  await onCpu.getByText('not downloaded').waitFor();
  expect(await card.getByRole('button', { name: 'Use', exact: true }).isDisabled()).toBe(true);
  server.always = 'slow';
  await onCpu.getByRole('button', { name: /^Download / }).click();
  // Licence, size and where it comes from, before anything is fetched.
  await onCpu.getByText(`licence Apache-2.0, about`).waitFor();
  await onCpu.getByText(new URL(server.address).host).waitFor();
  expect(server.seen).toEqual([]);
  expect(await unfairnessOfDialog(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await onCpu.getByText(`licence Apache-2.0`).waitFor({ state: 'detached' });
  await onCpu.getByRole('button', { name: /^Download / }).click();
  await page.keyboard.press('Enter');
  await card
    .getByTestId('model-progress')
    .getByText(/of 12 MB/)
    .waitFor();
  expect(await unfairnessOfDialog(page)).toEqual([]);
  await card.getByRole('button', { name: 'Cancel' }).click();
  await card.getByTestId('model-progress').waitFor({ state: 'detached' });

  // It goes on from there.
  server.always = 'none';
  await onCpu.getByRole('button', { name: /^Download / }).click();
  await page.getByTestId('confirm').click();
  await page
    .locator(`[data-testid="model-${LLAVA.id}"] [data-testid="device-cpu"][data-ready="true"]`)
    .waitFor();
  await card.getByRole('button', { name: 'Verify' }).click();
  await card.getByText('all of them as published').waitFor();

  // Fine weights are fetched beside the small ones, and going back fetches nothing.
  const weights = (name: RegExp, pressed: boolean) => onCpu.getByRole('button', { name, pressed });
  await weights(/^Fine, /, false).click();
  await onCpu.getByText('fine weights, licence Apache-2.0, about 800 MB').waitFor();
  expect(await unfairnessOfDialog(page)).toEqual([]);
  await page.getByTestId('confirm').click();
  await weights(/^Fine, /, true).waitFor();
  const gets = server.gets().length;
  await weights(/^Small, /, false).click();
  await weights(/^Small, /, true).waitFor();
  expect(server.gets().length).toBe(gets);

  const config = join(dataFolder, 'models', LLAVA.id, revisionOf(LLAVA), 'config.json');
  await writeFile(config, Buffer.alloc(2_000_000, 'x'));
  await card.getByRole('button', { name: 'Verify' }).click();
  await card.getByText('config.json is wrong').waitFor();
  const fetched = () => server.gets().filter(({ path }) => path.endsWith('/config.json')).length;
  const before = fetched();
  await onCpu.getByRole('button', { name: /^Repair / }).click();
  await page.getByTestId('confirm').click();
  await expect.poll(fetched, { timeout: 60_000 }).toBe(before + 1);
  await card.getByTestId('model-progress').waitFor({ state: 'detached' });

  await card.getByRole('button', { name: 'Verify' }).click();
  await card.getByText('all of them as published').waitFor();

  // What breaks is told, and takes nothing with it: these files are no model.
  await onCpu.getByRole('button', { name: /^Test / }).click();
  await card.locator('[data-testid="test-result"][data-sane="false"]').waitFor();
  const own = page.getByTestId('model-storybook');
  await own
    .getByTestId('device-cpu')
    .getByRole('button', { name: /^Test / })
    .click();
  const result = own.getByTestId('test-result');
  await result.waitFor();
  expect(await result.textContent()).toMatch(
    /Loads in .* s a frame of 10 questions\. .*All 10 answers are right/,
  );
  expect(await unfairnessOfDialog(page)).toEqual([]);

  await card.getByRole('button', { name: 'Remove' }).click();
  await card.getByText(/^14 MB of disk/).waitFor();
  await page.getByTestId('confirm').click();
  await onCpu.getByText('not downloaded').waitFor();

  await machine.getByRole('button', { name: 'Processor' }).click();
  await machine.locator('[aria-pressed="true"]', { hasText: 'Processor' }).waitFor();
  expect(problems).toEqual([]);
  expect(await host.end()).toBe(0);
});

test('a model of a hub is added by its name, downloaded, tried and removed', async () => {
  const folder = await temporaryFolder();
  const server = await startMirror();
  const commit = 'a'.repeat(40);
  const sessions = ['vision_encoder', 'embed_tokens', 'decoder_model_merged'].map((of) => `onnx/${of}.onnx`);
  for (const path of ['config.json', 'tokenizer.json', 'tokenizer_config.json', ...sessions])
    server.files.set(`/someone/tiny/resolve/${commit}/${path}`, await readFile(join(TINY, path)));
  server.repositories.set('someone/tiny', { commit, cardData: { license: 'mit' } });
  const board = await drawStoryboard(join(folder, 'board'), { shots: 1 });
  const environment = { CONTINUIST_MIRROR: server.address };
  const host = await startHost({ dataFolder: join(folder, 'data'), board, environment });
  const { page, problems } = await openPage(host.address);
  await openModels(page);
  const name = page.getByLabel('Add from a hub', { exact: true }).getByRole('textbox');
  const said = page.getByTestId('hub-said');
  await name.fill('someone/nothing');
  await page.keyboard.press('Enter');
  await said.getByText('has no repository “someone/nothing”').waitFor();
  expect(await unfairnessOfDialog(page)).toEqual([]);
  await name.fill(' someone/tiny ');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await said.getByText('tiny was added').waitFor();

  const card = page.getByTestId('model-tiny');
  const onCpu = card.getByTestId('device-cpu');
  await onCpu.getByRole('button', { name: /^Download / }).click();
  await onCpu.getByText('licence mit, about 0.4 MB').waitFor();
  await page.getByTestId('confirm').click();
  await card.locator('[data-testid="device-cpu"][data-ready="true"]').waitFor();
  await onCpu.getByRole('button', { name: /^Test / }).click();
  await card.getByTestId('test-result').waitFor();
  await card.getByRole('button', { name: 'Remove' }).click();
  await card.getByText('tiny leaves the list').waitFor();
  await page.getByTestId('confirm').click();
  await card.waitFor({ state: 'detached' });
  expect(problems).toEqual([]);
  expect(await host.end()).toBe(0);
});
