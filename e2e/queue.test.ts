/** Several candidates of one approval in a real browser: ordered, put in order, made, and one of them picked. */
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { openAnalysedSample } from './support/analysed-sample.js';
import { unfairness } from './support/unfairness.js';

const rows = (page: Page) => page.getByTestId('queue-row');
const names = (page: Page) => rows(page).locator('.change-head b').allTextContents();

/** Goes to the next flagged shot whose words an edit changes, and gives its frame's test id. */
async function nextSuggested(page: Page): Promise<string> {
  for (;;) {
    await page.keyboard.press(']');
    await page.getByTestId('finding').first().waitFor();
    if ((await page.getByTestId('suggestion').getByRole('switch').count()) > 0) break;
  }
  return (await page.locator('[role="option"][aria-selected="true"]').getAttribute('data-testid')) ?? '';
}

test('candidates are ordered at once, wait in an order of one’s own, and one is picked', async () => {
  const { page, host, problems } = await openAnalysedSample();
  await page.keyboard.press('q');
  await page.getByText('Nothing is ordered.').waitFor();
  await page.getByTestId('queue-pause').click();
  await page.getByRole('button', { name: 'Resume' }).waitFor();
  expect(await unfairness(page)).toEqual([]);
  await page.keyboard.press('Escape');

  const frame = await nextSuggested(page);
  await page.keyboard.press('Shift+S');
  await page.getByTestId('seeds-3').waitFor();
  expect(await unfairness(page)).toEqual([]);
  // The focus is on the first choice.
  await page.keyboard.press('3');
  await page.getByTestId('seeds').filter({ hasText: '3 seeds' }).waitFor();
  await page.keyboard.press('p');
  await page.locator(`[data-testid="${frame}"][data-state="regenerating"]`).waitFor();
  await page.getByTestId('queue-open').filter({ hasText: '3 paused' }).click();
  await rows(page).nth(2).waitFor();
  const asOrdered = await names(page);
  expect(asOrdered.map((name) => name.replace(/^Shot \d+, /, ''))).toEqual(
    [1, 2, 3].map((n) => `round 1, candidate ${n} of 3`),
  );

  const [first, second, third] = asOrdered as [string, string, string];
  await rows(page)
    .nth(2)
    .getByRole('button', { name: /earlier/ })
    .focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(() => names(page)).toEqual([first, third, second]);
  await rows(page)
    .nth(2)
    .dragTo(rows(page).nth(0), { targetPosition: { x: 200, y: 4 } });
  await expect.poll(() => names(page)).toEqual([second, first, third]);
  expect(await unfairness(page)).toEqual([]);

  // Order and pause are the host's.
  await page.reload();
  await page.getByTestId('queue-open').filter({ hasText: '3 paused' }).click();
  await expect.poll(() => names(page)).toEqual([second, first, third]);
  expect(problems).toEqual([]);
  await page.getByTestId('queue-pause').click();
  await page.getByText('Nothing is ordered.').waitFor();
  await page.keyboard.press('Escape');

  await page.getByTestId(frame).click();
  await page.getByTestId('candidate').nth(2).waitFor();
  await page.locator('.tray-best, .tray p:has-text("None stands better")').first().waitFor();
  expect(await unfairness(page)).toEqual([]);
  await page.getByTestId('candidate').first().locator('.tray-face').click();
  await page.getByTestId('candidate').first().getByRole('button', { name: /^Pick/ }).click();
  await page.getByTestId('tray').waitFor({ state: 'detached' });
  expect(await page.locator('[data-testid^="take-"]').count()).toBe(4);
  await page.keyboard.press('Control+z');
  await page.getByTestId('tray').waitFor();
  await page.getByTestId('decline').click();
  await page.getByTestId('tray').waitFor({ state: 'detached' });
  await page.locator('[data-testid="take-1"][data-picked="true"]').waitFor();
  expect(problems).toEqual([]);
  expect(await host.end()).toBe(0);
});
