/** At 200 %, which is a window of 720 × 450 CSS pixels, every control of every dialog and view can be reached (WCAG 2.2, 1.4.10). */
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { openAnalysedSample } from './support/analysed-sample.js';

/** What cannot be brought on the screen whole, and what is wider than its room. */
const unreachable = (page: Page, within: string) =>
  page.evaluate((selector) => {
    const room = document.querySelector(selector);
    if (!room) return ['nothing is shown'];
    const controls = room.querySelectorAll<HTMLElement>(
      'button:not(:disabled), input, select, textarea, summary, a[href], [tabindex="0"]',
    );
    const found: string[] = [];
    for (const control of controls) {
      if (control.getClientRects().length === 0 || control.closest('[aria-hidden="true"]')) continue;
      control.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
      const { left, right, top, bottom, width, height } = control.getBoundingClientRect();
      // What is larger than the window is seen piece by piece.
      const isOutside =
        left < -0.5 ||
        right > innerWidth + 0.5 ||
        (height < innerHeight / 2 && (top < -0.5 || bottom > innerHeight + 0.5));
      const [x, y] = [left + width / 2, Math.min(Math.max(top + height / 2, 1), innerHeight - 1)];
      const at = document.elementFromPoint(x, y);
      const isCovered =
        !at ||
        !(
          control.contains(at) ||
          at.contains(control) ||
          (control instanceof HTMLInputElement && control.labels?.length)
        );
      if (isOutside || isCovered)
        found.push(`${isOutside ? 'outside' : 'covered'}: ${control.outerHTML.slice(0, 140)}`);
    }
    for (const part of [room, ...room.querySelectorAll('*')]) {
      const style = getComputedStyle(part);
      if (
        /auto|scroll/.test(style.overflowX) &&
        part.scrollWidth > part.clientWidth + 1 &&
        // Shots side by side, to scale or in a table have two directions, which 1.4.10 leaves them.
        !part.matches('[role="listbox"], [aria-label="Shots to scale"], :has(> table)')
      )
        found.push(`wide: ${part.outerHTML.slice(0, 100)}`);
    }
    return found;
  }, within);

async function act(page: Page, title: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill(title);
  await page.keyboard.press('Enter');
}

const DIALOGS = [
  'Settings',
  'Keys',
  'Models and devices',
  'Generators',
  'Approve all waiting',
  'Decide by score…',
  'Open…',
  'Contact sheet',
];

/** How wide the strip's content is as soon as it is made so wide. */
const widthAtOnce = (page: Page, width: string) =>
  page.locator('.strip-track').evaluate((track: HTMLElement, wanted) => {
    const before = track.style.width;
    track.style.width = wanted;
    const now = track.getBoundingClientRect().width;
    track.style.width = before;
    return now;
  }, width);

test('every dialog', async () => {
  const { page, host, problems } = await openAnalysedSample();
  await page.setViewportSize({ width: 720, height: 450 });
  for (const title of DIALOGS) {
    await act(page, title);
    const dialog = page.locator('.dialog');
    await dialog.waitFor({ timeout: 20_000 });
    // What it asks the host for has come.
    await page.waitForLoadState('networkidle');
    expect(await unreachable(page, '.dialog'), title).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  }
  expect(problems).toEqual([]);
  await host.end();
});

test('every view', async () => {
  const { page, host, problems } = await openAnalysedSample();
  // Where less motion is asked for too: or what follows the chosen frame in a smaller window scrolls in a width that is gone.
  expect(await widthAtOnce(page, '9000px')).toBe(9000);
  await page.setViewportSize({ width: 720, height: 450 });
  await page.keyboard.press(']');
  await page.getByTestId('finding').first().waitFor();
  for (const [name, key] of [
    ['strip', ''],
    ['grid', 'g'],
    ['takes', 'i'],
    ['matrix', 'Shift+M'],
    ['story', 'Shift+G'],
    ['play', 'Shift+Space'],
    ['canon', 'Shift+C'],
  ] as const) {
    if (key) await page.keyboard.press(key);
    await page.waitForTimeout(300);
    expect(await unreachable(page, '#root'), name).toEqual([]);
    if (key) await page.keyboard.press(key);
  }
  // With something to compare there is more to press.
  await page.getByTestId('finding-picture').first().click();
  await page.getByRole('button', { name: 'Wipe' }).waitFor();
  expect(await unreachable(page, '#root'), 'comparing').toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+F');
  const said = page.getByTestId('culled');
  const isWhole = () =>
    said.evaluate(({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth <= clientWidth);
  await said.getByText('P keep').waitFor();
  expect([await isWhole(), await unreachable(page, '#root')]).toEqual([true, []]);
  await page.keyboard.press('6');
  await said.getByText('rejected: malformed hands').waitFor();
  expect([await isWhole(), await unreachable(page, '#root')]).toEqual([true, []]);
  expect(problems).toEqual([]);
  await host.end();
});
