/** Shots by canon in a real browser: sorted by a column and by a row, and a cell beside a frame that keeps it. */
import { expect, test } from 'vitest';
import { sharedAnalysedSample } from './support/analysed-sample.js';
import { unfairness } from './support/unfairness.js';

const openSample = sharedAnalysedSample();

test('the worst of somebody comes first, beside a frame that keeps it, and the story’s order comes back', async () => {
  const { page, problems } = await openSample();
  await page.keyboard.press('Shift+M');
  const matrix = page.getByTestId('matrix');
  await matrix.waitFor();
  const first = () =>
    matrix
      .getByTestId(/^matrix-row-/)
      .first()
      .getAttribute('data-testid');
  await expect.poll(first).toBe('matrix-row-1');
  await matrix.getByRole('button', { name: /^Wenna, not kept in \d+ of \d+ shots: worst first$/ }).click();
  await expect.poll(first).toBe('matrix-row-6');
  await matrix.getByRole('button', { name: /^Wenna in shot 6: .*not red/ }).click();
  const pair = page.getByTestId('matrix-pair');
  await pair.getByText('not red', { exact: false }).waitFor();
  await page.getByText('Shot 6', { exact: true }).waitFor();
  expect(await unfairness(page)).toEqual([]);
  await pair.getByRole('button', { name: 'Go to shot 5' }).click();
  await page.getByText('Shot 5', { exact: true }).waitFor();
  await pair.getByRole('button', { name: 'Close the pair' }).click();
  await pair.waitFor({ state: 'detached' });
  // The columns by one shot: whom something is found of, before whom is not in it.
  await matrix.getByRole('button', { name: 'Story order' }).click();
  await expect.poll(first).toBe('matrix-row-1');
  const heads = () => matrix.getByRole('columnheader').locator('b').allInnerTexts();
  const before = await heads();
  await matrix.getByRole('button', { name: 'Columns by shot 3, worst first' }).click();
  await expect.poll(async () => (await heads()).at(-1)).toBe('Wenna');
  await matrix.getByRole('button', { name: 'Story order' }).click();
  await expect.poll(heads).toEqual(before);
  // The names of the columns stay over rows that are far down.
  const top = async () => (await matrix.getByRole('columnheader').last().boundingBox())?.y;
  const atFirst = await top();
  await matrix.getByRole('region', { name: 'Shots by canon' }).evaluate((rows) => rows.scrollTo(0, 600));
  await expect.poll(first).not.toBe('matrix-row-1');
  expect(await top()).toBe(atFirst);
  expect(problems).toEqual([]);
});
