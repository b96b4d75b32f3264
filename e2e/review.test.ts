/** The artist's job in a real browser, on the sample: find a fault, approve a change, choose the better take. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { feedback as feedbackFormat } from '@shared/feedback.js';
import { temporaryFolder } from '@testing/folder.js';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { openAnalysedSample } from './support/analysed-sample.js';
import { unfairness } from './support/unfairness.js';

const frames = (page: Page) => page.locator('[data-testid^="frame-"]');
const flagged = (page: Page) =>
  page.locator('[data-testid^="frame-"]:is([data-sign="high"], [data-sign="medium"])');

test('from the sample to a better take, by mouse', async () => {
  const { page, host, problems } = await openAnalysedSample();
  expect(await unfairness(page)).toEqual([]);

  const names = await flagged(page).evaluateAll((nodes) =>
    nodes.map((node) => node.getAttribute('data-testid') ?? ''),
  );
  expect(names.length, 'the sample has faults in it').toBeGreaterThan(0);
  // The first whose fault an edit of the prompt can answer.
  let frame = page.getByTestId(names[0] ?? '');
  for (const name of names) {
    frame = page.getByTestId(name);
    await frame.click();
    await page.getByTestId('finding').first().waitFor();
    if ((await page.getByTestId('suggestion').getByRole('switch').count()) > 0) break;
  }
  const before = await page.getByTestId('prompt-diff').textContent();
  const edit = page.getByTestId('suggestion').getByRole('switch').first();
  await edit.click();
  await page.waitForFunction(
    (old) => document.querySelector('[data-testid="prompt-diff"]')?.textContent !== old,
    before,
  );
  await edit.click();
  await page.waitForFunction(
    (old) => document.querySelector('[data-testid="prompt-diff"]')?.textContent === old,
    before,
  );

  await page.getByTestId('approve').click();
  await frame.click();
  await page.getByTestId('take-2').waitFor({ timeout: 120_000 });
  await page.getByTestId('job-regeneration').waitFor({ state: 'detached', timeout: 120_000 });

  await page.getByTestId('take-2').click();
  await page.getByRole('button', { name: 'Compare with take 1' }).click();
  for (const mode of ['Side by side', 'Flip', 'Onion', 'Difference', 'Wipe']) {
    const button = page.getByRole('toolbar', { name: 'Viewer' }).getByRole('button', { name: mode });
    if ((await button.getAttribute('aria-pressed')) !== 'true') await button.click();
    await page.locator('[aria-pressed="true"]', { hasText: mode }).waitFor();
  }
  expect(await unfairness(page)).toEqual([]);

  const picked = await page.getByTestId('take-2').getAttribute('data-picked');
  const other = picked === 'true' ? '1' : '2';
  await page.getByTestId(`pick-${other}`).click();
  await page.locator(`[data-testid="take-${other}"][data-picked="true"]`).waitFor();
  await page.keyboard.press('Control+z');
  await page.locator(`[data-testid="take-${other}"][data-picked="false"]`).waitFor();
  await page.keyboard.press('Control+Shift+z');
  await page.locator(`[data-testid="take-${other}"][data-picked="true"]`).waitFor();

  await page.getByRole('button', { name: 'Export' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem').first().click(),
  ]);
  const file = join(await temporaryFolder(), 'feedback.json');
  await download.saveAs(file);
  const feedback = feedbackFormat.parse(JSON.parse(await readFile(file, 'utf8')));
  // The strip holds only the frames near the selection; each says how many there are.
  const told = await frames(page).first().getAttribute('aria-setsize');
  expect(feedback.totals.shots).toBe(Number(told));
  expect(feedback.totals.regenerated).toBe(1);
  const [changed] = feedback.shots.filter(({ requests }) => requests.length > 0);
  expect(changed?.requests).toMatchObject([{ state: 'done', approvedBy: 'artist', round: 1 }]);
  expect(changed?.takes.find(({ id }) => id === changed.pick)?.round).toBe(Number(other) - 1);

  // A reload works with the pass, though the address is spent.
  await page.reload();
  await frames(page).first().waitFor();
  expect(problems).toEqual([]);
  expect(await host.end()).toBe(0);
});

test('a decision with the keyboard alone', async () => {
  const { page, host, problems } = await openAnalysedSample();
  await page.keyboard.press(']');
  await page.getByTestId('finding').first().waitFor();
  const number =
    (await page.locator('[role="option"][aria-selected="true"]').getAttribute('data-testid')) ?? '';
  await page.keyboard.press('x');
  await page.getByLabel('Why it is rejected').waitFor();
  await page.keyboard.press('1');
  await page.locator(`[data-testid="${number}"][data-state="rejected"]`).waitFor();
  await page.keyboard.press('Control+z');
  await page.locator(`[data-testid="${number}"][data-state="pending"]`).waitFor();

  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
  expect(await unfairness(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();
  expect(await unfairness(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('g');
  await page.getByTestId('grid').waitFor();
  expect(await unfairness(page)).toEqual([]);
  expect(problems).toEqual([]);
  await host.end();
});
