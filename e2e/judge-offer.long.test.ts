/** A storyboard that the shipped judge does not know: one clear offer, what works meanwhile, and every way to answer it. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '@testing/folder.js';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { openAnalysedSample } from './support/analysed-sample.js';
import { openPage } from './support/browser.js';
import { startHost } from './support/host.js';
import { unfairness } from './support/unfairness.js';

const WIDTH = 480;
const HEIGHT = 270;

/** Nothing that was ever drawn: waves of colour that differ from picture to picture. */
function waves(seed: number): Buffer {
  const pixels = Buffer.alloc(WIDTH * HEIGHT * 3);
  for (let i = 0; i < pixels.length; i++) {
    const at = Math.floor(i / 3);
    const [x, y] = [at % WIDTH, Math.floor(at / WIDTH)];
    pixels[i] = 128 + 80 * Math.sin(x / (9 + seed) + (i % 3)) + 40 * Math.cos(y / (5 + 2 * seed));
  }
  return pixels;
}

async function foreignBoard(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const said = [
    'A tram in the rain.',
    'A woman reads a letter.',
    'Two dogs on a beach.',
    'A harbour at night.',
  ];
  for (const at of said.keys())
    await sharp(waves(at), { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
      .png()
      .toFile(join(folder, `frame_00${at + 1}.png`));
  const shots = said.map((sceneDescription, at) => ({ shotNumber: at + 1, sceneDescription }));
  await writeFile(join(folder, 'shots.json'), JSON.stringify({ shots }));
  return folder;
}

test('it is offered once, says what it costs and what works meanwhile, and stays away when it is declined', async () => {
  const home = await temporaryFolder();
  const dataFolder = join(home, 'data');
  await mkdir(dataFolder);
  // Nobody listens there: what a download comes to without a network.
  await writeFile(join(dataFolder, 'settings.json'), JSON.stringify({ mirror: 'http://127.0.0.1:9' }));
  const host = await startHost({ dataFolder, board: await foreignBoard(join(home, 'board')) });
  const { page, problems } = await openPage(host.address);
  const offer = page.getByTestId('judge-offer');
  await offer.getByText('it cannot tell whether these 4 pictures are as described').waitFor();
  await offer
    .getByText(/judges any picture, on this machine: [\d.]+ [MG]B once from 127\.0\.0\.1:9, about/)
    .waitFor();
  for (const size of [
    { width: 1440, height: 900 },
    { width: 720, height: 450 },
  ]) {
    await page.setViewportSize(size);
    expect(await unfairness(page)).toEqual([]);
    const box = await offer.boundingBox();
    expect(box?.height ?? 0, 'it leaves room for the work').toBeLessThan(size.height / 3);
    for (const name of ['Download it', 'Other judges…', 'Not now'])
      expect(await offer.getByRole('button', { name }).isVisible()).toBe(true);
  }
  await page.setViewportSize({ width: 1440, height: 900 });

  await offer.getByRole('button', { name: 'Other judges…' }).click();
  await page.getByRole('dialog', { name: 'Models and devices' }).waitFor();
  await page.keyboard.press('Escape');
  await offer.getByRole('button', { name: 'Download it' }).click();
  // Nobody answers: it says what it is at, is taken back, and can be tried again or left.
  await offer.getByTestId('model-progress').waitFor();
  expect(await offer.getByRole('button', { name: 'Download it' }).count()).toBe(0);
  await offer.getByRole('button', { name: 'Cancel' }).click();
  await offer.getByRole('button', { name: 'Download it' }).waitFor();
  await offer.getByRole('button', { name: 'Not now' }).click();
  await offer.waitFor({ state: 'detached' });
  await page.reload();
  await page.getByTestId('frame-4').waitFor();
  await page.waitForFunction(() => document.querySelectorAll('[data-sign="unknown"]').length === 0);
  expect(await offer.count()).toBe(0);
  expect(problems).toEqual([]);
  await host.end();
});

test('before an analysis each view says so, and what nothing is found in; a long description is folded', async () => {
  const home = await temporaryFolder();
  const board = await foreignBoard(join(home, 'board'));
  const moon = 'A harbour at night, with boats that rock on the dark water under a low moon. ';
  const long = `${moon.repeat(9)}A red fox sits on the left.`;
  const shots = Array.from({ length: 4 }, (_, at) => ({ shotNumber: at + 1, sceneDescription: long }));
  await writeFile(join(board, 'shots.json'), JSON.stringify({ shots }));
  const host = await startHost({ dataFolder: join(home, 'data'), board });
  const { page, problems } = await openPage(host.address);
  const line = page.getByTestId('not-analysed');
  await page.getByTestId('job-analysis').getByRole('button', { name: 'Cancel' }).click();
  await line.getByText(/^(Nothing is analysed yet|[1-4] of 4 pictures are not analysed yet)\.$/).waitFor();
  for (const key of ['g', 'i', 'Shift+M', 'Shift+G', 'Shift+C', 'Shift+Space']) {
    await page.keyboard.press(key);
    expect(await line.isVisible(), key).toBe(true);
    await page.keyboard.press(key);
  }
  await page.keyboard.press('Shift+M');
  // Of those that were looked at before it was cancelled, not of all four.
  await page
    .getByTestId('matrix')
    .getByText(/^(not analysed|kept in [1-3]|\d of [1-3] off)$/)
    .first()
    .waitFor();
  await page.keyboard.press('Shift+M');
  await page.getByRole('button', { name: /^Approved/ }).click();
  await page.getByTestId('no-shots').getByText('No shot is approved yet.').waitFor();
  await page.getByRole('button', { name: 'Show all shots' }).click();

  const words = page.locator('.description-words');
  const height = async () => (await words.boundingBox())?.height ?? 0;
  const folded = await height();
  const unfold = page.getByTestId('description-in-full');
  await unfold.click();
  expect(await height()).toBeGreaterThan(2 * folded);
  await unfold.click();
  expect(await height()).toBe(folded);
  // Whoever comes to a word that is folded away sees it.
  await words.getByRole('button').last().focus();
  expect(await height()).toBeGreaterThan(2 * folded);

  await line.getByRole('button', { name: 'Analyse' }).click();
  await line.waitFor({ state: 'detached' });
  expect(problems).toEqual([]);
  await host.end();
});

test('nothing is offered where the judge knows the pictures', async () => {
  const { page, host } = await openAnalysedSample();
  expect(await page.getByTestId('judge-offer').count()).toBe(0);
  await host.end();
});
