/** What an artist does in the window, for pictures of it. */
import type { Page } from 'playwright';

/** Everything that is shown is there: pictures, and what was asked of the host. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let calm = 0; calm < 3; ) {
      const pictures = [...document.images].filter(({ src }) => src !== '');
      const isThere = pictures.every(({ complete, naturalWidth }) => complete && naturalWidth > 0);
      calm = isThere && !document.querySelector('.pair-waiting') ? calm + 1 : 0;
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
    await document.fonts.ready;
  });
}

export async function goTo(page: Page, number: string): Promise<void> {
  // Far along the strip, a frame is drawn only when one goes there.
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill(`shot ${number}`);
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator(`[data-testid="frame-${number}"][aria-selected="true"]`).waitFor();
  await settled(page);
}

export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
  await settled(page);
}

/** An action by its name, as from the palette. */
export async function act(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill(words);
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await settled(page);
}

export const whole = (page: Page): Promise<Buffer> => page.screenshot();

/** One part of the window. */
export const part = (page: Page, selector: string): Promise<Buffer> =>
  page.locator(selector).first().screenshot();
