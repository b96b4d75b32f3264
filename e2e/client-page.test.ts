/** The page that a client comments and draws in, by itself: no host is running, and nothing is fetched. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CommentsFile, commentsFile } from '@shared/comments.js';
import { temporaryFolder } from '@testing/folder.js';
import { aTake } from '@testing/records.js';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { openFile } from './support/browser.js';
import { clientPage, drag, layer, openDrawing } from './support/client-page.js';

async function saved(page: Page): Promise<CommentsFile> {
  const file = join(await temporaryFolder(), 'comments.json');
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save comments' }).click();
  await (await waiting).saveAs(file);
  return commentsFile.parse(JSON.parse(await readFile(file, 'utf8')));
}

test('a client draws with each tool, by hand and by keys, and what is drawn is in the file', async () => {
  const { page, problems } = await openFile(await clientPage());
  await page.getByLabel('Your name').fill('Ann');
  await openDrawing(page, 0);
  const tool = (name: string) => page.getByRole('button', { name, exact: true }).click();
  await drag(page, [0.2, 0.2], [0.5, 0.3]);
  await tool('Arrow');
  await page.getByRole('button', { name: 'blue' }).click();
  await drag(page, [0.2, 0.4], [0.5, 0.5]);
  await tool('Ellipse');
  await drag(page, [0.6, 0.6], [0.8, 0.8]);
  // The eraser takes it, undo brings it back.
  await tool('Eraser');
  await drag(page, [0.7, 0.55], [0.7, 0.65]);
  expect(await page.locator('dialog .mine path').count()).toBe(3);
  await page.keyboard.press('Control+z');
  expect(await page.locator('dialog .mine path').count()).toBe(5);
  await tool('Text');
  await drag(page, [0.3, 0.8], [0.3, 0.8]);
  await page.keyboard.type('less red');
  await page.keyboard.press('Enter');
  // A box and a word by keys alone.
  await page.getByRole('button', { name: 'Box' }).focus();
  await page.keyboard.press('Enter');
  await layer(page).and(page.locator(':focus')).waitFor();
  await page.keyboard.press('Space');
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown']) await page.keyboard.press(`Shift+${key}`);
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Text' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Space');
  await page.keyboard.type('hat');
  await page.keyboard.press('Escape');
  await page.getByText('6 figures on shot 1').waitFor();
  await page.keyboard.press('Escape');
  await layer(page).waitFor({ state: 'detached' });
  expect(await page.locator('.shot .mine').first().locator('text').allTextContents()).toEqual([
    'less red',
    'hat',
  ]);

  // Kept in the browser, as over a night; and words on the same shot are of the same comment.
  await page.reload();
  await page.getByLabel('Your comment on shot 1').fill('See there');
  const { comments } = await saved(page);
  expect(comments).toMatchObject([
    { shotId: 'shot-0', sha256: aTake(0).sha256, author: 'Ann', text: 'See there' },
  ]);
  const drawing = comments[0]?.drawing ?? [];
  expect(drawing.map(({ kind, colour }) => `${colour} ${kind}`)).toEqual([
    'red pen',
    'blue arrow',
    'blue ellipse',
    'blue text',
    'blue box',
    'blue text',
  ]);
  const [line, arrow, , , box] = drawing;
  if (line?.kind !== 'pen' || arrow?.kind !== 'arrow' || box?.kind !== 'box')
    throw new Error('other figures');
  expect(line.points[0]?.map((share) => Math.round(share * 100) / 100)).toEqual([0.2, 0.2, 0.5]);
  expect(arrow.to.map((share) => Math.round(share * 100) / 100)).toEqual([0.5, 0.5]);
  expect(box.region.width).toBeCloseTo((0.2 * 360) / 640, 2);
  expect(box.region.height).toBeCloseTo(0.1, 2);
  expect(problems).toEqual([]);
});

test('a pen draws as hard as it is pressed, beside a palm that rests on the picture', async () => {
  const { page, problems } = await openFile(await clientPage());
  await openDrawing(page, 1);
  await layer(page).evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const send = (type: string, pointerId: number, x: number, y: number, pressure: number) =>
      element.dispatchEvent(
        new PointerEvent(type, {
          pointerId,
          pressure,
          clientX: left + x * width,
          clientY: top + y * height,
          button: type === 'pointerdown' ? 0 : -1,
          pointerType: pointerId === 1 ? 'pen' : 'touch',
        }),
      );
    element.setPointerCapture = () => undefined;
    send('pointerdown', 1, 0.2, 0.5, 0.1);
    send('pointerdown', 2, 0.9, 0.9, 1);
    send('pointermove', 1, 0.4, 0.5, 0.9);
    send('pointermove', 2, 0.1, 0.1, 1);
    send('pointermove', 1, 0.6, 0.5, 0.2);
    send('pointerup', 2, 0.1, 0.1, 0);
    send('pointerup', 1, 0.6, 0.5, 0);
  });
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByLabel('Your name').fill('Ann');
  const { comments } = await saved(page);
  const [figure] = comments[0]?.drawing ?? [];
  if (figure?.kind !== 'pen') throw new Error('no line');
  expect(figure.points.map(([x, , hard]) => [Math.round(x * 10) / 10, hard])).toEqual([
    [0.2, 0.1],
    [0.4, 0.9],
    [0.6, 0.2],
  ]);
  expect(problems).toEqual([]);
});

test('a pin is moved by keys, removed, and leaves nothing where nothing is written', async () => {
  const { page, problems } = await openFile(await clientPage());
  const shot = page.locator('.shot').nth(2);
  const pins = shot.locator('.pin');
  const box = await shot.locator('.frame').boundingBox();
  if (!box) throw new Error('no picture');
  const click = (x: number, y: number) => page.mouse.click(box.x + x * box.width, box.y + y * box.height);
  await click(0.5, 0.5);
  await click(0.25, 0.75);
  expect(await pins.count()).toBe(1);
  await page.keyboard.type('here');
  await pins.focus();
  for (let press = 0; press < 60; press++) await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowLeft');
  await shot.getByRole('button', { name: 'Pin a comment' }).click();
  await page.getByLabel('Your comment at pin 2 on shot 3').fill('gone');
  await page.getByRole('button', { name: 'Remove pin 2 on shot 3' }).click();
  await page.getByText('1 comment, kept in this browser').waitFor();
  await page.getByRole('button', { name: 'Save comments' }).click();
  await page.getByText('Say who you are first').waitFor();
  await page.keyboard.type('Ann');
  const { comments } = await saved(page);
  expect(comments).toMatchObject([{ shotId: 'shot-2', author: 'Ann', text: 'here', place: { y: 0 } }]);
  expect(comments[0]?.place?.x).toBeCloseTo(0.25 - (0.02 * 360) / 640, 2);
  expect(problems).toEqual([]);
});
