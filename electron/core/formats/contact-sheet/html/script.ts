/** What runs in the page, as the build bundles it from page/ into `sheet-page.js` beside the program. */
import { readFileSync } from 'node:fs';

export const pageScript = (): string => readFileSync(new URL('./sheet-page.js', import.meta.url), 'utf8');
