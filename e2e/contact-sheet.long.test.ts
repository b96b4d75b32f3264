/** A contact sheet goes out to a client and its comments come back; then the storyboard's source changes. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { temporaryFolder } from '@testing/folder.js';
import { drawStoryboard } from '@testing/storyboard.js';
import type { Download, Page } from 'playwright';
import { expect, test } from 'vitest';
import { openPage } from './support/browser.js';
import { drag, openDrawing } from './support/client-page.js';
import { atHome, startHost } from './support/host.js';

async function saved(page: Page, act: () => Promise<void>, file: string): Promise<string> {
  const waiting: Promise<Download> = page.waitForEvent('download');
  await act();
  await (await waiting).saveAs(file);
  return file;
}

test('comments that a client makes in a contact sheet stand in the panel of their shot, pins in its picture', async () => {
  const home = await temporaryFolder();
  const board = await drawStoryboard(join(home, 'board'), { shots: 3 });
  const host = await startHost({ dataFolder: join(home, 'data'), board, environment: atHome(home) });
  const { page, context, problems } = await openPage(host.address);
  await page.getByTestId('frame-1').waitFor();

  const dialog = page.getByRole('dialog', { name: 'Export a page to comment in (HTML)' });
  const ask = async () => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('page to comment in');
    await page.keyboard.press('Enter');
    await dialog.waitFor();
  };
  const leavings: (() => Promise<unknown>)[] = [
    () => page.keyboard.press('Escape'),
    () => dialog.getByRole('button', { name: 'Cancel' }).click(),
    () => dialog.getByRole('button', { name: 'Close' }).click(),
    () => page.mouse.click(5, 450),
  ];
  for (const leave of leavings) {
    await ask();
    await leave();
    await dialog.waitFor({ state: 'detached' });
  }
  await ask();
  const make = () => dialog.getByTestId('export-make').click();
  const sheet = await saved(page, make, join(home, 'sheet.html'));
  await dialog.waitFor({ state: 'detached' });

  const client = await context.newPage();
  await client.goto(pathToFileURL(sheet).href);
  const field = client.getByLabel('Your comment on shot 2');
  await field.fill('Darker, <b>please</b>');
  await client.getByRole('button', { name: 'Save comments' }).click();
  await client.getByText('Say who you are first').waitFor();
  await client.getByLabel('Your name').fill('Ann');
  // Kept in the browser, as over a night.
  await client.reload();
  expect(await field.inputValue()).toBe('Darker, <b>please</b>');
  const picture = client.getByAltText('Shot 2', { exact: true });
  const { width, height } = (await picture.boundingBox()) ?? { width: 0, height: 0 };
  // A click that was not meant, then one that was, by the next.
  await picture.click({ position: { x: width / 2, y: height / 2 } });
  await picture.click({ position: { x: width / 4, y: height * 0.75 } });
  await client.keyboard.type('This lantern');
  expect(await client.locator('.pin').count()).toBe(1);
  await openDrawing(client, 1);
  await client.getByRole('button', { name: 'Box' }).click();
  await drag(client, [0.2, 0.3], [0.4, 0.6]);
  await client.getByRole('button', { name: 'Done' }).click();
  await saved(
    client,
    () => client.getByRole('button', { name: 'Save comments' }).click(),
    join(home, 'board', 'comments.json'),
  );
  await client.close();

  const takeIn = async () => {
    await page.keyboard.press('Control+o');
    await page.getByTestId('entry-Home').click();
    await page.getByTestId('entry-board').click();
    await page.getByTestId('entry-comments.json').click();
  };
  await takeIn();
  await page.getByText('2 comments added to 1 shot.').waitFor();
  // What comes twice is one.
  await takeIn();
  await page.getByText('No comment was added.').waitFor();
  await page.getByTestId('frame-2').click();
  const drawn = page.getByTestId('figures').locator('path').first();
  const { width: wide = 0, height: high = 0 } = (await page.getByTestId('figures').boundingBox()) ?? {};
  const region = await drawn.evaluate((path: SVGPathElement) => {
    const { x, y, width, height } = path.getBBox();
    const { width: all = 0, height: tall = 0 } = path.ownerSVGElement?.viewBox.baseVal ?? {};
    return [x / all, y / tall, width / all, height / tall].map((share) => Math.round(share * 100) / 100);
  });
  expect([wide > high, region]).toEqual([true, [0.2, 0.3, 0.2, 0.3]]);
  await page.getByRole('button', { name: 'at a place in the picture' }).click();
  await page.getByRole('heading', { name: 'Notes' }).hover();
  const place = await page.getByTestId('pin').evaluate(({ style }) => [style.left, style.top]);
  expect(place.map((part) => Math.round(Number.parseFloat(part)))).toEqual([25, 75]);
  const comment = page.getByTestId('note').filter({ hasText: 'Darker' });
  expect(await comment.textContent()).toContain('Darker, <b>please</b>');
  expect(await comment.locator('b').allTextContents()).toEqual(['Ann']);
  await comment.getByRole('button', { name: '1 figure' }).waitFor();
  await comment.getByRole('button', { name: 'Resolve' }).click();
  await page.getByText('1 settled').click();
  await page.locator('[data-testid=note][data-state=resolved]').waitFor();
  await page.keyboard.press('Escape');
  for (let step = 0; step < 2; step++) await page.keyboard.press('Control+z');
  await comment.waitFor({ state: 'detached' });

  await writeFile(board, (await readFile(board, 'utf8')).replace('a red coat', 'a blue coat'));
  await page.getByTestId('source-notice').getByRole('button', { name: 'Look' }).click();
  const changes = page.getByRole('dialog', { name: 'What changed in the source' });
  await changes.getByText('a blue coat').waitFor();
  await changes.getByRole('button', { name: 'Take in' }).click();
  await page.getByTestId('source-notice').waitFor({ state: 'detached' });
  expect(problems).toEqual([]);
  expect(await host.end()).toBe(0);
});
