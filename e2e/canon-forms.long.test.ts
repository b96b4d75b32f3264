/** The forms of the canon's sheet in a real browser: every way out of one, a window that gets low, and names that are asked for. */
import { expect, test } from 'vitest';
import { openAnalysedSample } from './support/analysed-sample.js';
import { card, said } from './support/canon-page.js';

test('every way out of a form leaves it, and what most frames show is kept only at a yes', async () => {
  const { page, problems } = await openAnalysedSample();
  await page.keyboard.press('Shift+C');
  const edit = card(page, 'character Wenna').getByRole('button', { name: 'Edit: a girl in a red coat' });
  const form = page.getByRole('form', { name: 'Edit: a girl in a red coat' });
  for (const leave of [
    () => page.keyboard.press('Escape'),
    () => form.getByRole('button', { name: 'Cancel' }).click(),
    () => edit.click(),
    async () => {
      await page.getByRole('button', { name: 'View: grid' }).click();
      await page.getByRole('button', { name: 'View: canon' }).click();
    },
  ]) {
    await edit.click();
    await form.waitFor();
    await leave();
    await form.waitFor({ state: 'detached' });
  }
  expect(await said(page, 'character Wenna')).toEqual(['a girl in a red coat', 'whole story']);

  // One is kept by its own button alone.
  const offers = page.getByTestId('canon-offers');
  const keepAll = page.getByRole('button', { name: /^Keep all/ });
  await offers.getByRole('button', { name: 'Keep all 2' }).waitFor();
  const yellow = offers.getByRole('button', { name: 'Do not keep: a yellow lantern' });
  await yellow.click();
  await yellow.waitFor({ state: 'detached' });
  expect(await page.getByText('a yellow lantern', { exact: true }).count()).toBe(0);
  expect(await keepAll.count()).toBe(0);
  await page.reload();
  await offers.getByRole('button', { name: 'Keep: an orange fox', exact: true }).click();
  await card(page, 'character fox').waitFor();
  expect(await offers.getByText('yellow lantern').count()).toBe(0);
  await page.keyboard.press('Control+z');
  await card(page, 'character fox').waitFor({ state: 'detached' });

  // Pointed at, shots offer it even so.
  await page.getByTestId('frame-2').click();
  await page.keyboard.press('Shift+L');
  const learned = page.getByTestId('canon-learned');
  await learned.getByRole('button', { name: 'Keep: a yellow lantern', exact: true }).waitFor();
  expect(await keepAll.count()).toBe(0);
  await learned.getByRole('button', { name: 'Done' }).click();
  await learned.waitFor({ state: 'detached' });
  expect(problems).toEqual([]);
});

test('a form stays open with what is typed in it while the window gets too low for the strip, and back', async () => {
  const { page, problems } = await openAnalysedSample();
  await page.keyboard.press('Shift+C');
  await page.getByTestId('add-fact').click();
  const form = page.getByRole('form', { name: 'Add a fact', exact: true });
  await form.getByLabel('Called').fill('Bram');
  await form.getByLabel('From shot').fill('99');
  await page.keyboard.press('Enter');
  await form.getByRole('alert').waitFor();
  const looked = () =>
    form.evaluate((one: HTMLFormElement) =>
      [...one.querySelectorAll('input')]
        .map(({ value }) => value)
        .concat(one.querySelector('.wrong')?.textContent ?? ''),
    );
  const before = await looked();
  const strip = page.getByTestId('strip');
  for (const height of [590, 900]) {
    await page.setViewportSize({ width: 1440, height });
    await strip.waitFor({ state: height < 600 ? 'detached' : 'visible' });
    expect(await looked()).toEqual(before);
  }
  expect(problems).toEqual([]);
});

test('a name is asked for where somebody or something has one that is not settled yet', async () => {
  const { page, problems } = await openAnalysedSample();
  await page.keyboard.press('Shift+C');
  await page.getByTestId('add-fact').click();
  const form = page.getByRole('form', { name: 'Add a fact', exact: true });
  const called = form.getByLabel('Called');
  await called.waitFor();
  await form.getByLabel('What it is').selectOption('Style');
  await called.waitFor({ state: 'detached' });
  await form.getByRole('button', { name: 'Discard' }).click();
  await called.waitFor();
  await form.getByRole('button', { name: 'Cancel' }).click();

  await page.getByRole('button', { name: 'Add a fact about Wenna' }).click();
  const about = page.getByRole('form', { name: 'Add a fact about Wenna' });
  const looks = about.getByLabel('What it looks like');
  await looks.waitFor();
  expect(await looks.evaluate((field) => field === document.activeElement)).toBe(true);
  expect(await about.getByLabel('Called').count()).toBe(0);
  expect(await about.getByLabel('What it is', { exact: true }).count()).toBe(0);
  expect(problems).toEqual([]);
});
