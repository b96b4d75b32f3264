/** The canon's sheet and its lanes in a real browser: said, changed, ended and taken back by keyboard, and kept. */
import { expect, test } from 'vitest';
import { openAnalysedSample } from './support/analysed-sample.js';
import { card, said } from './support/canon-page.js';
import { unfairness } from './support/unfairness.js';

test('facts are said, changed, ended and taken back by keyboard, and are there after a reload', async () => {
  const { page, problems } = await openAnalysedSample();
  await page.keyboard.press('Shift+C');
  await page.getByTestId('canon').waitFor();
  expect(await said(page, 'character Wenna')).toEqual(['a girl in a red coat', 'whole story']);

  // A sheet's entry is about the one it names.
  await page.getByTestId('add-fact').focus();
  await page.keyboard.press('Enter');
  const form = page.getByRole('form', { name: 'Add a fact' });
  await form.getByLabel('What it is').waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.type('Bram');
  await page.keyboard.press('Tab');
  await page.keyboard.type('the queen’s loyal servant, in a grey tunic');
  await page.keyboard.press('Tab');
  await page.keyboard.type('99');
  await page.keyboard.press('Enter');
  await form.getByRole('alert').getByText('There is no shot 99.').waitFor();
  expect(await unfairness(page)).toEqual([]);

  // Left and reloaded, nothing that was typed is lost.
  await page.keyboard.press('Escape');
  await form.waitFor({ state: 'detached' });
  await page.reload();
  await page.getByTestId('canon').waitFor();
  await page.getByTestId('add-fact').click();
  const from = form.getByLabel('From shot');
  expect(await from.inputValue()).toBe('99');
  await from.fill('3');
  await page.keyboard.press('Enter');
  await form.waitFor({ state: 'detached' });
  await card(page, 'character Bram').waitFor();
  expect(await said(page, 'character Bram')).toEqual([
    'a loyal servant',
    'from shot 3',
    'a servant in a grey tunic',
    'from shot 3',
  ]);

  // From a shot on it is something else: one step, and the lanes show where.
  const wenna = card(page, 'character Wenna');
  await wenna.getByRole('button', { name: 'From a shot on, instead of: a girl in a red coat' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('6');
  await page.keyboard.press('Tab');
  await page.keyboard.type('a girl in a green coat');
  await page.keyboard.press('Enter');
  const changed = ['a girl in a red coat', 'up to shot 5', 'a girl in a green coat', 'from shot 6'];
  await expect.poll(() => said(page, 'character Wenna')).toEqual(changed);
  await page.getByTestId('canon').focus();
  await page.keyboard.press('l');
  const lane = page.getByTestId('lane').filter({ hasText: 'Wenna' });
  await expect.poll(() => lane.locator('.lane-piece').allInnerTexts()).toEqual(['red coat', 'green coat']);
  await lane
    .locator('.lane-piece')
    .last()
    .click({ position: { x: 20, y: 8 } });
  await page.locator('[data-testid="frame-6"][aria-selected="true"]').waitFor();
  await page.keyboard.press('Control+z');
  await expect.poll(() => said(page, 'character Wenna')).toEqual(['a girl in a red coat', 'whole story']);
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => said(page, 'character Wenna')).toEqual(changed);

  // Ended, and taken back.
  await wenna.getByRole('button', { name: 'From a shot on, instead of: a girl in a green coat' }).click();
  await page.getByRole('form').getByLabel('From shot').fill('9');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await said(page, 'character Wenna'))[3]).toBe('shots 6–8');
  await wenna.getByRole('button', { name: 'Take back: a girl in a green coat' }).click();
  await expect.poll(() => said(page, 'character Wenna')).toEqual(changed.slice(0, 2));

  await page.reload();
  await card(page, 'character Bram').waitFor();
  expect(await said(page, 'character Wenna')).toEqual(changed.slice(0, 2));
  await page.getByTestId('lane').first().waitFor();
  await page.locator('.lanes-head').click();
  await page.getByTestId('lane').first().waitFor({ state: 'detached' });
  expect(problems).toEqual([]);
});

test('a fact is added once however often it is sent, and a form that is opened meanwhile stays', async () => {
  const { page, problems } = await openAnalysedSample();
  await page.keyboard.press('Shift+C');
  const add = card(page, 'character Wenna').getByRole('button', { name: 'Add a fact about Wenna' });
  const form = page.getByRole('form', { name: 'Add a fact about Wenna' });
  const looks = form.getByLabel('What it looks like');
  const sent = ['a girl in a red coat', 'whole story', 'a girl with brown hair', 'whole story'];
  await add.click();
  await looks.fill('a girl with brown hair');
  await form.evaluate((one: HTMLFormElement) => {
    one.requestSubmit();
    one.requestSubmit();
  });
  await form.waitFor({ state: 'detached' });
  expect(await said(page, 'character Wenna')).toEqual(sent);

  await add.click();
  await looks.fill('a girl in black boots');
  // Before the host can answer.
  await form.evaluate(async (one: HTMLFormElement) => {
    const toggle = one.parentElement?.querySelector<HTMLElement>('[aria-expanded][aria-label^="Add a fact"]');
    one.requestSubmit();
    for (const isOpen of ['false', 'true']) {
      toggle?.click();
      for (let tries = 0; tries < 1000 && toggle?.ariaExpanded !== isOpen; tries++) await null;
    }
  });
  const both = [...sent, 'a girl in black boots', 'whole story'];
  await expect.poll(() => said(page, 'character Wenna')).toEqual(both);
  await expect.poll(() => looks.inputValue()).toBe('');
  await looks.fill('a girl');
  await form.getByRole('button', { name: 'Cancel' }).click();
  expect(problems).toEqual([]);
});

test('a look that is lost is shown cut to whom it is about, with the shot that showed it last, and on the sheet', async () => {
  const { page, problems } = await openAnalysedSample();
  await page.getByTestId('frame-6').click();
  const finding = page.getByTestId('finding').first();
  await finding.getByText('Last seen in shot 5').waitFor();
  await finding.getByText('this one').waitFor();
  expect(await finding.locator('.crop-words').allInnerTexts()).toEqual(['last right in shot 5', 'this one']);
  // Wider than the crop that shows it: a part of the frame.
  const share = () =>
    finding
      .locator('.crop')
      .last()
      .evaluate((crop) => {
        const shown = crop.firstElementChild?.getBoundingClientRect().width ?? 0;
        return shown / crop.getBoundingClientRect().width;
      });
  await expect.poll(share, { timeout: 60_000 }).toBeGreaterThan(1.2);
  await finding.getByTestId('finding-picture').click();
  await page.locator('.stage-half').nth(1).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+C');
  const wenna = card(page, 'character Wenna');
  const shown = wenna.getByRole('button', { name: /^Go to shot/ });
  await wenna.getByRole('button', { name: 'Go to shot 6' }).getByRole('img', { name: 'finding' }).waitFor();
  expect(await shown.count()).toBe(6);
  await wenna.getByRole('button', { name: '12 more' }).click();
  await expect.poll(() => shown.count()).toBe(18);
  // Among hundreds, only those where something is found.
  const found = wenna.getByRole('button', { name: '1 found' });
  await found.click();
  await expect.poll(() => shown.count()).toBe(1);
  await found.click();
  await expect.poll(() => shown.count()).toBe(18);
  await finding.getByRole('button', { name: 'Go to shot 5' }).click();
  await page.locator('[data-testid="frame-5"][aria-selected="true"]').waitFor();
  expect(problems).toEqual([]);
});

test('an edited description that says how somebody looks from there on says it in the canon too, as one step', async () => {
  const { page, problems } = await openAnalysedSample();
  await page.keyboard.press('Shift+C');
  await page.getByTestId('frame-8').click();
  const edit = page.getByRole('button', { name: 'Edit the description' });
  const words = page.getByRole('textbox', { name: 'Description' });
  const once = ['a girl in a red coat', 'whole story'];
  for (const leave of [
    () => page.keyboard.press('Escape'),
    () => page.getByRole('button', { name: 'Save later' }).click(),
    () => page.getByTestId('frame-9').click(),
  ]) {
    await edit.click();
    await words.fill('Wenna, now in a green coat, walks through the meadow at sunset.');
    await leave();
    await words.waitFor({ state: 'detached' });
    expect(await said(page, 'character Wenna')).toEqual(once);
    await page.getByTestId('frame-8').click();
  }
  await edit.click();
  await page.keyboard.press('Control+Enter');
  const changed = ['a girl in a red coat', 'up to shot 7', 'a girl in a green coat', 'from shot 8'];
  await expect.poll(() => said(page, 'character Wenna')).toEqual(changed);
  await page.getByTestId('message').getByText('Wenna, a girl in a green coat').waitFor();
  await page.getByTestId('canon').focus();
  await page.keyboard.press('Control+z');
  await expect.poll(() => said(page, 'character Wenna')).toEqual(once);
  await page.getByText('Now in a green coat', { exact: false }).waitFor({ state: 'detached' });
  expect(problems).toEqual([]);
});
