/** A judge on a server in a real browser: it points at nothing, so the eye that ships cuts the frames; and its examination ends aloud. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '@testing/folder.js';
import { type Fate, PretendServer } from '@testing/pretend-server.js';
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
