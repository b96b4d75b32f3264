/** Shots that are left out of play, put in and doubled, by keys; and pictures dropped on those that have none. */
import type { Locator, Page } from 'playwright';
import sharp from 'sharp';
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

/** As a hand drops files: where they lie no page learns, but what is in them. */
async function drop(page: Page, target: Locator, files: Readonly<Record<string, Buffer>>): Promise<void> {
  const held = await page.evaluateHandle(
    (given) => {
      const all = new DataTransfer();
      for (const [name, base64] of given)
        all.items.add(new File([Uint8Array.from(atob(base64), (one) => one.charCodeAt(0))], name));
      return all;
    },
    Object.entries(files).map(([name, bytes]) => [name, bytes.toString('base64')] as const),
  );
  await target.dispatchEvent('dragover', { dataTransfer: held });
  await page.getByTestId('drop-here').waitFor();
  await target.dispatchEvent('drop', { dataTransfer: held });
  await page.getByTestId('drop-here').waitFor({ state: 'detached' });
}

test('a picture that is dropped on a shot without one is its first, and several go where their names say', async () => {
  const { page, host, problems } = await openInScenes();
  // More than a message holds.
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
  const picture = (width: number) =>
    sharp({ create: { width, height: width, channels: 3, background: '#000', noise } })
      .png()
      .toBuffer();
  const large = await picture(1200);
  expect(large.length).toBeGreaterThan(3_000_000);
  for (const [after, number] of [
    [1, '001A'],
    [3, '003A'],
    [5, '005A'],
  ] as const) {
    await cell(page, after).click();
    await page.keyboard.press('Shift+I');
    await page.getByTestId(`frame-${number}`).waitFor();
    await page.keyboard.press('Escape');
  }
  const shown = (number: string) => page.getByTestId(`frame-${number}`).locator('img');
  await drop(page, page.getByTestId('no-picture'), { 'words.txt': Buffer.from('no picture') });
  await page.getByText('words.txt is no picture that can be read').waitFor();
  await drop(page, page.getByTestId('no-picture'), { 'render.png': large });
  await shown('005A').waitFor();
  await page.getByText('The picture is taken in: shot 005A.').waitFor();
  await page.keyboard.press('Control+z');
  await shown('005A').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+Shift+z');
  await shown('005A').waitFor();
  const small = await picture(64);
  await drop(page, cell(page, 2), { 'shot_001A.png': small, 'shot_003A.png': await picture(80) });
  await Promise.all(['001A', '003A'].map((number) => shown(number).waitFor()));
  await page.keyboard.press('Control+z');
  await Promise.all(['001A', '003A'].map((number) => shown(number).waitFor({ state: 'detached' })));
  expect(problems).toEqual([]);
  await host.end();
});
