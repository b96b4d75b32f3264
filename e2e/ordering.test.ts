/** The order of the shots, by mouse and by keys. */
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { cell, expectSaid, openInScenes } from './support/in-scenes.js';
import { unfairness } from './support/unfairness.js';

/** Numbers of the first shots, as they stand. */
const FIRST = 6;
const expectOrder = (page: Page, numbers: readonly number[]) =>
  page.waitForFunction(
    ([wanted, first]) => {
      const shown = [...document.querySelectorAll('[role="option"]')]
        .map((one) => [Number(one.getAttribute('aria-posinset')), one.getAttribute('data-testid')] as const)
        .sort(([a], [b]) => a - b)
        .map(([, id]) => Number(id?.replace('frame-', '')));
      return shown.slice(0, first).join() === wanted;
    },
    [numbers.join(), FIRST] as const,
  );

/** Takes a frame to a side of another, and holds it there. */
async function hold(page: Page, from: number, to: number, side: 'before' | 'after'): Promise<void> {
  const [a, b] = [await cell(page, from).boundingBox(), await cell(page, to).boundingBox()];
  if (!a || !b) throw new Error('a frame is not on the screen');
  await page.mouse.move(a.x + 30, a.y + 20);
  await page.mouse.down();
  await page.mouse.move(a.x + 50, a.y + 30, { steps: 3 });
  const x = side === 'before' ? b.x + 8 : b.x + b.width - 8;
  await page.mouse.move(x, b.y + 20, { steps: 5 });
  // A frame that is come to hears of it first, and of being held over it from then on.
  await page.mouse.move(x, b.y + 21);
  await page.getByTestId('drop-line').waitFor();
}

test('a shot is dragged along the strip and in the grid, into another scene, and back by one step of undo', async () => {
  const { page, host, problems } = await openInScenes();
  await hold(page, 2, 4, 'after');
  expect(await page.locator('.frame-carried').count()).toBe(1);
  await page.mouse.up();
  await expectOrder(page, [1, 3, 4, 2, 5, 6]);
  await expectSaid(page, 'Shot 002 moved after shot 004.');
  expect(await page.locator('.frame-carried').count()).toBe(0);
  expect(await page.getByTestId('drop-line').count()).toBe(0);

  await page.keyboard.press('Home');
  await hold(page, 1, 5, 'before');
  await page.getByTestId('drop-line').getByText('into sc02').waitFor();
  await page.mouse.up();
  await expectOrder(page, [3, 4, 2, 1, 5, 6]);
  await expectSaid(page, 'Shot 001 moved before shot 005, into sc02.');
  await page.keyboard.press('Control+z');
  await expectOrder(page, [1, 3, 4, 2, 5, 6]);
  await page.keyboard.press('Control+z');
  await expectOrder(page, [1, 2, 3, 4, 5, 6]);

  await page.keyboard.press('g');
  await page.getByTestId('grid').waitFor();
  await cell(page, 2).click();
  await cell(page, 6).click({ modifiers: ['ControlOrMeta'] });
  await hold(page, 6, 3, 'after');
  expect(await page.locator('.frame-carried').count()).toBe(2);
  await page.mouse.up();
  await expectOrder(page, [1, 3, 2, 6, 4, 5]);
  await expectSaid(page, 'Shots 002 and 006 moved after shot 003, into sc01.');
  expect(await unfairness(page)).toEqual([]);
  expect(problems).toEqual([]);
  await host.end();
});

test('a drag that ends with Escape, elsewhere in the window or in another order moves nothing', async () => {
  const { page, host, problems } = await openInScenes();
  await hold(page, 2, 4, 'after');
  await page.keyboard.press('Escape');
  await page.getByTestId('drop-line').waitFor({ state: 'detached' });
  await page.mouse.up();
  await hold(page, 2, 4, 'after');
  await page.mouse.move(700, 300, { steps: 4 });
  await page.getByTestId('drop-line').waitFor({ state: 'detached' });
  await page.mouse.up();
  await page.locator('.frame-carried').waitFor({ state: 'detached' });
  await expectOrder(page, [1, 2, 3, 4, 5, 6]);
  expect(await page.getByTestId('ordered').textContent()).toBe('');

  await page.keyboard.press('Control+k');
  await page.keyboard.type('Sort worst first');
  await page.keyboard.press('Enter');
  const [a, b] = [await cell(page, 2).boundingBox(), await cell(page, 3).boundingBox()];
  if (!a || !b) throw new Error('a frame is not on the screen');
  await page.mouse.move(a.x + 30, a.y + 20);
  await page.mouse.down();
  await page.mouse.move(b.x + 30, b.y + 20, { steps: 5 });
  await page.mouse.up();
  await page.getByText('Shots are moved in story order').waitFor();
  expect(problems).toEqual([]);
  await host.end();
});

test('shots are moved by keys alone, one step at a time or picked up and put down far away', async () => {
  const { page, host, problems } = await openInScenes();
  await page.getByTestId('strip').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Alt+ArrowRight');
  await expectOrder(page, [2, 1, 3, 4, 5, 6]);
  await expectSaid(page, 'Shot 001 moved after shot 002.');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Alt+ArrowRight');
  await expectOrder(page, [2, 4, 1, 3, 5, 6]);
  await expectSaid(page, 'Shots 001 and 003 moved after shot 004.');

  await page.keyboard.press('Control+x');
  await page.getByTestId('carried').getByText('2 shots picked up').waitFor();
  expect(await unfairness(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByTestId('carried').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+x');
  await page.keyboard.press('Home');
  await page.keyboard.press('Control+Shift+v');
  await page.getByTestId('carried').waitFor({ state: 'detached' });
  await expectOrder(page, [1, 3, 2, 4, 5, 6]);
  for (let n = 0; n < 3; n++) await page.keyboard.press('Control+z');
  await expectOrder(page, [1, 2, 3, 4, 5, 6]);
  expect(problems).toEqual([]);
  await host.end();
});

test('scenes are split, named where they stand, joined and made, and their name is left by every way out', async () => {
  const { page, host, problems } = await openInScenes();
  const bands = (wanted: readonly string[]) =>
    page.waitForFunction(
      (names) => [...document.querySelectorAll('.strip-band')].map((one) => one.textContent).join() === names,
      wanted.join(),
    );
  const field = page.getByRole('textbox', { name: 'Name of the scene' });
  const left = () => field.waitFor({ state: 'detached' });
  await bands(['sc01', 'sc02', 'sc03']);
  await cell(page, 3).click();
  await page.keyboard.press('Shift+D');
  await field.waitFor();
  await expectSaid(page, 'Scene sc01A begins with shot 003.');
  expect(await unfairness(page)).toEqual([]);
  await page.keyboard.type('The pier');
  await page.keyboard.press('Enter');
  await left();
  await bands(['sc01', 'The pier', 'sc02', 'sc03']);
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-testid'))).toBe('strip');

  await page.keyboard.press('F2');
  await page.keyboard.type('nothing');
  await page.keyboard.press('Escape');
  await left();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-testid'))).toBe('strip');
  await page.locator('.strip-band button', { hasText: 'The pier' }).click();
  expect(await field.inputValue()).toBe('The pier');
  await page.keyboard.type('Harbour');
  await cell(page, 5).click();
  await left();
  await bands(['sc01', 'Harbour', 'sc02', 'sc03']);
  await cell(page, 4).click();
  await page.keyboard.press('F2');
  await page.keyboard.type('Quay');
  await page.getByTestId('viewer').click({ position: { x: 300, y: 200 } });
  await left();
  await bands(['sc01', 'Quay', 'sc02', 'sc03']);

  await page.keyboard.press('Shift+J');
  await bands(['sc01', 'Quay', 'sc03']);
  await expectSaid(page, 'Scene Quay goes on with shot 005.');
  await page.keyboard.press('Control+z');
  await bands(['sc01', 'Quay', 'sc02', 'sc03']);
  await cell(page, 1).click();
  await cell(page, 4).click({ modifiers: ['ControlOrMeta'] });
  await page.keyboard.press('Shift+N');
  await page.keyboard.press('Enter');
  await left();
  await bands(['Scene 1', 'sc01', 'Quay', 'sc02', 'sc03']);
  await expectOrder(page, [1, 4, 2, 3, 5, 6]);

  await page.keyboard.press('g');
  await cell(page, 6).click();
  await page.keyboard.press('F2');
  expect(await field.inputValue()).toBe('sc02');
  expect(await unfairness(page)).toEqual([]);
  await page.keyboard.type('Mill');
  await page.keyboard.press('Enter');
  await left();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-testid'))).toBe('grid');
  await page.getByRole('button', { name: 'Undo: Rename scene sc02 to Mill' }).waitFor();
  expect(problems).toEqual([]);
  await host.end();
});
