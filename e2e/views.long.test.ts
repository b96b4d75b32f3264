/**
 * Every view in both themes at three sizes, beside how it was when it was last looked at. After a change that is meant:
 * `CONTINUIST_KEEP_VIEWS=1 CHROME_PATH=… npx vitest run --config vitest.long.config.ts e2e/views`, then look at what changed
 * in e2e/views/.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { press, settled } from './pictures/acts.js';
import { sharedAnalysedSample } from './support/analysed-sample.js';
import { pinned } from './support/pinned-fonts.js';
import { kept, mostChanged, smaller } from './support/view-change.js';

const FOLDER = fileURLToPath(new URL('views/', import.meta.url));
const KEEPS = process.env.CONTINUIST_KEEP_VIEWS === '1';

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 700 },
  { width: 720, height: 450 },
];
const THEMES = ['dark', 'light'] as const;

/** How each is reached from the strip. */
const VIEWS: Readonly<Record<string, readonly string[]>> = {
  strip: [],
  grid: ['g'],
  takes: ['i'],
  matrix: ['Shift+M'],
  story: ['Shift+G'],
  play: ['Shift+Space'],
  canon: ['Shift+C'],
  'full-screen': ['Shift+F'],
  queue: ['q'],
  settings: ['Control+,'],
  brand: ['Control+b'],
  keys: ['?'],
};

const sample = sharedAnalysedSample();

/** Of a view: the way back to the strip. */
async function leave(page: Page): Promise<void> {
  for (let i = 0; i < 3; i++) await page.keyboard.press('Escape');
  await press(page, 'b');
}

async function openPinned(): Promise<Page> {
  const { page } = await sample();
  await page.evaluate(() => localStorage.setItem('continuist-hints', '9'));
  await page.reload();
  await page.locator('[data-testid="frame-6"]').click();
  await pinned(page);
  await settled(page);
  return page;
}

describe.each(THEMES)('%s', (theme) => {
  it.each(SIZES)('at $width × $height every view is as it was', async ({ width, height }) => {
    const page = await openPinned();
    await page.setViewportSize({ width, height });
    await page.evaluate((name) => {
      document.documentElement.dataset.theme = name;
    }, theme);
    const changed: string[] = [];
    for (const [view, keys] of Object.entries(VIEWS)) {
      await press(page, ...keys);
      // What most frames show is worked out when the sheet opens, and moves all that is under it.
      if (view === 'canon') await page.getByText('Most frames show').waitFor();
      const seen = await smaller(await page.screenshot({ animations: 'disabled', caret: 'hide' }));
      const file = join(FOLDER, `${view}-${theme}-${width}.webp`);
      if (KEEPS) {
        await mkdir(FOLDER, { recursive: true });
        await writeFile(file, await kept(seen));
      } else {
        const change = await mostChanged(seen, await readFile(file));
        if (change) changed.push(`${view} at ${change.x}, ${change.y}: ${change.levels.toFixed(0)} levels`);
      }
      await leave(page);
    }
    expect(changed).toEqual([]);
  });
});

it('sees a button that moved by ten pixels, and not that a picture is kept again', async () => {
  const page = await openPinned();
  const shot = () => page.screenshot({ animations: 'disabled', caret: 'hide' });
  const before = await kept(await smaller(await shot()));
  expect(await mostChanged(await smaller(await shot()), before)).toBeNull();
  await page.getByTestId('approve').evaluate((button) => {
    button.style.transform = 'translateX(10px)';
  });
  expect(await mostChanged(await smaller(await shot()), before)).not.toBeNull();
});
