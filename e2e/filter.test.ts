/** Narrowing the board to the shots that matter, with the selection inside it, through a reload. */
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { sharedAnalysedSample } from './support/analysed-sample.js';
import { unfairness } from './support/unfairness.js';

const openSample = sharedAnalysedSample();

const frames = (page: Page) => page.locator('[role="option"]');
const shown = (page: Page) =>
  frames(page).evaluateAll((nodes) => nodes.map((node) => node.getAttribute('data-testid')));
const selected = (page: Page) => page.locator('[role="option"][aria-selected="true"]');

/** The strip holds so many shots. */
const holds = (page: Page, count: number) =>
  page.waitForFunction(
    (wanted) => document.querySelector('[role="option"]')?.getAttribute('aria-setsize') === String(wanted),
    count,
  );

test('a filter keeps the selection inside it, says what it asks, and gives way, by mouse', async () => {
  const { page, problems } = await openSample();
  await page.getByTestId('frame-2').click();
  await page.getByTestId('filter-flagged').click();
  // Shot 4 is the flagged one nearest to it.
  await page.locator('[data-testid="frame-4"][aria-selected="true"]').waitFor();

  await page.getByTestId('filter').click();
  const menu = page.getByRole('dialog', { name: 'Filter the shots' });
  await menu.getByRole('button', { name: /^The forest, / }).click();
  await menu.getByRole('button', { name: /^Wenna, / }).click();
  expect(await unfairness(page, '.filter-menu')).toEqual([]);
  await page.keyboard.press('Escape');
  await holds(page, 2);
  await page.locator('[data-testid="frame-10"][aria-selected="true"]').waitFor();
  await page.getByText('2 of 24 shots').waitFor();
  expect(await unfairness(page)).toEqual([]);

  await page.getByRole('button', { name: 'Remove from the filter: Character Wenna' }).click();
  await page.getByRole('button', { name: 'Remove from the filter: Scene The forest' }).click();
  await page.getByTestId('filter-all').click();
  await holds(page, 24);
  await page.locator('[data-testid="frame-10"][aria-selected="true"]').waitFor();

  await page.getByTestId('sort').click();
  await page.getByRole('menuitemradio', { name: 'Lowest score first' }).click();
  // The strip holds only the frames near the selection: at its start is the first.
  await page.keyboard.press('Home');
  await page.locator('[data-testid="frame-8"][aria-posinset="1"][aria-selected="true"]').waitFor();
  expect(problems).toEqual([]);
});

test('a filter that shows nothing says so and how to get out, by keys', async () => {
  const { page, problems } = await openSample();
  await page.keyboard.press('End');
  await page.keyboard.press('/');
  await page.keyboard.type('no such words');
  await page.getByTestId('no-shots').waitFor();
  await page.keyboard.press('Escape');
  await page.getByText('No shot is selected.').waitFor();
  expect(await unfairness(page)).toEqual([]);
  const out = page.getByRole('button', { name: 'Show all shots' });
  await out.focus();
  await page.keyboard.press('Enter');
  // It comes back to where it was.
  await page.locator('[data-testid="frame-24"][aria-selected="true"]').waitFor();

  // A number typed, the second shot of those left chosen by the arrow.
  await page.keyboard.press('/');
  await page.keyboard.type('lantern mountain');
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.querySelectorAll('[role="option"]').length < 24);
  const names = await shown(page);
  expect(names.length).toBeGreaterThan(0);
  await page.keyboard.press('Home');
  expect(await selected(page).getAttribute('data-testid')).toBe(names[0]);
  expect(problems).toEqual([]);
});

test('filter, sort, view, sizes and the selected shot survive a reload', async () => {
  const { page } = await openSample();
  await page.getByTestId('filter-flagged').click();
  await page.getByTestId('sort').click();
  await page.getByRole('menuitemradio', { name: 'Worst first' }).click();
  await page.getByTestId('frame-13').click();
  const panel = page.locator('.panel');
  const before = (await panel.boundingBox())?.width ?? 0;
  const edge = page.getByRole('separator', { name: /^Width of the shot/ });
  const box = await edge.boundingBox();
  if (!box) throw new Error('The panel has no edge.');
  await page.mouse.move(box.x, 300);
  await page.mouse.down();
  await page.mouse.move(box.x - 80, 300, { steps: 4 });
  await page.mouse.up();
  const wide = (await panel.boundingBox())?.width ?? 0;
  expect(wide).toBeGreaterThan(before + 60);
  await page.keyboard.press('g');
  await page.getByTestId('grid').waitFor();
  await page.getByLabel('Size').fill('10');
  const order = await shown(page);

  await page.reload();
  await page.getByTestId('grid').waitFor();
  await page.locator('[data-testid="frame-13"][aria-selected="true"]').waitFor();
  expect(await shown(page)).toEqual(order);
  expect(await page.getByLabel('Size').inputValue()).toBe('10');
  expect((await panel.boundingBox())?.width ?? 0).toBeCloseTo(wide, 0);
  await page.getByTestId('filter-flagged').and(page.locator('[aria-pressed="true"]')).waitFor();
  await page.getByRole('button', { name: 'Sort: Worst first' }).waitFor();
});
