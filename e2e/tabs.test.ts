/** Two tabs of one browser on the same storyboard: one decides, the other sees it, and they take turns. */
import { join } from 'node:path';
import { temporaryFolder } from '@testing/folder.js';
import { drawStoryboard } from '@testing/storyboard.js';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { openPage } from './support/browser.js';
import { startHost } from './support/host.js';
import { unfairness, unfairnessOfDialog } from './support/unfairness.js';

const frame = (page: Page, number: number) => page.getByTestId(`frame-${number}`);
const states = (page: Page) =>
  page
    .locator('[data-testid^="frame-"]')
    .evaluateAll((nodes) => nodes.map((node) => (node as HTMLElement).dataset.state));
const watches = (page: Page) => page.getByTestId('watches-only');

async function hold(page: Page, number: number): Promise<void> {
  await frame(page, number).click();
  await page.keyboard.press('h');
}

test('a tab lets another one in, which watches; “Decide here” takes over, and gives back', async () => {
  const folder = await temporaryFolder();
  const board = await drawStoryboard(join(folder, 'board'), { shots: 3 });
  const host = await startHost({ dataFolder: join(folder, 'data'), board });
  const { page: first, context, problems } = await openPage(host.address);
  await frame(first, 3).waitFor();

  await first.keyboard.press('Control+k');
  await first.keyboard.type('another tab');
  await first.getByRole('option', { name: /Open another tab/ }).click();
  const dialog = first.getByRole('dialog', { name: 'Another tab' });
  await dialog.waitFor();
  expect(await unfairnessOfDialog(first)).toEqual([]);
  const address = await dialog.getByRole('textbox').inputValue();
  const opens = context.waitForEvent('page');
  await dialog.getByTestId('tab-open').click();
  const second = await opens;
  second.on('pageerror', (error) => problems.push(error.message));
  await frame(second, 3).waitFor();
  await watches(second).waitFor();
  expect([await dialog.count(), await watches(first).count()]).toEqual([0, 0]);
  const reads = (page: Page) => page.getByText('This window only reads: nothing is decided here.');
  expect([await reads(first).count(), await reads(second).count()]).toEqual([0, 1]);
  expect(await unfairness(second)).toEqual([]);

  const before = await states(first);
  await hold(second, 2);
  await hold(first, 1);
  const heldOne = ['on-hold', ...before.slice(1)];
  await expect.poll(() => states(first)).toEqual(heldOne);
  // What the other tab does is seen; what was tried here came to nothing.
  await expect.poll(() => states(second)).toEqual(heldOne);

  await second.getByRole('button', { name: 'Decide here' }).click();
  await watches(first).waitFor();
  await watches(second).waitFor({ state: 'hidden' });
  await hold(second, 2);
  await expect.poll(() => states(first)).toEqual(['on-hold', 'on-hold', before[2]]);

  await first.getByRole('button', { name: 'Decide here' }).click();
  await watches(second).waitFor();
  await hold(first, 3);
  await expect.poll(() => states(second)).toEqual(['on-hold', 'on-hold', 'on-hold']);

  // It is known by a key of its own: a reload keeps it, and its address lets nobody else in.
  await second.reload();
  await watches(second).waitFor();
  const stranger = await context.newPage();
  await stranger.goto(address);
  await stranger.getByTestId('uninvited').waitFor();
  expect(await unfairness(stranger)).toEqual([]);

  // Who decided is gone: whoever does something first decides.
  await first.close();
  await watches(second).waitFor({ state: 'detached' });
  expect(problems).toEqual([]);
  expect(await host.end()).toBe(0);
});
