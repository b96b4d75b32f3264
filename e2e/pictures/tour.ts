/** The tour in the README: what an artist does with one flagged frame, in some twenty seconds. */
import type { Page } from 'playwright';
import sharp from 'sharp';
import { goTo, press, settled } from './acts.js';

/** Milliseconds that a step stays. */
const STAYS = 1600;

interface Step {
  /** What is said of it, at the lower edge. */
  readonly said: string;
  readonly act: (page: Page) => Promise<void>;
  /** Milliseconds, where it is not `STAYS`. */
  readonly stays?: number;
}

const STEPS: readonly Step[] = [
  { said: 'A storyboard, judged: what drifts is flagged', act: (page) => goTo(page, '1'), stays: 2200 },
  { said: '] goes to the next flagged frame', act: (page) => press(page, 'Home', ']', ']') },
  {
    said: 'Why: this one beside the last that was right',
    act: async (page) => {
      await page.getByTestId('finding').first().hover();
      await settled(page);
    },
    stays: 2200,
  },
  {
    said: 'A click opens both',
    act: async (page) => {
      await page.getByTestId('finding-picture').first().click();
      await settled(page);
    },
    stays: 2000,
  },
  {
    said: 'The suggested prompt: each edit is a switch',
    act: async (page) => {
      await press(page, 'S');
      await page.getByTestId('suggestion').hover();
      await settled(page);
    },
    stays: 2200,
  },
  {
    said: 'P approves. Only then is a new take made',
    act: async (page) => {
      await page.getByTestId('approve').click();
      await settled(page);
    },
  },
  {
    said: 'W wipes between the old take and the new',
    act: async (page) => {
      // After a decision the next waiting shot comes by itself.
      await goTo(page, '6');
      await page.getByTestId('take-2').waitFor();
      await page.getByTestId('job-regeneration').waitFor({ state: 'detached' });
      await page.getByTestId('take-2').click();
      await press(page, 'w');
      await page.locator('.wipe').focus();
      // Through the coat.
      for (let i = 0; i < 10; i++) await page.keyboard.press('ArrowLeft');
      await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    },
    stays: 2200,
  },
  {
    said: 'The matrix: who keeps their looks, shot by shot',
    act: (page) => press(page, 'w', 'Shift+M'),
    stays: 2200,
  },
  { said: 'The story: scores, style and light', act: (page) => press(page, 'Shift+G') },
  { said: 'Space plays the board in its own time', act: (page) => press(page, 'Shift+Space') },
];

/** Animated WebP. Orders a picture, so the review is not as it was. */
export async function tour(page: Page): Promise<Buffer> {
  const frames: Buffer[] = [];
  for (const { said, act } of STEPS) {
    await act(page);
    await page.evaluate((words) => {
      document.querySelector('#tour')?.remove();
      const bar = document.createElement('div');
      bar.id = 'tour';
      bar.textContent = words;
      document.body.append(bar);
      const { style } = bar;
      style.position = 'fixed';
      style.left = '33%';
      style.bottom = '14px';
      style.transform = 'translateX(-50%)';
      style.zIndex = '1000';
      style.padding = '10px 22px';
      style.borderRadius = '10px';
      style.background = '#f3f3f3';
      style.color = '#161616';
      style.font = '600 20px system-ui, sans-serif';
      style.boxShadow = '0 4px 24px rgb(0 0 0 / 60%)';
      style.pointerEvents = 'none';
    }, said);
    frames.push(await page.screenshot());
  }
  return sharp(frames, { join: { animated: true } })
    .webp({ quality: 62, effort: 6, loop: 0, delay: STEPS.map(({ stays = STAYS }) => stays) })
    .toBuffer();
}
