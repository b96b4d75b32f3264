/** Looking closer: by the wheel, the hand and the keys; what is looked at stays from shot to shot. */
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { openAnalysedSample } from './support/analysed-sample.js';
import { unfairness } from './support/unfairness.js';

interface Placed {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

async function placed(page: Page): Promise<Placed> {
  const box = await page.locator('.boxed').first().boundingBox();
  if (!box) throw new Error('No picture is placed.');
  return box;
}

/** The share of the picture at a point of the window. */
const shareAt = ({ x, y, width, height }: Placed, at: { x: number; y: number }) => ({
  x: (at.x - x) / width,
  y: (at.y - y) / height,
});

const percent = async (page: Page) =>
  Number((await page.getByTestId('zoom').textContent())?.replace(/\D/g, ''));

test('wheel, drag and double click, kept over shots and in full screen', async () => {
  const { page, host, problems } = await openAnalysedSample();
  const stage = await page.locator('.stage-area').boundingBox();
  if (!stage) throw new Error('There is no stage.');
  const fitted = await placed(page);
  const at = { x: stage.x + stage.width * 0.3, y: stage.y + stage.height * 0.4 };
  await page.mouse.move(at.x, at.y);
  for (let notch = 0; notch < 6; notch++) await page.mouse.wheel(0, -120);
  // All six have arrived: five make it 2.6 times as wide, six 3.2 times.
  await page.waitForFunction(
    (width) => (document.querySelector('.boxed')?.clientWidth ?? 0) > 3 * width,
    fitted.width,
  );
  const close = await placed(page);
  const before = shareAt(fitted, at);
  const after = shareAt(close, at);
  expect(after.x).toBeCloseTo(before.x, 2);
  expect(after.y).toBeCloseTo(before.y, 2);

  await page.mouse.down();
  await page.mouse.move(at.x - 120, at.y - 60, { steps: 5 });
  await page.mouse.up();
  const moved = await placed(page);
  expect(moved.x).toBeCloseTo(close.x - 120, 0);
  expect(moved.y).toBeCloseTo(close.y - 60, 0);

  await page.keyboard.press('ArrowRight');
  await page.locator('[data-testid="frame-2"][aria-selected="true"]').waitFor();
  expect(await placed(page)).toEqual(moved);

  // A pinch on a trackpad is a wheel with Ctrl; the page itself keeps its size.
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, 30);
  await page.keyboard.up('Control');
  await page.waitForFunction(
    (width) => (document.querySelector('.boxed')?.clientWidth ?? 0) < width,
    moved.width - 1,
  );
  expect(await page.evaluate(() => visualViewport?.scale)).toBe(1);

  await page.mouse.dblclick(at.x, at.y);
  await page.getByRole('button', { name: 'Fit' }).and(page.locator('[aria-pressed="true"]')).waitFor();
  await expect.poll(async () => (await placed(page)).width).toBeCloseTo(fitted.width, 0);
  await page.mouse.dblclick(at.x, at.y);
  await page.getByRole('button', { name: '100 %' }).and(page.locator('[aria-pressed="true"]')).waitFor();
  await expect.poll(async () => (await placed(page)).width).toBeCloseTo(1280, 1);

  await page.getByRole('button', { name: 'Full screen' }).click();
  await page.locator('.full-screen').waitFor();
  expect(await page.locator('.topbar').isVisible()).toBe(false);
  await expect.poll(async () => (await placed(page)).width).toBeCloseTo(1280, 1);
  expect(await unfairness(page)).toEqual([]);
  await page.getByRole('button', { name: 'Leave full screen' }).click();
  await page.locator('.topbar').waitFor();
  expect(problems).toEqual([]);
  await host.end();
});

test('the same by keys, and a take is picked by its number', async () => {
  const { page, host, problems } = await openAnalysedSample();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('4');
  await page.keyboard.press('Enter');
  await page.getByTestId('finding').first().waitFor();
  const fitted = await percent(page);
  await page.keyboard.press('+');
  await page.waitForFunction(
    (was) => !document.querySelector('[data-testid="zoom"]')?.textContent?.startsWith(`${was} `),
    fitted,
  );
  const closer = await placed(page);
  await page.keyboard.press('Control+ArrowRight');
  await page.waitForFunction(
    (x) => (document.querySelector('.boxed')?.getBoundingClientRect().x ?? x) < x,
    closer.x,
  );
  await page.keyboard.press('Shift+Z');
  await page.getByRole('button', { name: 'Fit' }).and(page.locator('[aria-pressed="true"]')).waitFor();
  expect(await percent(page)).toBe(fitted);
  await page.keyboard.press('Shift+F');
  await page.locator('.full-screen').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.topbar').waitFor();

  // What the eye saw is corrected by keys: each step is kept at once, and is undone like everything else.
  await page.keyboard.press('Shift+K');
  await page.getByTestId('box-editor').waitFor();
  const boxes = () => page.locator('.box > span').allTextContents();
  const seen = await boxes();
  await page.keyboard.press('n');
  await page.getByTestId('box-name').fill('owl');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowLeft');
  await expect.poll(boxes).toEqual([...seen, 'owl']);
  expect(await unfairness(page)).toEqual([]);
  await page.keyboard.press('Delete');
  await expect.poll(boxes).toEqual(seen);
  await page.keyboard.press('Control+z');
  await expect.poll(boxes).toEqual([...seen, 'owl']);
  await page.keyboard.press('Escape');
  await page.getByText('Boxes corrected by hand.').waitFor();
  await page.keyboard.press('Shift+V');

  // A second take, to choose between.
  await page.keyboard.press('p');
  await page.getByTestId('frame-4').click();
  await page.getByTestId('take-2').waitFor({ timeout: 120_000 });
  await page.getByTestId('job-regeneration').waitFor({ state: 'detached', timeout: 120_000 });
  const picked = async (number: number) =>
    page.locator(`[data-testid="take-${number}"][data-picked="true"]`).waitFor();
  const other = (await page.getByTestId('take-1').getAttribute('data-picked')) === 'true' ? 2 : 1;
  await page.keyboard.press(`Alt+${other}`);
  await picked(other);
  await page.getByTestId(`pick-${3 - other}`).click();
  await picked(3 - other);

  // Both takes side by side are looked at alike.
  await page.keyboard.press('z');
  await page.keyboard.press('s');
  await page.waitForFunction(() => document.querySelectorAll('.boxed').length === 2);
  const [left, right] = await page
    .locator('.boxed')
    .evaluateAll((both) => both.map((one) => one.getAttribute('style')));
  expect(left).toBe(right);
  expect(await unfairness(page)).toEqual([]);
  expect(problems).toEqual([]);
  await host.end();
});
