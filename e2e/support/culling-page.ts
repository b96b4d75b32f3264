/** What the strip shows while a board is gone through. */
import type { Page } from 'playwright';

/** The host answers a moment after a key. */
export const stands = (page: Page, number: number, state: string) =>
  page.locator(`[data-testid="frame-${number}"][data-state="${state}"]`).waitFor();
export const shows = (page: Page, number: number) =>
  page.locator(`[data-testid="frame-${number}"][aria-selected="true"]`).waitFor();
export const holds = (page: Page, count: number) =>
  page.waitForFunction(
    (wanted) => document.querySelector('[role="option"]')?.getAttribute('aria-setsize') === String(wanted),
    count,
  );

/** The shots that the panel and the screen show, by number. */
interface Shown {
  readonly panel: number;
  readonly screen: number;
}

/**
 * Presses a key that goes on to another shot, and another key before a frame is drawn; '' = a click there, to leave the
 * panel's shot out of play. Resolves with what is shown in between and afterwards.
 */
export const pressBetween = (page: Page, first: string, then: string): Promise<[Shown, Shown]> =>
  page.evaluate(
    async (keys) => {
      // React draws in a turn that was asked for before the one after it.
      const shown = async () => {
        await null;
        const panel = document.querySelector('aside.panel')?.getAttribute('aria-label');
        const screen = document.querySelector<HTMLElement>('.frame-current')?.dataset.testid;
        return { panel: Number(panel?.slice(5)), screen: Number(screen?.slice(6)) };
      };
      const press = (key: string) =>
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      press(keys.first);
      const between = await shown();
      if (keys.then) press(keys.then);
      else document.querySelector<HTMLElement>('.shot-heading button')?.click();
      return [between, await shown()];
    },
    { first, then },
  );
