/** The palette finds shots and settings, and starts no work by mistake. */
import { expect, test } from 'vitest';
import { sharedAnalysedSample } from './support/analysed-sample.js';
import { unfairness } from './support/unfairness.js';

const openSample = sharedAnalysedSample();

test('shots by number, scene and words, by keys and by mouse; settings before work', async () => {
  const { page, problems } = await openSample();
  const typed = page.getByRole('combobox');
  const first = page.getByRole('option', { selected: true }).and(page.locator('[cmdk-item]'));

  await page.keyboard.press('Control+k');
  await typed.fill('17');
  await first.filter({ hasText: 'Shot 17' }).waitFor();
  expect(await unfairness(page, '.palette')).toEqual([]);
  await page.keyboard.press('Enter');
  await page.locator('[data-testid="frame-17"][aria-selected="true"]').waitFor();

  // A shot that the filter hides is shown, and the filter says no longer that it holds.
  await page.getByTestId('filter-flagged').click();
  await page.keyboard.press('Control+k');
  await typed.fill('owl');
  await page.locator('[cmdk-item]').filter({ hasText: 'Shot 11' }).click();
  await page.locator('[data-testid="frame-11"][aria-selected="true"]').waitFor();
  await page.getByTestId('filter-all').and(page.locator('[aria-pressed="true"]')).waitFor();

  await page.keyboard.press('Control+k');
  await typed.fill('mountain');
  await first.filter({ hasText: /^Shot 1[3-6]/ }).waitFor();
  await typed.fill('automatic');
  await first.filter({ hasText: 'Automatic mode' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Generator' }).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await typed.fill('judge');
  await first.filter({ hasText: 'Choose the judge' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Judge' }).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await typed.fill('no such thing at all');
  await page.getByText('Nothing found.').waitFor();
  await page.keyboard.press('Escape');
  expect(problems).toEqual([]);
});
