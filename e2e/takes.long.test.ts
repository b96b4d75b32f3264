/** Many frames at once in a real browser: the grid up to sixty-four, and up to eight takes with what differs between them. */
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { openAnalysedSample } from './support/analysed-sample.js';
import { unfairness } from './support/unfairness.js';

/** Frames that are seen whole. */
const whole = (page: Page) =>
  page.getByTestId('grid').evaluate((grid) => {
    const { top, bottom } = grid.getBoundingClientRect();
    return [...grid.querySelectorAll('[role="option"]')].filter((frame) => {
      const box = frame.getBoundingClientRect();
      return box.top >= top && box.bottom <= bottom;
    }).length;
  });
const size = async (page: Page) => (await page.getByTestId('frame-1').boundingBox())?.width ?? 0;

test('the grid shows as many frames at once as are asked for, as large as can be', async () => {
  const { page, problems } = await openAnalysedSample();
  await page.keyboard.press('g');
  const up = page.getByLabel('Frames at once');
  await up.selectOption('4-up');
  await expect.poll(() => whole(page)).toBe(4);
  const large = await size(page);
  await page.keyboard.press('-');
  await expect.poll(() => up.inputValue()).toBe('6');
  await expect.poll(() => whole(page)).toBe(6);
  expect(await size(page)).toBeLessThan(large);
  await page.keyboard.press('+');
  await up.selectOption('64-up');
  // There are but 24, and each has the size that 64 would have.
  await expect.poll(() => whole(page)).toBe(24);
  expect(await unfairness(page)).toEqual([]);
  await page.setViewportSize({ width: 1024, height: 700 });
  await expect.poll(() => whole(page)).toBe(24);
  await page.reload();
  await page.getByTestId('grid').waitFor();
  expect(await up.inputValue()).toBe('64');
  await page.getByLabel('Size', { exact: true }).fill('8');
  expect(await up.inputValue()).toBe('');
  await page.getByTestId('grid').focus();
  await page.keyboard.press('+');
  await expect.poll(() => page.getByLabel('Size', { exact: true }).inputValue()).toBe('9');
  expect(problems).toEqual([]);
});

test('takes are beside each other with what differs, eight at once, and one is picked there', async () => {
  const { page, problems } = await openAnalysedSample({ candidates: 8 });
  await page.keyboard.press('i');
  await page.getByTestId('takes-none').getByText('Shot 1 has one take').waitFor();
  await page.getByTestId('frame-6').click();
  await page.getByTestId('prompt-diff').locator('ins').first().waitFor();
  await page.keyboard.press('p');
  // The next waiting shot came.
  await page.getByTestId('frame-8').and(page.locator('[aria-selected="true"]')).waitFor();
  await page.getByTestId('frame-6').click();
  await page.getByTestId('take-9').waitFor();
  const view = page.getByTestId('takes');
  await view.getByText('Takes 2–9 of 9').waitFor();
  expect(await view.getByTestId(/^compared-/).count()).toBe(8);
  const table = view.getByTestId('differences');
  await table.getByRole('row', { name: /^Seed / }).waitFor();
  // Of all that were ordered together the words are the same, so they are not said.
  expect(await table.getByRole('row', { name: /^Prompt / }).count()).toBe(0);
  expect(await unfairness(page)).toEqual([]);
  await view.getByRole('button', { name: 'Earlier takes' }).click();
  await view.getByText('Takes 1–8 of 9').waitFor();
  const prompt = table.getByRole('row', { name: /^Prompt / });
  expect(await prompt.getByRole('cell').count()).toBe(8);

  await page.getByTestId('compared-1').click();
  await page.keyboard.press('ArrowDown');
  await page.locator('[data-testid="compared-2"][aria-current="true"]').waitFor();
  await page.keyboard.press('k');
  await page.locator('[data-testid="compared-2"][data-picked="true"]').waitFor();
  await page.keyboard.press('Control+z');
  await page.locator('[data-testid="compared-2"][data-picked="false"]').waitFor();

  // Every way out.
  await page.getByTestId('compared-3').dblclick();
  await page
    .getByTestId('viewer')
    .getByRole('img', { name: /^Take 3 / })
    .waitFor();
  await page.keyboard.press('i');
  await view.waitFor();
  await page.keyboard.press('i');
  await page.getByTestId('viewer').waitFor();
  await page.keyboard.press('i');
  await page.getByRole('button', { name: 'View: grid' }).click();
  await page.getByTestId('grid').waitFor();
  expect(problems).toEqual([]);
});
