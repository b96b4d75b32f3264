/** Words that are found and many decided by score, in a real browser. */
import { expect, test } from 'vitest';
import { openAnalysedSample } from './support/analysed-sample.js';
import { holds, shows, stands } from './support/culling-page.js';
import { unfairness } from './support/unfairness.js';

test('words are found in prompts, notes and how a picture was made, and marked where they stand', async () => {
  const { page, problems } = await openAnalysedSample();
  await page.getByTestId('frame-5').click();
  await page.keyboard.press('Alt+n');
  await page.keyboard.type('Ask Mirko about the windmill');
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await page.keyboard.type('mírko');
  await holds(page, 1);
  await page.keyboard.press('Escape');
  await shows(page, 5);
  const found = page.getByTestId('found-words');
  expect(await found.locator('dt').allInnerTexts()).toEqual(['Note']);
  expect(await found.locator('mark').allInnerTexts()).toEqual(['Mirko']);
  await page.getByTestId('frame-5').getByText('Note', { exact: true }).waitFor();
  expect(await unfairness(page)).toEqual([]);

  // In the description they are marked in place, also across claims.
  await page.keyboard.press('/');
  await page.getByRole('searchbox').fill('meadow at wenna');
  await page.keyboard.press('Escape');
  await page.getByTestId('frame-5').click();
  const marked = () =>
    page.evaluate(() => [...(CSS.highlights.get('found') ?? [])].map((range) => String(range)));
  await expect.poll(marked).toEqual(['Wenna', 'meadow', 'at', 'at']);
  await page.getByTestId('frame-6').click();
  await page.getByTestId('frame-5').click();
  await expect.poll(marked).toEqual(['Wenna', 'meadow', 'at', 'at']);
  expect(await found.locator('dt').allInnerTexts()).not.toContain('Description');

  await page.keyboard.press('/');
  await page.getByRole('searchbox').fill('keyframe_00_t15');
  await page.keyboard.press('Escape');
  await holds(page, 1);
  expect(await found.locator('dt').allInnerTexts()).toEqual(['How it was made']);
  await page.getByRole('button', { name: /^Remove from the filter: “keyframe/ }).click();
  await found.waitFor({ state: 'detached' });
  expect(await marked()).toEqual([]);
  expect(problems).toEqual([]);
});

test('many are decided by score, what was decided by hand is left alone, and one undo takes it back', async () => {
  const { page, problems } = await openAnalysedSample();
  const dialog = page.getByRole('dialog', { name: 'Decide by score' });
  const confirm = page.getByTestId('by-score-confirm');
  await page.getByTestId('frame-1').click();
  await page.keyboard.press('h');
  await page.getByTestId('frame-1').click();
  for (const leave of [
    () => page.keyboard.press('Escape'),
    () => dialog.getByRole('button', { name: 'Cancel' }).click(),
    () => dialog.getByRole('button', { name: 'Close' }).click(),
    () => page.mouse.click(4, 4),
  ]) {
    await page.keyboard.press('j');
    await dialog.waitFor();
    await leave();
    await dialog.waitFor({ state: 'detached' });
  }
  await stands(page, 2, 'pending');
  await page.keyboard.press('j');
  await dialog.getByText('1 shot decided by hand is left alone: 1').waitFor();
  const high = dialog.getByRole('slider', { name: 'Approve frames as they are from: score' });
  const low = dialog.getByRole('slider', { name: 'Reject below: score' });
  await low.fill('95');
  await dialog.getByRole('alert').waitFor();
  expect(await confirm.isDisabled()).toBe(true);
  await high.fill('95');
  await low.fill('60');
  expect(await unfairness(page, '.dialog')).toEqual([]);
  const list = dialog.getByRole('list', { name: 'What becomes of them' });
  const told = (await list.getByRole('listitem').allInnerTexts()).join('\n');
  const [, approved = ''] = /frames? approved: ([\d, ]+)/.exec(told) ?? [];
  const [, rejected = ''] = /frames? rejected: ([\d, ]+)/.exec(told) ?? [];
  const first = (list: string) => Number(list.split(',')[0]);
  await confirm.click();
  await page.getByText('1 shot decided by hand left alone.').waitFor();
  await stands(page, 1, 'on-hold');
  if (approved) await stands(page, first(approved), 'approved');
  if (rejected) {
    await page.getByTestId('filter').click();
    await page.getByRole('button', { name: /^Rejected, / }).click();
    await page.keyboard.press('Escape');
    await page.getByTestId(`frame-${first(rejected)}`).waitFor();
    await page.getByRole('button', { name: 'Clear', exact: true }).click();
  }
  // What the artist overrides stays, whatever is decided by score afterwards.
  await page.getByTestId('frame-2').click();
  await page.keyboard.press('c');
  await page.getByTestId('frame-2').click();
  await page.keyboard.press('j');
  await dialog.getByText('2 shots decided by hand are left alone: 1, 2').waitFor();
  await high.fill('100');
  await low.fill('100');
  await confirm.click();
  await dialog.waitFor({ state: 'detached' });
  await stands(page, 5, 'rejected');
  await stands(page, 2, 'needs-changes');
  await page.keyboard.press('Control+z');
  await page.locator('[data-testid="frame-5"]:not([data-state="rejected"])').waitFor();
  await stands(page, 2, 'needs-changes');
  expect(problems).toEqual([]);
});
