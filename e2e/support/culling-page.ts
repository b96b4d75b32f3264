/** What the strip shows while a board is gone through. */
import type { Page } from 'playwright';

export const state = (page: Page, number: number) =>
  page.getByTestId(`frame-${number}`).getAttribute('data-state');
export const shows = (page: Page, number: number) =>
  page.locator(`[data-testid="frame-${number}"][aria-selected="true"]`).waitFor();
export const holds = (page: Page, count: number) =>
  page.waitForFunction(
    (wanted) => document.querySelector('[role="option"]')?.getAttribute('aria-setsize') === String(wanted),
    count,
  );
