/** Figures over a frame: drawn, chosen, moved, made larger, worded anew; and drawing left by every way out of it. */
import type { Locator, Page } from 'playwright';
import { expect, test } from 'vitest';
import { openAnalysedSample } from './support/analysed-sample.js';
import { openPage } from './support/browser.js';
import { unfairness } from './support/unfairness.js';

type At = readonly [x: number, y: number];

const drawer = (page: Page): Locator => page.getByTestId('drawer');
/** Figures that are kept; a line is one path, a box two, words one text. */
const kept = (page: Page): Locator => page.getByTestId('figures').locator('> *');
const chosen = (page: Page): Locator => page.getByTestId('figure-handles');
const frame = (page: Page, number: number): Locator => page.getByTestId(`frame-${number}`);

async function openShot(page: Page, number: number): Promise<void> {
  await frame(page, number).click();
  await page.getByRole('heading', { name: `Shot ${number}`, exact: true }).waitFor();
  await page.getByTestId('viewer').getByRole('img').first().waitFor();
}

/** Where a place of the picture lies on the screen. */
async function on(page: Page, [x, y]: At): Promise<At> {
  const box = await drawer(page).boundingBox();
  if (!box) throw new Error('Nothing can be drawn on.');
  return [box.x + x * box.width, box.y + y * box.height];
}

/** The hand is set down and moved, and not lifted. */
async function begin(page: Page, from: At, to: At): Promise<void> {
  await page.mouse.move(...(await on(page, from)));
  await page.mouse.down();
  await page.mouse.move(...(await on(page, to)), { steps: 5 });
}

async function drag(page: Page, from: At, to: At): Promise<void> {
  await begin(page, from, to);
  await page.mouse.up();
}

const click = async (page: Page, at: At): Promise<void> => page.mouse.click(...(await on(page, at)));

/** Of the frame round the figure that is chosen, in shares of the picture. */
async function framed(page: Page): Promise<{ x: number; y: number; width: number; height: number }> {
  const [whole, frame] = [
    await drawer(page).boundingBox(),
    await chosen(page)
      .locator('.figure-frame')
      .evaluate((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        const room = 6;
        return { x: x + room, y: y + room, width: width - 2 * room, height: height - 2 * room };
      }),
  ];
  if (!whole) throw new Error('Nothing can be drawn on.');
  const share = (value: number) => Math.round(value * 100) / 100;
  return {
    x: share((frame.x - whole.x) / whole.width),
    y: share((frame.y - whole.y) / whole.height),
    width: share(frame.width / whole.width),
    height: share(frame.height / whole.height),
  };
}

const stands = (page: Page, region: { x: number; y: number; width: number; height: number }) =>
  expect.poll(() => framed(page)).toEqual(region);

test('figures are chosen, moved, made larger and worded anew, one step of undo each', async () => {
  const { page, problems } = await openAnalysedSample();
  await openShot(page, 3);
  await page.keyboard.press('d');
  await page.getByTestId('tool-box').click();
  await drag(page, [0.2, 0.2], [0.4, 0.5]);
  await expect.poll(() => kept(page).count()).toBe(1);

  await page.getByTestId('tool-hand').click();
  await click(page, [0.8, 0.8]);
  await chosen(page).waitFor({ state: 'detached' });
  await click(page, [0.2, 0.3]);
  await stands(page, { x: 0.2, y: 0.2, width: 0.2, height: 0.3 });
  expect(await unfairness(page)).toEqual([]);
  // By its line, by its inside once it is chosen, and by a corner.
  await drag(page, [0.2, 0.3], [0.3, 0.4]);
  await stands(page, { x: 0.3, y: 0.3, width: 0.2, height: 0.3 });
  await drag(page, [0.4, 0.45], [0.5, 0.45]);
  await stands(page, { x: 0.4, y: 0.3, width: 0.2, height: 0.3 });
  await drag(page, [0.6, 0.6], [0.7, 0.8]);
  await stands(page, { x: 0.4, y: 0.3, width: 0.3, height: 0.5 });
  // Given back while it is held, the figure stays where it was.
  await begin(page, [0.5, 0.5], [0.6, 0.6]);
  await page.getByTestId('held-figure').waitFor();
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await stands(page, { x: 0.4, y: 0.3, width: 0.3, height: 0.5 });
  await page.keyboard.press('Control+z');
  await stands(page, { x: 0.4, y: 0.3, width: 0.2, height: 0.3 });
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await stands(page, { x: 0.2, y: 0.2, width: 0.2, height: 0.3 });

  for (let press = 0; press < 5; press++) await page.keyboard.press('ArrowDown');
  await stands(page, { x: 0.2, y: 0.25, width: 0.2, height: 0.3 });
  for (let press = 0; press < 5; press++) await page.keyboard.press('Shift+ArrowDown');
  await stands(page, { x: 0.2, y: 0.25, width: 0.2, height: 0.35 });
  expect(await page.getByRole('heading', { name: 'Shot 3', exact: true }).count()).toBe(1);
  // Presses that follow one another are one step, its place and its size two.
  await page.keyboard.press('Control+z');
  await stands(page, { x: 0.2, y: 0.25, width: 0.2, height: 0.3 });
  await page.keyboard.press('Control+z');
  await stands(page, { x: 0.2, y: 0.2, width: 0.2, height: 0.3 });
  await page.keyboard.press('ArrowDown');
  await page.getByTestId('held-figure').waitFor();
  // By itself, after a moment.
  await page.getByTestId('held-figure').waitFor({ state: 'detached' });
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Control+z');
  await stands(page, { x: 0.2, y: 0.21, width: 0.2, height: 0.3 });

  // Escape lets go of it; the arrow keys then go to the shots again.
  await page.keyboard.press('Escape');
  await chosen(page).waitFor({ state: 'detached' });
  await drawer(page).waitFor();

  await page.getByTestId('tool-text').click();
  await click(page, [0.3, 0.8]);
  await page.keyboard.type('hat');
  await page.keyboard.press('Enter');
  const words = page.getByTestId('figures').locator('text');
  await expect.poll(() => words.allTextContents()).toEqual(['hat']);
  await page.getByTestId('tool-hand').click();
  const spot: At = [0.31, 0.78];
  await page.mouse.dblclick(...(await on(page, spot)));
  await page.getByTestId('label-field').fill('a larger hat');
  await page.keyboard.press('Enter');
  await expect.poll(() => words.allTextContents()).toEqual(['a larger hat']);
  await page.keyboard.press('Enter');
  await page.getByTestId('label-field').fill('no hat');
  // Left by a click elsewhere it stays as well.
  await click(page, [0.8, 0.1]);
  await expect.poll(() => words.allTextContents()).toEqual(['no hat']);
  await page.keyboard.press('Control+z');
  await expect.poll(() => words.allTextContents()).toEqual(['a larger hat']);
  await click(page, spot);
  await page.keyboard.press('Enter');
  await page.getByTestId('label-field').fill('');
  await page.keyboard.press('Escape');
  await expect.poll(() => words.count()).toBe(0);
  await page.keyboard.press(',');
  await page.keyboard.press('Delete');
  await expect.poll(() => kept(page).count()).toBe(0);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect.poll(() => kept(page).count()).toBe(2);
  expect(problems).toEqual([]);
});

interface Way {
  readonly name: string;
  go(page: Page): Promise<unknown>;
  /** Drawing goes on. */
  readonly stays?: true;
}

/** While the hand draws a line. What is begun then is kept, whichever way is taken. */
const WAYS: readonly Way[] = [
  { name: 'the hand lifted', stays: true, go: (page) => page.mouse.up() },
  { name: 'Escape', go: (page) => page.keyboard.press('Escape') },
  { name: 'the next shot, by key', go: (page) => page.keyboard.press('ArrowRight') },
  { name: 'another shot, by the palette', go: (page) => goByPalette(page) },
  { name: 'a decision', go: (page) => page.keyboard.press('h') },
  { name: 'another view, by key', go: (page) => page.keyboard.press('g') },
  { name: 'the note in words', go: (page) => page.keyboard.press('n') },
  { name: 'a reload', go: (page) => page.reload() },
];

async function goByPalette(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('8');
  await page.getByRole('option', { name: 'Shot 8' }).first().waitFor();
  // By a key: the drawing has the mouse until it is let go of.
  await page.keyboard.press('Enter');
}

/** From the pen that keys have set down: nothing is held by the mouse, which is free to click. */
const CLICKS: readonly Way[] = [
  { name: 'the button Done', go: (page) => page.getByTestId('drawing-done').click() },
  { name: 'a click on another shot', go: (page) => frame(page, 7).click() },
  { name: 'another view, by its tab', go: (page) => page.getByRole('button', { name: 'Grid' }).click() },
  { name: 'another tool', stays: true, go: (page) => page.getByTestId('tool-arrow').click() },
];

test('drawing is left by every way out, and what is half drawn is kept', async () => {
  const { page, host, problems } = await openAnalysedSample({ advance: false });
  let lines = 0;
  const comeBack = async ({ name, stays }: Way, shot: number) => {
    lines += 1;
    if (stays) {
      await expect.poll(() => kept(page).count(), { message: name }).toBe(lines);
      await page.keyboard.press('Escape');
    }
    await drawer(page).waitFor({ state: 'detached' });
    await page.mouse.up();
    await frame(page, 1).waitFor();
    await page.keyboard.press('Escape');
    if ((await page.getByTestId('grid').count()) > 0) await page.keyboard.press('g');
    await openShot(page, shot);
    await expect.poll(() => kept(page).count(), { message: name }).toBe(lines);
  };

  await openShot(page, 5);
  for (const way of WAYS) {
    await page.getByTestId('viewer').click({ position: { x: 5, y: 5 } });
    await page.keyboard.press('d');
    await begin(page, [0.2, 0.1 + lines * 0.05], [0.6, 0.1 + lines * 0.05]);
    await page.getByTestId('stroke').waitFor();
    await way.go(page);
    await comeBack(way, 5);
  }
  for (const way of CLICKS) {
    await page.keyboard.press('d');
    await drawer(page).focus();
    await page.keyboard.press('Space');
    for (let press = 0; press < 3; press++) await page.keyboard.press('Shift+ArrowRight');
    await page.getByTestId('stroke').waitFor();
    await way.go(page);
    await comeBack(way, 5);
  }

  // Undo while the hand draws takes the last step back, and nothing of what is being drawn.
  await page.keyboard.press('d');
  await page.getByTestId('tool-pen').click();
  await begin(page, [0.2, 0.9], [0.6, 0.9]);
  await page.keyboard.press('Control+z');
  await expect.poll(() => kept(page).count()).toBe(lines - 1);
  await page.mouse.up();
  await expect.poll(() => kept(page).count()).toBe(lines);

  // The tab closes while the hand draws.
  await begin(page, [0.2, 0.95], [0.6, 0.95]);
  await page.getByTestId('stroke').waitFor();
  await page.close({ runBeforeUnload: true });
  const again = await openPage(host.address);
  await openShot(again.page, 5);
  await expect.poll(() => kept(again.page).count()).toBe(lines + 1);
  expect([...problems, ...again.problems]).toEqual([]);
  await host.end();
});

test('what is drawn on another take begins a note of its own there', async () => {
  const { page, problems } = await openAnalysedSample();
  await openShot(page, 6);
  await page.getByTestId('prompt-diff').locator('ins').first().waitFor();
  await page.keyboard.press('p');
  await openShot(page, 6);
  await page.getByTestId('take-2').waitFor();
  // It may be picked by now, or only while one draws.
  await page.getByTestId('take-1').click();
  await page.keyboard.press('d');
  await drag(page, [0.2, 0.2], [0.5, 0.2]);
  await expect.poll(() => kept(page).count()).toBe(1);
  await page.keyboard.press('ArrowDown');
  await page.getByTestId('draw-count').getByText('Draw on take 2').waitFor();
  await drag(page, [0.2, 0.4], [0.5, 0.4]);
  await page.getByTestId('draw-count').getByText('1 figure on take 2').waitFor();
  await page.keyboard.press('ArrowUp');
  await page.getByTestId('draw-count').getByText('1 figure on take 1').waitFor();
  expect(problems).toEqual([]);
});

test('in a small window a small figure is still taken hold of between its handles', async () => {
  const { page, problems } = await openAnalysedSample();
  await page.setViewportSize({ width: 720, height: 450 });
  await openShot(page, 3);
  await page.keyboard.press('d');
  await page.getByTestId('tool-box').click();
  await drag(page, [0.4, 0.4], [0.48, 0.5]);
  await page.getByTestId('tool-hand').click();
  await click(page, [0.4, 0.45]);
  expect(await chosen(page).locator('.figure-handle').count()).toBe(1);
  await drag(page, [0.44, 0.45], [0.24, 0.65]);
  await expect.poll(async () => (await framed(page)).x).toBeCloseTo(0.2, 1);
  await expect.poll(async () => (await framed(page)).y).toBeCloseTo(0.6, 1);
  const grip = await chosen(page).locator('.grip-se').boundingBox();
  if (!grip) throw new Error('It cannot be made larger.');
  await page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2);
  await page.mouse.down();
  await page.mouse.move(...(await on(page, [0.8, 0.95])), { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => chosen(page).locator('.figure-handle').count()).toBeGreaterThan(1);
  expect(problems).toEqual([]);
});
