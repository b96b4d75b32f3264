/** A judge on a server in a real browser: it points at nothing, so frames are whole and say so; and its examination ends aloud. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '@testing/folder.js';
import { type Fate, PretendServer } from '@testing/pretend-server.js';
import { expect, onTestFinished, test } from 'vitest';
import { openPage } from './support/browser.js';
import { startHost } from './support/host.js';

test('frames say that they are whole, and the judge’s card says how its examination stands and why it stopped', async () => {
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
  await first.getByText('whole', { exact: true }).waitFor();
  expect(await first.getAttribute('title')).toMatch(/^Shot 1, the whole frame/);
  const finding = page.getByTestId('finding').first();
  for (const words of await finding.locator('.crop-words').allInnerTexts())
    expect(words).toMatch(/ · whole frame$/);

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
