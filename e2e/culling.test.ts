/** Going through a board in a real browser as one culls photographs: one key a frame, what is left, and filters that are kept. */
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { openAnalysedSample } from './support/analysed-sample.js';
import { holds, pressBetween, shows, stands } from './support/culling-page.js';
import { unfairness } from './support/unfairness.js';

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
  await stands(page, 1, 'approved');
  await stands(page, 2, 'rejected');
  await stands(page, 4, 'approved');
  await stands(page, 5, 'pending');
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

test('the panel is drawn after the frames, and no key or click in between is about the shot that it still shows', async () => {
  const { page, problems } = await openAnalysedSample();
  const panelShows = (number: number) =>
    page.getByRole('complementary', { name: `Shot ${number}`, exact: true }).waitFor();
  const [first, prompted] = await pressBetween(page, 'h', 'e');
  expect([first.panel, prompted.panel]).toEqual([1, first.screen]);
  expect(first.screen).not.toBe(1);
  // What is suggested for a shot comes a moment after it, into the field too as long as nothing is typed there.
  await page.getByTestId('suggestion').getByRole('heading', { name: 'Suggested prompt' }).waitFor();
  await page.getByRole('textbox', { name: 'Prompt', exact: true }).fill('Typed at once');
  await page.keyboard.press('Escape');
  const [second, noted] = await pressBetween(page, 'h', 'n');
  expect([second.panel, noted.panel]).toEqual([first.screen, second.screen]);
  await page.keyboard.type('Said at once');
  await page.keyboard.press('Escape');
  const [third, decided] = await pressBetween(page, 'h', 'c');
  expect([third.panel, decided.panel]).toEqual([second.screen, second.screen]);
  await stands(page, third.screen, 'needs-changes');
  await panelShows(decided.screen);
  const [last, clicked] = await pressBetween(page, 'h', '');
  expect([last.panel, clicked.panel]).toEqual([decided.screen, decided.screen]);
  await panelShows(clicked.screen);
  for (const { panel } of [first, second, third, last]) await stands(page, panel, 'on-hold');

  await page.getByTestId(`frame-${first.screen}`).click();
  await panelShows(first.screen);
  await page.keyboard.press('e');
  expect(await page.getByRole('textbox', { name: 'Prompt', exact: true }).inputValue()).toBe('Typed at once');
  await page.keyboard.press('Escape');
  await page.getByTestId(`frame-${second.screen}`).click();
  await panelShows(second.screen);
  expect(await page.getByRole('textbox', { name: 'New note' }).inputValue()).toBe('Said at once');
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
  // The menu gives the focus back a moment after it closed: what was typed into the palette meanwhile stays.
  await page.evaluate(async () => {
    const press = (init: KeyboardEventInit) =>
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }),
      );
    const until = async (isSo: () => boolean | undefined) => {
      for (let i = 0; i < 200 && !isSo(); i++) await null;
    };
    press({ key: 'Escape', code: 'Escape' });
    await until(() => document.activeElement === document.body);
    press({ key: 'k', code: 'KeyK', ctrlKey: true });
    await until(() => document.activeElement?.matches('.palette-input'));
    document.execCommand('insertText', false, 'save');
    await new Promise((done) => setTimeout(done, 50));
  });
  await page.keyboard.type(' the filter');
  await page.getByRole('option', { name: /^Save the filter/, selected: true }).waitFor();
  await page.keyboard.press('Enter');
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
