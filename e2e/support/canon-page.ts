/** The canon's sheet as a person reads it. */
import type { Locator, Page } from 'playwright';

export const card = (page: Page, key: string): Locator => page.locator(`[data-key="${key}"]`);
export const said = (page: Page, key: string): Promise<string[]> =>
  card(page, key).locator('.canon-statement, .canon-stretch').allInnerTexts();
