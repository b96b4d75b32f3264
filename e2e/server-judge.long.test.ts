/** A judge on a server in a real browser: it points at nothing, so the eye that ships cuts the frames; and its examination ends aloud. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '@testing/folder.js';
import { type Fate, PretendServer } from '@testing/pretend-server.js';
import { drawStoryboard } from '@testing/storyboard.js';
import { expect, onTestFinished, test } from 'vitest';
import { openPage } from './support/browser.js';
import { startHost } from './support/host.js';

test('frames are cut by the eye that ships, and the judge’s card says how its examination stands and why it stopped', async () => {
  let fate: Fate = { do: 'answer' };
  const server = await new PretendServer({ fate: () => fate, decode: 20 }).start();
  onTestFinished(() => server.kill());
  const dataFolder = await temporaryFolder();
  const settings = { judge: 'openai-compatible', servers: [{ url: server.url, model: '', inFlight: 2 }] };
  await writeFile(join(dataFolder, 'settings.json'), JSON.stringify(settings));
  const { address } = await startHost({ dataFolder });
  const { page, problems } = await openPage(address);
  await page.getByText(/^24 frames, /).waitFor();
  await page.keyboard.press('Shift+C');
  const first = page.locator('[data-key="character Wenna"] .canon-frames > li').first();
  // Wider than the crop that shows it: a part of the frame.
  const share = () =>
    first.locator('.crop').evaluate((crop) => {
      const shown = crop.firstElementChild?.getBoundingClientRect().width ?? 0;
      return shown / crop.getBoundingClientRect().width;
    });
  await expect.poll(share, { timeout: 60_000 }).toBeGreaterThan(1.5);
  expect(await first.getByText('whole', { exact: true }).count()).toBe(0);

  await page.keyboard.press('Control+k');
  await page.keyboard.type('models and devices');
  await page.getByRole('option', { name: /^Models and devices/ }).waitFor();
  await page.keyboard.press('Enter');
  const card = page.getByTestId('examination').filter({ has: page.getByRole('button') });
  await card.getByRole('button', { name: /^(Examine|Cancel)$/ }).waitFor();
  const examine = card.getByRole('button', { name: 'Examine', exact: true });
  if (await examine.isVisible()) await examine.click();
  await card.getByText(/^Examining: [1-9]\d* of \d+ pictures/).waitFor();
  expect(await card.getByRole('alert').count()).toBe(0);
  fate = { do: 'refuse', status: 500, message: 'CUDA out of memory' };
  await card.getByRole('alert').getByText('CUDA out of memory').waitFor();
  await card.getByText(/^Examined on \d+ of \d+ pictures/).waitFor();
  fate = { do: 'answer' };
  await examine.click();
  await card.getByRole('button', { name: 'Cancel' }).click();
  await examine.waitFor();
  expect(await card.getByRole('alert').count()).toBe(0);
  expect(problems).toEqual([]);
});

test('the bar keeps its signs whole in a small window, and a judge of another version says that it has not looked', async () => {
  const server = await new PretendServer({ decode: 40 }).start();
  onTestFinished(() => server.kill());
  const home = await temporaryFolder();
  const [dataFolder, folder] = [join(home, 'data'), join(home, 'board')];
  await drawStoryboard(folder, { shots: 2 });
  const shots = [1, 2].map((shotNumber) => ({ shotNumber, imagePath: `frames/shot_00${shotNumber}.png` }));
  const named = { title: 'Empty rooms of the harbour', shots };
  const [first, second] = shots;
  const board = join(folder, 'shots.json');
  // The second has no words: shots lack something.
  const told = [{ ...first, sceneDescription: 'A girl in a red coat stands in a meadow.' }, second];
  await writeFile(board, JSON.stringify({ ...named, shots: told }));
  await mkdir(dataFolder);
  const settings = { judge: 'openai-compatible', servers: [{ url: server.url, model: '', inFlight: 2 }] };
  await writeFile(join(dataFolder, 'settings.json'), JSON.stringify(settings));
  const before = await startHost({ dataFolder, board });
  const { page, context } = await openPage(before.address);
  await page.getByTestId('analyse').click();
  await page.getByTestId('job-examination').waitFor();
  await page.setViewportSize({ width: 720, height: 450 });
  await page.getByRole('button', { name: 'Shots lack something' }).waitFor();
  const cut = () =>
    page
      .locator('.topbar > button')
      .evaluateAll((all) =>
        all.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.ariaLabel ?? one.textContent),
      );
  expect(await cut()).toEqual([]);
  expect((await page.locator('.topbar-title').boundingBox())?.width).toBeGreaterThan(80);
  await page.locator('[data-testid="frame-1"]:not([data-sign="unknown"])').waitFor();
  await context.close();
  await before.end();

  server.options.models = ['of-another-version'];
  // What is named at the start is analysed at once; what is opened in the window is not.
  const other = await drawStoryboard(join(home, 'other'), { shots: 1 });
  const after = await startHost({ dataFolder, board: other });
  const again = await openPage(after.address);
  await again.page.getByTestId('frame-1').waitFor();
  await again.page.keyboard.press('Control+k');
  await again.page.keyboard.type('Empty rooms');
  await again.page.getByRole('option', { name: /Empty rooms/ }).waitFor();
  await again.page.keyboard.press('Enter');
  await again.page.getByRole('heading', { name: 'Empty rooms of the harbour' }).waitFor();
  const line = again.page.getByTestId('not-analysed');
  await line.getByText(/^Judged before, but by another judge or another version of /).waitFor();
  await line.getByRole('button', { name: 'Analyse' }).click();
  await again.page.locator('[data-testid="frame-1"]:not([data-sign="unknown"])').waitFor();
  await line.waitFor({ state: 'detached' });
  expect(again.problems).toEqual([]);
});
