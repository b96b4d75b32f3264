/** How the page that a client draws in looks, on small and on wide screens, and how figures are changed in it. */
import type { BrowserContextOptions } from 'playwright';
import { expect, test } from 'vitest';
import { openFile } from './support/browser.js';
import { clientPage, drag, layer, openDrawing } from './support/client-page.js';
import { unfairness } from './support/unfairness.js';

/** Widths and themes in which the tools are in reach, none over another, and nothing runs over the side. */
const LOOKS: readonly (BrowserContextOptions & { readonly name: string })[] = [
  {
    name: 'phone-light',
    viewport: { width: 390, height: 780 },
    colorScheme: 'light',
    hasTouch: true,
    isMobile: true,
  },
  {
    name: 'phone-dark',
    viewport: { width: 320, height: 640 },
    colorScheme: 'dark',
    hasTouch: true,
    isMobile: true,
  },
  { name: 'low', viewport: { width: 720, height: 360 }, colorScheme: 'light' },
  { name: 'wide-dark', colorScheme: 'dark' },
  { name: 'wide-light', colorScheme: 'light' },
];

test('the tools are in reach on a phone and on a wide screen, in the light and in the dark', async () => {
  const file = await clientPage();
  for (const { name, ...look } of LOOKS) {
    const { page, problems } = await openFile(file, look);
    await openDrawing(page, 0);
    await drag(page, [0.3, 0.3], [0.7, 0.6]);
    const runsOver = await page.evaluate(() => {
      const dialog = document.querySelector('dialog');
      const { innerWidth, innerHeight } = window;
      return [...(dialog?.querySelectorAll('button, .draw-picture') ?? [])].flatMap((one) => {
        const { left, top, right, bottom } = one.getBoundingClientRect();
        const isIn = left >= 0 && top >= 0 && right <= innerWidth + 0.5 && bottom <= innerHeight + 0.5;
        return isIn ? [] : [one.getAttribute('aria-label') ?? one.className];
      });
    });
    expect(runsOver, name).toEqual([]);
    expect((await layer(page).boundingBox())?.height, name).toBeGreaterThan(150);
    expect(await unfairness(page), name).toEqual([]);
    await page.getByRole('button', { name: 'Done' }).click();
    expect(problems, name).toEqual([]);
  }
});

test('figures are chosen, moved and made larger by hand and by keys, and taken back also after the page was closed', async () => {
  const { page, problems } = await openFile(await clientPage());
  await openDrawing(page, 0);
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const status = page.getByRole('dialog').getByRole('status');
  const extent = async () => {
    const box = await page.locator('.draw-frame').boundingBox();
    const shown = await layer(page).boundingBox();
    if (!box || !shown) throw new Error('nothing is chosen');
    const hundredths = (share: number) => Math.round(share * 100);
    return [
      hundredths((box.x - shown.x) / shown.width),
      hundredths((box.y - shown.y) / shown.height),
      hundredths(box.width / shown.width),
      hundredths(box.height / shown.height),
    ];
  };
  await press('thick');
  await press('Box');
  await drag(page, [0.2, 0.2], [0.4, 0.4]);
  await press('Text');
  await drag(page, [0.6, 0.8], [0.6, 0.8]);
  await page.keyboard.type('hat');
  await page.keyboard.press('Enter');
  await press('Choose and move');
  await drag(page, [0.3, 0.2], [0.4, 0.3]);
  expect(await extent()).toEqual([30, 30, 20, 20]);
  await drag(page, [0.5, 0.5], [0.7, 0.6]);
  expect(await extent(), 'by its corner').toEqual([30, 30, 40, 30]);
  await status.getByText('Red box, 30 % from the left, 30 % from the top').waitFor();
  await press('green');
  // By keys: four presses to the left are one step, and with Shift it grows.
  await page.getByRole('button', { name: 'Choose and move' }).focus();
  await page.keyboard.press('Enter');
  for (let presses = 0; presses < 4; presses++) await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Shift+ArrowDown');
  expect(await extent()).toEqual([30, 26, 40, 31]);
  await page.keyboard.press('Space');
  await status.getByText('Red text “hat”').waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.type(' off');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Done' }).click();

  await page.reload();
  await openDrawing(page, 0);
  const words = page.locator('dialog .mine text');
  expect(await words.textContent()).toBe('hat off');
  await press('Undo');
  expect(await words.textContent()).toBe('hat');
  await page.keyboard.press(',');
  expect(await extent()).toEqual([30, 26, 40, 31]);
  await page.keyboard.press('Control+z');
  expect(await extent()).toEqual([30, 26, 40, 30]);
  await page.keyboard.press('Control+z');
  expect(await extent()).toEqual([30, 30, 40, 30]);
  await page.keyboard.press('Delete');
  await page.getByText('1 figure on shot 1').waitFor();
  await page.keyboard.press('Escape');
  await layer(page).waitFor({ state: 'detached' });
  expect(problems).toEqual([]);
});
