/** A brand's style in a real browser: frames are marked by keys, pictures of a folder are added, and the style goes out as a file. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '@testing/folder.js';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { openAnalysedSample } from './support/analysed-sample.js';
import { atHome } from './support/host.js';
import { unfairness } from './support/unfairness.js';

const noise = (seed: number) =>
  sharp({
    create: {
      width: 320,
      height: 180,
      channels: 3,
      background: '#777777',
      noise: { type: 'gaussian', mean: 90 + 20 * seed, sigma: 60 },
    },
  })
    .png()
    .toBuffer();

test('frames are marked, a folder is added, every shot is scored, and the style is exported and undone', async () => {
  const home = await temporaryFolder();
  const { page, problems } = await openAnalysedSample(undefined, atHome(home));
  const folder = join(home, 'Other hands');
  await mkdir(folder);
  for (let at = 0; at < 6; at++) await writeFile(join(folder, `${at}.png`), await noise(at));
  await writeFile(join(folder, 'broken.png'), 'no picture');

  await page.keyboard.press('Control+b');
  const told = page.getByTestId('brand-told');
  await told.getByText('Too few examples: 0 on style and 0 off it.').waitFor();
  expect(await unfairness(page)).toEqual([]);
  await page.keyboard.press('Escape');

  await page.keyboard.press('g');
  await page.getByTestId('frame-1').click();
  await page.getByTestId('frame-8').click({ modifiers: ['Shift'] });
  await page.keyboard.press('Shift+B');
  await page.getByText('8 frames are marked as on style.').first().waitFor();
  await page
    .getByRole('option', { name: /marked as on style/ })
    .first()
    .waitFor();

  await page.keyboard.press('Control+b');
  await page.getByRole('list', { name: 'On style: 8 examples' }).waitFor();
  await page.getByRole('button', { name: /Use a folder.*off style/ }).click();
  await page.getByTestId('entry-Home').click();
  await page.getByTestId('entry-Other hands').click();
  await page.getByRole('button', { name: 'Use 7 pictures in “Other hands”' }).click();
  await page.getByText('6 pictures of “Other hands” added as off style.').waitFor();
  await page.getByText(/^Left out: broken\.png/).waitFor();
  await told.getByText(/of its own examples right/).waitFor();
  await page
    .getByRole('button', { name: /^Shot \d+: brand style \d+ of 100/ })
    .first()
    .waitFor();
  expect(await unfairness(page)).toEqual([]);

  const remove = page.getByRole('button', { name: 'Remove shot 8 from the examples' });
  await remove.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('list', { name: 'On style: 7 examples' }).waitFor();
  // The focus stays among the examples.
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(/^Remove/);

  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await (await saved).saveAs(join(home, 'brand.json'));
  const profile = JSON.parse(await readFile(join(home, 'brand.json'), 'utf8'));
  expect(profile).toMatchObject({ format: 'continuist-brand-style', version: 1 });
  expect(profile.examples).toHaveLength(13);
  await page.keyboard.press('Escape');
  for (let n = 0; n < 3; n++) await page.keyboard.press('Control+z');
  await page
    .getByText(/^Undone: Mark 8 shots as on style/)
    .first()
    .waitFor();
  expect(problems).toEqual([]);
});
