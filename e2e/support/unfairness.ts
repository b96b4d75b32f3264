import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';

/** Problems of the page for people who cannot see or point; `within` a selector. */
async function violations(page: Page, within: string) {
  const found = await new AxeBuilder({ page })
    .include(within)
    .options({ resultTypes: ['violations'] })
    // In the page itself, which has no frames: no second page is opened for the sum of their results.
    .setLegacyMode()
    .analyze();
  return found.violations.map(({ id, impact, nodes }) => ({
    impact,
    text: `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  }));
}

/** The serious and critical ones, as text. */
export const unfairness = async (page: Page, within = 'html'): Promise<string[]> =>
  (await violations(page, within))
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ text }) => text);

/** All of the dialog on top: what lies under its veil cannot be reached, and is dim. */
export const unfairnessOfDialog = async (page: Page): Promise<string[]> =>
  (await violations(page, '.dialog:not([aria-hidden="true"])')).map(({ text }) => text);
