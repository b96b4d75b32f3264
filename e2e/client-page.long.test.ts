/** How the page that a client draws in looks, on small and on wide screens. */
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
