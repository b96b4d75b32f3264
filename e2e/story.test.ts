/** Scores, style and light along the story in a real browser: what is lowest is gone to, and a drag shows a stretch alone. */
import { expect, test } from 'vitest';
import { openAnalysedSample } from './support/analysed-sample.js';
import { unfairness } from './support/unfairness.js';

test('the lowest is a press away, a drag shows its shots alone, and each way out of it brings all back', async () => {
  const { page, problems } = await openAnalysedSample();
  await page.keyboard.press('Shift+G');
  const chart = page.getByTestId('story-chart');
  await chart.waitFor();
  await chart.getByRole('img', { name: /^Style along the story, lowest \d+ at shot 15$/ }).waitFor();
  await chart
    .getByRole('button', { name: /^lowest \d+ at 15$/ })
    .first()
    .click();
  await page.getByText('Shot 15', { exact: true }).waitFor();
  expect(await unfairness(page)).toEqual([]);

  const box = await chart.boundingBox();
  if (!box) throw new Error('The chart is not seen.');
  const across = (shot: number): number => box.x + ((shot - 0.5) / 24) * box.width;
  const drag = async (from: number, to: number) => {
    await page.mouse.move(across(from), box.y + 60);
    await page.mouse.down();
    await page.mouse.move(across(to), box.y + 70, { steps: 4 });
  };
  const shown = page.getByRole('status').filter({ hasText: 'of 24 shots' });
  await drag(12, 5);
  await page.getByTestId('story-said').getByText('Shots 5 to 12').waitFor();
  await page.keyboard.press('Escape');
  await page.mouse.move(across(3), box.y + 60);
  await page.mouse.up();
  expect(await shown.count()).toBe(0);
  await page.getByText('Shot 15', { exact: true }).waitFor();
  await drag(12, 5);
  await page.mouse.up();
  await shown.getByText('8 of 24 shots').waitFor();
  // What it hides is not the shot on the screen.
  await page.getByText('Shot 5', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Remove from the filter: Shots 5 to 12' }).click();
  await shown.waitFor({ state: 'detached' });
  await drag(1, 24);
  await page.mouse.up();
  expect(await shown.count()).toBe(0);
  await page.mouse.click(across(9), box.y + 60);
  await page.getByText('Shot 9', { exact: true }).waitFor();
  // The same by keys: what is selected.
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('show only from the first');
  await page.keyboard.press('Enter');
  await shown.getByText('3 of 24 shots').waitFor();
  expect(problems).toEqual([]);
});
