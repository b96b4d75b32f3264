/**
 * Makes the pictures of the pages in docs/ and the tour in the README, from the built program in a real browser:
 * `npm run make:pictures [-- NAME…]`. One row a picture, in `table.ts`; look at what comes out.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CHROMIUM_ARGS } from '@testing/chromium.js';
import { chromium } from 'playwright';
import { encoded } from './encoded.js';
import { openSample } from './sample.js';
import { PICTURES } from './table.js';
import { tour } from './tour.js';

const DOCS = fileURLToPath(new URL('../../docs/', import.meta.url));
const TOUR = 'tour.webp';

const wanted = process.argv.slice(2);
const isWanted = (name: string): boolean => wanted.length === 0 || wanted.some((word) => name.includes(word));
const executablePath = process.env.CHROME_PATH;
if (!executablePath) throw new Error('CHROME_PATH must name a Chromium');
const browser = await chromium.launch({ executablePath, args: [...CHROMIUM_ARGS] });
const folder = await mkdtemp(join(tmpdir(), 'continuist-pictures-'));
const sample = await openSample(folder);
try {
  for (const { name, size, scale = 1, take } of PICTURES.filter((row) => isWanted(row.name))) {
    const page = await sample.page(browser, size, scale);
    const shot = await take(page);
    await page.context().close();
    await writeFile(join(DOCS, name), await encoded(name, shot));
    process.stdout.write(`${name}\n`);
  }
  if (isWanted(TOUR)) {
    const page = await sample.page(browser, { width: 1200, height: 750 }, 1);
    await writeFile(join(DOCS, TOUR), await tour(page));
    process.stdout.write(`${TOUR}\n`);
  }
} finally {
  await browser.close();
  await sample.end();
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
}
