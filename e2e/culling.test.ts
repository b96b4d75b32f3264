/** Going through a board in a real browser as one culls photographs: one key a frame, what is left, what is found, and many by score. */
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { openAnalysedSample } from './support/analysed-sample.js';
import { unfairness } from './support/unfairness.js';

const state = (page: Page, number: number) => page.getByTestId(`frame-${number}`).getAttribute('data-state');
const shows = (page: Page, number: number) =>
  page.locator(`[data-testid="frame-${number}"][aria-selected="true"]`).waitFor();
const holds = (page: Page, count: number) =>
  page.waitForFunction(
    (wanted) => document.querySelector('[role="option"]')?.getAttribute('aria-setsize') === String(wanted),
    count,
  );
const palette = async (page: Page, words: string, name: RegExp) => {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(words);
  await page.getByRole('option', { name }).waitFor();
  await page.keyboard.press('Enter');
};

test('frames are kept, rejected and rated from full screen with one key each, and taken back', async () => {
  const { page, problems } = await openAnalysedSample();
  await page.keyboard.press('Shift+F');
  const place = page.getByTestId('cull-place');
  const said = page.getByTestId('culled');
  await place.getByText('1 of 24').waitFor();
  await said.getByText('P keep').waitFor();
  for (const [key, words, at] of [
    ['p', 'Shot 1: kept.', 2],
    ['x', 'Shot 2: rejected.', 3],
    ['3', 'Shot 3: 3 stars.', 4],
    ['Enter', 'Shot 4: kept.', 5],
    ['6', 'Shot 5: rejected: malformed hands.', 6],
    ['u', 'Shot 6: back to pending.', 7],
  ] as const) {
    await page.keyboard.press(key);
    await said.getByText(words).waitFor();
    await place.getByText(`${at} of 24`).waitFor();
  }
  expect(await unfairness(page)).toEqual([]);
  // Nothing was ordered, though shot 4 has a suggestion.
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await page.locator('[data-testid="cull-state"][data-state="rejected"]').waitFor();

  await page.getByTestId('advance').click();
  await page.getByRole('button', { name: /^After a decision or stars/, pressed: false }).waitFor();
  await page.keyboard.press('x');
  await place.getByText('5 of 24').waitFor();
  await page.keyboard.press('Shift+A');
  await page.getByRole('button', { name: /^After a decision or stars/, pressed: true }).waitFor();

  await page.keyboard.press('Control+z');
  await page.keyboard.press('Escape');
  await page.getByTestId('strip').waitFor();
  expect(await state(page, 1)).toBe('approved');
  expect(await state(page, 2)).toBe('rejected');
  expect(await state(page, 4)).toBe('approved');
  expect(await state(page, 5)).toBe('pending');
  await page.getByTestId('frame-3').click();
  await page.locator('.shot-stars').getByText('3').waitFor();
  // A reject fades, and stays where it stood.
  const faded = page.getByTestId('frame-2').locator('.frame-picture .picture');
  expect(Number(await faded.evaluate((picture) => getComputedStyle(picture).opacity))).toBeLessThan(0.6);
  expect(problems).toEqual([]);
});

test('survivors alone are shown, and what is discarded is followed by the one behind it', async () => {
  const { page, problems } = await openAnalysedSample();
  const survivors = page.getByTestId('survivors');
  expect(await survivors.count()).toBe(0);
  await page.getByTestId('frame-8').click();
  await page.keyboard.press('Shift+X');
  await survivors.waitFor();
  await page.keyboard.press('y');
  await holds(page, 23);
  await page.keyboard.press('Shift+A');
  await page.getByText('After a decision, the shot stays.').waitFor();
  await page.getByTestId('frame-12').click();
  await page.keyboard.press('Shift+X');
  await shows(page, 13);
  await page.keyboard.press('x');
  await page.locator('.reasons button:focus').waitFor();
  await page.keyboard.press('Enter');
  await shows(page, 14);
  // The last one: what stood before it.
  await page.keyboard.press('End');
  await page.keyboard.press('Shift+X');
  await shows(page, 23);
  await holds(page, 20);
  // Also in another order, by stars.
  await page.getByTestId('frame-20').click();
  await page.keyboard.press('5');
  await page.keyboard.press('Home');
  await page.getByTestId('frame-4').click();
  await page.keyboard.press('5');
  await page.getByTestId('sort').click();
  await page.getByRole('menuitemradio', { name: 'Most stars first' }).click();
  await page.keyboard.press('Home');
  await shows(page, 4);
  await page.keyboard.press('Shift+X');
  await shows(page, 20);

  for (const leave of [
    () => survivors.click(),
    () => page.getByRole('button', { name: 'Remove from the filter: Survivors only' }).click(),
    () => page.keyboard.press('y'),
    () => page.getByRole('button', { name: 'Clear', exact: true }).click(),
  ]) {
    await holds(page, 19);
    await leave();
    await holds(page, 24);
    await page.keyboard.press('y');
  }
  await page.reload();
  await holds(page, 19);
  await page.keyboard.press('y');
  await page.keyboard.press('Control+z');
  await shows(page, 4);
  expect(problems).toEqual([]);
});

test('words are found in prompts, notes and how a picture was made, and marked where they stand', async () => {
  const { page, problems } = await openAnalysedSample();
  await page.getByTestId('frame-5').click();
  await page.keyboard.press('n');
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

test('a filter is saved under a name, shown again, replaced, removed and undone, and is there after a reload', async () => {
  const { page, problems } = await openAnalysedSample();
  const save = page.getByTestId('save-filter');
  const form = page.getByRole('dialog', { name: 'Save the filter' });
  const name = form.getByLabel('Name of the filter');
  const menu = page.getByRole('dialog', { name: 'Filter the shots' });
  await page.keyboard.press('/');
  await menu.getByRole('button', { name: /^Wenna, / }).click();
  await page.keyboard.press('Escape');
  await holds(page, 18);

  // Every way out saves nothing.
  for (const leave of [() => page.keyboard.press('Escape'), () => page.mouse.click(600, 300)]) {
    await save.click();
    await name.fill('Left');
    await leave();
    await form.waitFor({ state: 'detached' });
  }
  await save.click();
  await page.keyboard.type('Wenna');
  expect(await unfairness(page, '.float')).toEqual([]);
  await page.keyboard.press('Enter');
  await page.getByText('The filter “Wenna” is saved with the review.').waitFor();
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await holds(page, 24);

  await page.reload();
  await holds(page, 24);
  await page.keyboard.press('/');
  const saved = menu.getByRole('group', { name: 'Saved' });
  expect(await saved.getByRole('button', { name: /^Left/ }).count()).toBe(0);
  await saved.getByRole('button', { name: 'Wenna 18', pressed: false }).click();
  await saved.getByRole('button', { name: 'Wenna 18', pressed: true }).waitFor();
  expect(await unfairness(page, '.filter-menu')).toEqual([]);
  await menu.getByRole('button', { name: /^The meadow, / }).click();
  await page.keyboard.press('Escape');

  await palette(page, 'save the filter', /^Save the filter/);
  await page.keyboard.type('Wenna');
  await form.getByText('There is one of that name').waitFor();
  await form.getByRole('button', { name: 'Replace' }).click();
  await form.waitFor({ state: 'detached' });
  const few = await page.locator('[role="option"]').first().getAttribute('aria-setsize');
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await palette(page, 'filter: wenna', /^Filter: Wenna/);
  await holds(page, Number(few));

  await page.keyboard.press('/');
  await saved.getByRole('button', { name: 'Remove the saved filter Wenna' }).click();
  await saved.waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await page.getByText('Undone: Remove the filter “Wenna”').waitFor();
  await page.keyboard.press('Control+z');
  await page.getByText('Undone: Save the filter “Wenna”').waitFor();
  await page.keyboard.press('/');
  await saved.getByRole('button', { name: 'Wenna 18' }).waitFor();
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
  expect(await state(page, 2)).toBe('pending');
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
  expect(await state(page, 1)).toBe('on-hold');
  if (approved) expect(await state(page, first(approved))).toBe('approved');
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
  await expect.poll(() => state(page, 5)).toBe('rejected');
  expect(await state(page, 2)).toBe('needs-changes');
  await page.keyboard.press('Control+z');
  await expect.poll(() => state(page, 5)).not.toBe('rejected');
  expect(await state(page, 2)).toBe('needs-changes');
  expect(problems).toEqual([]);
});
