/** Pictures of what is ordered and comes of it. They leave the review changed, so that they are made after the others. */
import type { Page } from 'playwright';
import { goTo, press, settled, whole } from './acts.js';

/** Marks a part of shot 4 with a stroke, from its bookshelf to its window. */
async function mark(page: Page): Promise<void> {
  await goTo(page, '4');
  await press(page, 'm');
  const box = await page.getByTestId('mask-painter').boundingBox();
  if (!box) throw new Error('there is nothing to mark');
  const to = (x: number, y: number) => [box.x + x * box.width, box.y + y * box.height] as const;
  await page.mouse.move(...to(0.34, 0.2));
  await page.mouse.down();
  for (const [x, y] of [
    [0.46, 0.3],
    [0.34, 0.42],
    [0.44, 0.56],
  ] as const)
    await page.mouse.move(...to(x, y), { steps: 12 });
  await page.mouse.up();
  await settled(page);
}

export async function markedPart(page: Page): Promise<Buffer> {
  await mark(page);
  const picture = await page.locator('.viewer').screenshot();
  await page.getByTestId('mask-bar').getByRole('button', { name: 'Clear the part' }).click();
  await press(page, 'Escape');
  return picture;
}

/** A new take of shot 4, of which a part alone was made anew, beside the old one. */
export async function repaired(page: Page): Promise<Buffer> {
  await mark(page);
  await press(page, 'Escape');
  await page.getByTestId('approve').click();
  await made(page, '4', 'take-2');
  await page.getByTestId('take-2').click();
  await press(page, 'f');
  await page.getByTestId('repair-proof').scrollIntoViewIfNeeded();
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await settled(page);
  return whole(page);
}

/** Four pictures of shot 8 to choose from. */
export async function candidates(page: Page): Promise<Buffer> {
  await goTo(page, '8');
  await press(page, 'Shift+S');
  await page.getByTestId('seeds-4').click();
  await page.getByTestId('approve').click();
  await made(page, '8', 'take-5');
  return page.locator('.panel-scroll').screenshot();
}

/** After a decision the next waiting shot comes by itself. */
async function made(page: Page, number: string, take: string): Promise<void> {
  await goTo(page, number);
  await page.getByTestId(take).waitFor();
  for (const kind of ['regeneration', 'analysis'])
    await page.getByTestId(`job-${kind}`).waitFor({ state: 'detached' });
  await settled(page);
}
