/** One font for all that is written, whatever the machine has: Noto Sans, which the program ships for its exports. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright';

const require = createRequire(import.meta.url);
const WEIGHTS = [400, 600];

export async function pinned(page: Page): Promise<void> {
  const fonts = await Promise.all(
    WEIGHTS.map(async (weight) => {
      const file = require.resolve(`@fontsource/noto-sans/files/noto-sans-latin-${weight}-normal.woff`);
      return [weight, (await readFile(file)).toString('base64')] as const;
    }),
  );
  await page.evaluate(async (given) => {
    for (const [weight, base64] of given) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const face = new FontFace('Pinned', bytes.buffer, { weight: String(weight) });
      document.fonts.add(await face.load());
    }
    // The page's policy allows no styles but its own: a sheet that is made here is not fetched and not inline.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      * { font-family: Pinned !important; }
      /* Where they are cut is asked one by one and comes at any time: their places are compared, not what is in them. */
      .canon img, .matrix img { visibility: hidden !important; }
    `);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }, fonts);
}
