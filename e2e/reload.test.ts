/** A reload of the window interrupts nothing: the host's work goes on, and the window shows it again. */
import { join } from 'node:path';
import { temporaryFolder } from '@testing/folder.js';
import { drawStoryboard } from '@testing/storyboard.js';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { openPage } from './support/browser.js';
import { startHost } from './support/host.js';

const SHOTS = 8;

const counted = /(\d+)\/\d+/;

/** Frames that are done, as the window says it; null when it says that no analysis runs. */
async function analysed(page: Page): Promise<number | null> {
  const running = page.getByTestId('job-analysis').getByText(counted);
  const over = page.getByTestId('analyse');
  await running.or(over).first().waitFor();
  const words = (await running.allTextContents())[0];
  return words === undefined ? null : Number(counted.exec(words)?.[1]);
}

test('an analysis and a regeneration go on while the window is loaded anew', async () => {
  const folder = await temporaryFolder();
  const board = await drawStoryboard(join(folder, 'board'), { shots: SHOTS });
  const host = await startHost({ dataFolder: join(folder, 'data'), board });
  const { page, problems } = await openPage(host.address);

  const begun = page.getByTestId('job-analysis').getByText(/[1-9]\d*\/\d+/);
  await begun.waitFor({ timeout: 400_000 });
  const before = (await analysed(page)) ?? 0;
  await page.reload();
  const after = await analysed(page);
  // It may have ended meanwhile; it never begins anew.
  if (after !== null) expect(after).toBeGreaterThanOrEqual(before);
  await page.getByTestId('analyse').waitFor({ timeout: 400_000 });
  expect(await page.locator('[data-testid^="frame-"][data-sign="unknown"]').count()).toBe(0);

  await page.getByTestId('frame-1').click();
  await page.keyboard.press('e');
  await page.getByTestId('prompt-field').fill('A girl in a red coat stands in a meadow at night. Gouache.');
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByTestId('approve').click();
  await page.reload();
  await page.getByTestId('frame-1').click();
  await page.getByTestId('take-2').waitFor({ timeout: 400_000 });
  expect(problems).toEqual([]);
  expect(await host.end()).toBe(0);
});
