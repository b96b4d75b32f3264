/** A part of a picture is painted, left by every way out and found again, made anew, and the rest proved to be as it was. */
import type { Page } from 'playwright';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { openAnalysedSample } from './support/analysed-sample.js';
import { unfairness } from './support/unfairness.js';

const painter = (page: Page) => page.getByTestId('mask-painter');
const part = (page: Page) => page.getByTestId('part');

async function stroke(
  page: Page,
  from: readonly [number, number],
  to: readonly [number, number],
): Promise<void> {
  const box = await painter(page).boundingBox();
  if (!box) throw new Error('Nothing can be painted on.');
  const at = ([x, y]: readonly [number, number]) => [box.x + x * box.width, box.y + y * box.height] as const;
  await page.mouse.move(...at(from));
  await page.mouse.down();
  await page.mouse.move(...at(to), { steps: 4 });
  await page.mouse.up();
}

/** Of the lower half of the difference picture, which the stroke does not reach: 0 = black. */
async function brightestBelow(page: Page): Promise<number> {
  const box = await page.locator('.difference').boundingBox();
  if (!box) throw new Error('No difference is shown.');
  const [width, height] = [box.width * 0.8, box.height * 0.4];
  const clip = { x: box.x + box.width * 0.1, y: box.y + box.height * 0.55, width, height };
  const { channels } = await sharp(await page.screenshot({ clip }))
    .removeAlpha()
    .stats();
  return Math.max(...channels.map(({ max }) => max));
}

const WAYS_OUT: readonly [name: string, (page: Page) => Promise<unknown>][] = [
  ['Escape', (page) => page.keyboard.press('Escape')],
  ['the button Done', (page) => page.getByRole('button', { name: 'Done with the part' }).click()],
  ['another shot', (page) => page.getByTestId('frame-3').click()],
  ['a reload', (page) => page.reload()],
];

test('a part is painted, made anew, and the rest of the picture stays pixel for pixel', async () => {
  const { page, problems } = await openAnalysedSample();
  await page.getByTestId('frame-4').click();
  await page.getByTestId('repair').click();
  await stroke(page, [0.3, 0.3], [0.5, 0.4]);
  const share = page.getByTestId('mask-share');
  const painted = await share.textContent();
  expect(painted).toMatch(/^[1-9]\d? % of the picture$/);
  await page.keyboard.press('e');
  await stroke(page, [0, 0.35], [0.9, 0.35]);
  await expect.poll(() => share.textContent()).not.toBe(painted);
  await page.keyboard.press('Control+z');
  await expect.poll(() => share.textContent()).toBe(painted);

  for (const [name, leave] of WAYS_OUT) {
    await leave(page);
    await painter(page).waitFor({ state: 'detached' });
    await page.getByTestId('frame-4').click();
    expect(await part(page).textContent(), name).toContain((painted ?? '').replace('the picture', 'it'));
    await part(page).getByRole('button', { name: 'Change' }).click();
    await painter(page).waitFor();
  }

  await page.keyboard.press('p');
  await page.getByTestId('frame-4').click();
  await page.getByTestId('take-2').click();
  const proof = page.getByTestId('repair-proof');
  await expect.poll(() => proof.textContent()).toMatch(/Outside it, all [\d,]+ pixels are as they were/);
  await proof.getByRole('button', { name: 'Show the difference' }).click();
  await expect.poll(() => page.locator('.difference .take-full').count()).toBe(2);
  await expect.poll(() => brightestBelow(page)).toBe(0);
  await page.getByText('What changed').waitFor();
  expect(problems).toEqual([]);
});

test('a part is painted by keys alone', async () => {
  const { page, host, problems } = await openAnalysedSample();
  await page.getByTestId('frame-4').click();
  await page.getByTestId('repair').click();
  await painter(page).waitFor();
  const share = page.getByTestId('mask-share');
  expect(await share.textContent()).toBe('Paint over what is to change');
  // From the bar, which stands before it or behind it.
  await page.getByRole('button', { name: 'Done with the part' }).focus();
  for (
    let tab = 0;
    tab < 20 && !(await painter(page).evaluate((one) => one === document.activeElement));
    tab++
  )
    await page.keyboard.press('Shift+Tab');
  for (const key of ['ArrowLeft', 'Space', 'Shift+ArrowDown', 'ArrowRight', 'Space'])
    await page.keyboard.press(key);
  const painted = await share.textContent();
  expect(painted).toMatch(/^[1-9]\d? % of the picture$|^0\.\d % of the picture$/);
  // A stroke that is taken back before it ends leaves nothing, and the part stays open.
  for (const key of ['Space', 'Shift+ArrowRight', 'Escape']) await page.keyboard.press(key);
  expect(await share.textContent()).toBe(painted);
  expect(await unfairness(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await painter(page).waitFor({ state: 'detached' });
  expect(await part(page).textContent()).toContain((painted ?? '').replace('the picture', 'it'));
  // After a stroke by hand the arrow keys go from shot to shot.
  await part(page).getByRole('button', { name: 'Change' }).click();
  await stroke(page, [0.3, 0.3], [0.5, 0.4]);
  await page.keyboard.press('ArrowRight');
  await page.locator('[data-testid="frame-5"][aria-selected="true"]').waitFor();
  expect(problems).toEqual([]);
  await host.end();
});
