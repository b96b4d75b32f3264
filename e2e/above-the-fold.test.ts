/** What is approved is seen: the finding, the words that change and the buttons, without scrolling. */
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { sharedAnalysedSample } from './support/analysed-sample.js';
import { unfairness } from './support/unfairness.js';

const openSample = sharedAnalysedSample();

/** Pixels of the window. */
interface Box {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** The shots with findings: the grid shows all of them at once. */
async function allFlagged(page: Page): Promise<string[]> {
  await page.keyboard.press('g');
  await page.getByTestId('grid').waitFor();
  const flagged = page.locator(
    '[data-testid^="frame-"]:is([data-sign="high"], [data-sign="medium"], [data-sign="low"])',
  );
  // The sample has so many; the grid draws its rows as it finds its size.
  await expect.poll(() => flagged.count()).toBeGreaterThanOrEqual(10);
  const names = await flagged.evaluateAll((frames) =>
    frames.map((frame) => frame.getAttribute('data-testid') ?? ''),
  );
  await page.keyboard.press('g');
  return names;
}

/** The window has drawn what was asked of it, and every picture in the panel has its size. */
const settled = (page: Page) =>
  page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  );

async function boxOf(page: Page, selector: string): Promise<Box> {
  const box = await page.locator(selector).first().boundingBox();
  if (!box) throw new Error(`${selector} is not shown`);
  return { top: box.y, bottom: box.y + box.height, left: box.x, right: box.x + box.width };
}

async function goTo(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill(name.replace('frame-', 'shot '));
  await page.keyboard.press('Enter');
  await page.locator(`[data-testid="${name}"][aria-selected="true"]`).waitFor();
  // The panel follows the frames, and shows the one before until then.
  await page.getByRole('complementary', { name: name.replace('frame-', 'Shot '), exact: true }).waitFor();
  await page.getByTestId('finding').first().getByTestId('finding-picture').locator('img').first().waitFor();
  await settled(page);
}

const FINDING = '[data-testid="finding"]';
const DIFF = '[data-testid="prompt-diff"]';
const SWITCHES = '[data-testid="suggestion"] .edits';
const DECIDE = '.decide';

const SIZES = [
  { width: 1440, height: 900, seen: [FINDING, DIFF, SWITCHES] },
  { width: 1024, height: 700, seen: [FINDING, DIFF] },
];

test('each flagged shot of the sample shows its finding, its change and its buttons at once', async () => {
  const { page, problems } = await openSample();
  const names = await allFlagged(page);
  for (const { width, height, seen } of SIZES) {
    await page.setViewportSize({ width, height });
    for (const name of names) {
      await goTo(page, name);
      const gate = await boxOf(page, DECIDE);
      expect(gate.bottom, `${name}: the buttons at ${width} × ${height}`).toBeLessThanOrEqual(height);
      expect(await page.locator(`${FINDING} .crop img`).count(), `${name}: pictures`).toBeGreaterThan(0);
      for (const part of seen) {
        const { top, bottom, left, right } = await boxOf(page, part);
        const where = `${name}: ${part} at ${width} × ${height}`;
        expect(top, where).toBeGreaterThanOrEqual(0);
        expect(bottom, where).toBeLessThanOrEqual(gate.top);
        expect(left, where).toBeGreaterThanOrEqual(0);
        expect(right, where).toBeLessThanOrEqual(width);
      }
    }
    expect(await unfairness(page)).toEqual([]);
  }
  expect(problems).toEqual([]);
});

/** Elements that hold more than they show across, and controls that stand outside the window; the panel and the strip scroll. */
const cutOff = (page: Page) =>
  page.evaluate(() => {
    const bars = document.querySelectorAll(
      '.topbar, .filterbar, .filter-chips, .viewer-bar, .grid, .panel-scroll, .decide, .decide-row',
    );
    const wide = [...bars].filter((bar) => bar.scrollWidth > bar.clientWidth + 1).map((bar) => bar.className);
    const seen = (element: Element) => element.getClientRects().length > 0;
    const outside = [...document.querySelectorAll('button, select, input')]
      .filter((element) => seen(element) && !element.closest('.panel-scroll, .strip'))
      .filter((element) => {
        const { left, right, top, bottom } = element.getBoundingClientRect();
        return left < 0 || top < 0 || right > innerWidth + 0.5 || bottom > innerHeight + 0.5;
      })
      .map((element) => element.outerHTML.slice(0, 120));
    return { wide, outside };
  });

test('at 200 % nothing is cut off and everything in the panel can be reached', async () => {
  const { page } = await openSample();
  const [name = ''] = await allFlagged(page);
  await page.setViewportSize({ width: 720, height: 450 });
  await goTo(page, name);
  expect(await cutOff(page)).toEqual({ wide: [], outside: [] });
  const gate = await boxOf(page, DECIDE);
  expect(gate.bottom).toBeLessThanOrEqual(450);
  // Room that is scrolled, not a slit.
  const room = await boxOf(page, '.panel-scroll');
  expect(room.bottom - room.top).toBeGreaterThan(220);
  for (const part of [
    FINDING,
    DIFF,
    SWITCHES,
    '[aria-label="Scores"]',
    '[aria-label="Takes"]',
    '#shot-note',
  ]) {
    await page.locator(part).first().scrollIntoViewIfNeeded();
    await settled(page);
    const { top, bottom } = await boxOf(page, part);
    expect(Math.min(bottom, gate.top) - Math.max(top, room.top), part).toBeGreaterThan(20);
  }
  // By the keys as well: the last field is reached, and comes into view.
  await page.locator('#shot-note').focus();
  expect((await boxOf(page, '#shot-note')).bottom).toBeLessThanOrEqual(gate.top + 1);
  expect(await unfairness(page)).toEqual([]);
});

test('the viewer and the grid, and the bar above them, have room for all that is in them at every size', async () => {
  const { page } = await openSample();
  const hasRoom = async () => {
    for (const size of [
      { width: 1440, height: 900 },
      { width: 1024, height: 700 },
      { width: 720, height: 450 },
    ]) {
      await page.setViewportSize(size);
      // The grid counts its columns anew when it has another width.
      await expect
        .poll(() => cutOff(page), { message: `${size.width} × ${size.height}`, timeout: 30_000 })
        .toEqual({ wide: [], outside: [] });
    }
  };
  await page.getByTestId('viewer').waitFor();
  await hasRoom();
  await page.keyboard.press('g');
  await page.getByTestId('grid').waitFor();
  await hasRoom();
});
