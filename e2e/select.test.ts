/** Several shots decided at once, as one step. */
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { openAnalysedSample } from './support/analysed-sample.js';
import { unfairness } from './support/unfairness.js';

const frame = (page: Page, number: number, part = '') =>
  page.locator(`[data-testid="frame-${number}"]${part}`);
const inState = (page: Page, state: string) => page.locator(`[role="option"][data-state="${state}"]`);

/** So many frames on the screen are in this state. */
async function count(page: Page, state: string, wanted: number): Promise<void> {
  await page.waitForFunction(
    ([one, many]) => document.querySelectorAll(`[role="option"][data-state="${one}"]`).length === many,
    [state, wanted] as const,
  );
}

test('a range and single shots are selected by mouse, decided together and taken back in one step', async () => {
  const { page, host, problems } = await openAnalysedSample();
  await frame(page, 2).click();
  await frame(page, 5).click({ modifiers: ['Shift'] });
  await frame(page, 7).click({ modifiers: ['ControlOrMeta'] });
  await frame(page, 3).click({ modifiers: ['ControlOrMeta'] });
  const panel = page.getByTestId('selection');
  await panel.getByRole('heading', { name: '4 shots selected' }).waitFor();
  // One of the four has a prompt to change, the others are right as they are.
  await panel.getByText('Orders 1 picture from Storybook, approves 3 frames as they are.').waitFor();
  await page.getByTestId('change-4').locator('ins').first().waitFor();
  expect(await unfairness(page)).toEqual([]);

  await page.getByTestId('hold').click();
  await count(page, 'on-hold', 4);
  await page.keyboard.press('Control+z');
  await count(page, 'on-hold', 0);
  await page.keyboard.press('Control+Shift+z');
  await count(page, 'on-hold', 4);
  await page.getByTestId('reset-status').click();
  await count(page, 'on-hold', 0);

  // One taken out of it, and one more shown without losing the others.
  await page.getByRole('button', { name: 'Remove shot 7 from the selection' }).click();
  await panel.getByRole('heading', { name: '3 shots selected' }).waitFor();
  await page.getByRole('button', { name: 'Show Shot 5' }).click();
  await frame(page, 5, '.frame-current').waitFor();
  await panel.getByRole('heading', { name: '3 shots selected' }).waitFor();
  await page.getByTestId('approve-as-is').click();
  await count(page, 'approved', 3);
  expect(problems).toEqual([]);
  await host.end();
});

test('all that a filter shows are selected and rejected by keys, and stars given', async () => {
  const { page, host, problems } = await openAnalysedSample();
  await page.getByTestId('filter-flagged').click();
  await page.keyboard.press('g');
  await page.getByTestId('grid').waitFor();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+ArrowRight');
  await page.getByRole('heading', { name: '2 shots selected' }).waitFor();
  await page.keyboard.press('Shift+ArrowDown');
  await page.getByRole('heading', { name: '7 shots selected' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByTestId('selection').waitFor({ state: 'detached' });

  await page.keyboard.press('Control+a');
  const all = Number(await page.locator('[role="option"]').first().getAttribute('aria-setsize'));
  await page.getByRole('heading', { name: `${all} shots selected` }).waitFor();
  await page.keyboard.press('4');
  await page.keyboard.press('x');
  await page.getByLabel('Why it is rejected').waitFor();
  expect(await unfairness(page)).toEqual([]);
  await page.keyboard.press('2');
  await count(page, 'rejected', all);
  await page.keyboard.press('Control+z');
  await count(page, 'rejected', 0);
  await page.keyboard.press('/');
  await page.getByRole('button', { name: `4 or more stars, ${all}` }).waitFor();
  expect(problems).toEqual([]);
  await host.end();
});

test('approving all lists every change with a switch, and is one step', async () => {
  const { page, host, problems } = await openAnalysedSample();
  const dialog = page.getByRole('dialog', { name: 'Approve all waiting' });
  const confirm = page.getByTestId('approve-all-confirm');
  // The list stays as it was when it was opened; suggestions come in behind the findings.
  let orders = 0;
  await expect
    .poll(
      async () => {
        await page.keyboard.press('Escape');
        await dialog.waitFor({ state: 'detached' });
        await page.getByTestId('approve-all').click();
        await dialog.waitFor();
        orders = Number((await confirm.textContent())?.replace(/\D/g, ''));
        return orders;
      },
      { interval: 200, timeout: 60_000 },
    )
    .toBe(11);
  await dialog.locator('ins').first().waitFor();
  expect(await unfairness(page, '.dialog')).toEqual([]);
  // None but the last two: the list shows only what is near, the switches hold for all.
  await dialog.getByLabel(`${orders} new prompts`).click();
  await confirm.and(page.locator(':disabled')).waitFor();
  await dialog.locator('.virtual-list').evaluate((list) => {
    list.scrollTop = list.scrollHeight;
  });
  await dialog.getByLabel(`${orders} new prompts`).click();
  await dialog.getByLabel('Approve shot 21').click();
  await dialog.getByLabel(/frames? with nothing found/).click();
  const clean = Number((await confirm.textContent())?.replace(/\D/g, '')) - orders + 1;
  expect(clean).toBeGreaterThan(5);
  await dialog
    .getByText(`${orders - 1} pictures will be made, ${clean} frames approved as they are.`)
    .waitFor();
  await dialog.getByLabel(`${orders} new prompts`).click();
  await dialog.getByLabel(`${orders} new prompts`).click();
  await confirm.click();
  await page
    .getByTestId('filter-approved')
    .filter({ hasText: String(clean) })
    .waitFor();
  await inState(page, 'approved').first().waitFor();
  await page.keyboard.press('Control+z');
  await page
    .getByTestId('filter-approved')
    .filter({ hasText: /Approved 0$/ })
    .waitFor();
  expect(problems).toEqual([]);
  await host.end();
});
