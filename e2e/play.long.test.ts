/** The board as an animatic in a real browser: in its own time, by the keys of editing programs, and with its durations changed. */
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { openAnalysedSample } from './support/analysed-sample.js';
import { unfairness } from './support/unfairness.js';

const RATE = 24;
/** Frames since the beginning, as the clock says. */
const frames = async (page: Page): Promise<number> => {
  const [hours = 0, minutes = 0, seconds = 0, left = 0] = (
    (await page.getByTestId('play-clock').textContent()) ?? ''
  )
    .split(':')
    .map(Number);
  return ((hours * 60 + minutes) * 60 + seconds) * RATE + left;
};
const seen = (page: Page) => page.getByTestId('play').getAttribute('data-shot');

test('the board runs in its own time, goes round, and stands on the frame that is asked for', async () => {
  const { page, problems } = await openAnalysedSample();
  await page.keyboard.press('Space');
  await page.getByTestId('play').waitFor();
  // 4 seconds a shot; the panel goes along.
  await expect.poll(() => seen(page), { interval: 50 }).toBe('2');
  await page.keyboard.press('Space');
  const stopped = await frames(page);
  expect(stopped).toBeGreaterThanOrEqual(4 * RATE);
  await page.getByText('Shot 2', { exact: true }).waitFor();
  expect(await frames(page)).toBe(stopped);
  await page.keyboard.press('.');
  await page.keyboard.press('.');
  await page.keyboard.press(',');
  expect(await frames(page)).toBe(stopped + 1);
  expect(await page.locator('.play-frame[data-shown="true"]').evaluateAll((all) => all.length)).toBe(1);

  await page.keyboard.press('Home');
  await expect.poll(() => frames(page)).toBe(0);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => frames(page)).toBe(4 * RATE);
  await page.keyboard.press('End');
  await expect.poll(() => seen(page)).toBe('24');
  await page.keyboard.press('l');
  await page.keyboard.press('l');
  await page.getByText('2 ×', { exact: true }).waitFor();
  // It ends at the end, and from there it begins anew.
  await page
    .getByTestId('play-button')
    .and(page.getByLabel('Play', { exact: true }))
    .waitFor();
  await page.keyboard.press('r');
  await page.keyboard.press('j');
  await expect.poll(() => seen(page), { interval: 50 }).toBe('23');
  await page.keyboard.press('k');
  await page.getByTestId('play-caption').getByText('23', { exact: false }).first().waitFor();
  await page.getByLabel('First takes').click();
  await page.getByText('Shot 23 has no other take.').waitFor();
  expect(await unfairness(page)).toEqual([]);
  // What is typed is of the shot that was there when it was begun.
  await page.keyboard.press('l');
  await page.locator('#shot-note').focus();
  await page
    .getByTestId('play-button')
    .and(page.getByLabel('Play', { exact: true }))
    .waitFor();
  await page.getByTestId('play-button').focus();
  await page.keyboard.press('b');
  await page.getByTestId('play').waitFor({ state: 'detached' });
  expect(problems).toEqual([]);
});

test('a shot is made longer by its edge and shorter by a number, and one undo takes each back', async () => {
  const { page, problems } = await openAnalysedSample();
  await page.getByTestId('frame-4').click();
  await page.keyboard.press('Shift+Space');
  // From the shot on the screen.
  await expect.poll(() => seen(page)).toBe('4');
  await page.keyboard.press('Home');
  await expect.poll(() => seen(page)).toBe('1');
  const duration = page.getByRole('textbox', { name: /^Duration of shot \d+ in seconds$/ });
  const before = Number(await duration.inputValue());
  const edge = page.getByTestId('play-edge-1');
  const take = async () => {
    const box = await edge.boundingBox();
    if (!box) throw new Error('The edge is not seen.');
    await page.mouse.move(box.x + 4, box.y + 10);
    await page.mouse.down();
    await page.mouse.move(box.x + 4 + 72, box.y + 10, { steps: 3 });
  };
  await take();
  await page.keyboard.press('Escape');
  await page.mouse.up();
  expect(Number(await duration.inputValue())).toBe(before);
  await take();
  await page.mouse.up();
  await expect.poll(async () => Number(await duration.inputValue())).toBe(before + 2);
  await duration.fill('1,5');
  await page.keyboard.press('Enter');
  await expect.poll(() => duration.inputValue()).toBe('1.5');
  await duration.fill('long');
  expect(await duration.getAttribute('aria-invalid')).toBe('true');
  await page.keyboard.press('Escape');
  expect(await duration.inputValue()).toBe('1.5');
  await page.getByTestId('play-button').focus();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect.poll(async () => Number(await duration.inputValue())).toBe(before);
  expect(problems).toEqual([]);
});

test('a picture that is gone is said to be, and those that are there are played', async () => {
  const { page } = await openAnalysedSample();
  const gone = await page.getByTestId('frame-1').locator('img').getAttribute('src');
  const hash = /[0-9a-f]{64}/.exec(gone ?? '')?.[0] ?? 'none';
  await page.route(
    (url) => url.href.includes(hash),
    (route) => route.abort(),
  );
  await page.keyboard.press('Shift+Space');
  const play = page.getByTestId('play');
  await play
    .getByText('This picture cannot be shown: its file is gone, damaged, or another picture now.')
    .waitFor();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => seen(page)).toBe('2');
  await play.locator('.play-frame[data-shown="true"]').waitFor();
});
