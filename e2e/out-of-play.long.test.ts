/** Shots that are left out of play, put in and doubled, by keys. */
import { expect, test } from 'vitest';
import { cell, expectSaid, openInScenes } from './support/in-scenes.js';
import { unfairness } from './support/unfairness.js';

test('shots are left out of play, put in and doubled by keys, each as one step of undo, and played without those that are out', async () => {
  const { page, host, problems } = await openInScenes();
  const count = (words: string) => page.locator('.topbar-count').getByText(words, { exact: true }).waitFor();
  await cell(page, 2).click();
  await cell(page, 3).click({ modifiers: ['ControlOrMeta'] });
  await page.keyboard.press('Delete');
  await expectSaid(page, 'Shots 002 and 003 are left out of play.');
  await count('10 shots, 2 out of play');
  expect(await page.locator('.frame-omitted').count()).toBe(2);
  await cell(page, 2).click();
  await page.getByTestId('out-of-play').waitFor();
  await page.keyboard.press('Shift+Space');
  await page.getByTestId('play-shot-001').waitFor();
  await page.getByTestId('play-shot-004').waitFor();
  expect(await page.getByTestId('play-shot-002').count()).toBe(0);
  // The edge of the first one moves the next in play, which stands beside it.
  const edge = await page.getByTestId('play-edge-001').boundingBox();
  if (!edge) throw new Error('the edge is not on the screen');
  await page.mouse.move(edge.x + edge.width / 2, edge.y + 10);
  await page.mouse.down();
  await page.mouse.move(edge.x + edge.width / 2 + 36, edge.y + 10, { steps: 4 });
  await page.mouse.up();
  await page.getByRole('button', { name: 'Undo: Set duration of shot 001' }).waitFor();
  await page.keyboard.press('b');
  await page.getByTestId('filter-omitted').click();
  await page.getByTestId('frame-001').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await count('12 shots');
  await page.getByTestId('filter-all').click();

  await cell(page, 4).click();
  await page.keyboard.press('Shift+I');
  await page.keyboard.type('A fox on a roof');
  await page.keyboard.press('Control+Enter');
  await page.getByTestId('frame-004A').getByText('A fox on a roof').waitFor();
  await page.getByTestId('no-picture').getByText('This shot has no picture yet.').waitFor();
  expect(await unfairness(page)).toEqual([]);
  await cell(page, 4).click();
  await page.keyboard.press('Shift+T');
  await page.getByTestId('frame-004B').waitFor();
  await count('14 shots');
  for (let n = 0; n < 3; n++) await page.keyboard.press('Control+z');
  await count('12 shots');
  expect(problems).toEqual([]);
  await host.end();
});
