/**
 * Makes the pictures of the pages in docs/ and the tour in the README, from the built program in a real browser:
 * `npm run make:pictures [-- NAME…]`. One row a picture, in `table.ts`; look at what comes out.
 */
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CHROMIUM_ARGS } from '@testing/chromium.js';
import { chromium, type Page } from 'playwright';
import sharp from 'sharp';
import { keptSample } from '../support/setup.js';
import { openSample, type Size } from './sample.js';
import { LAST, PICTURES } from './table.js';
import { tour } from './tour.js';

const DOCS = fileURLToPath(new URL('../../docs/', import.meta.url));

const wanted = process.argv.slice(2);
const isWanted = (name: string): boolean => wanted.length === 0 || wanted.some((word) => name.includes(word));
const executablePath = process.env.CHROME_PATH;
if (!executablePath) throw new Error('CHROME_PATH must name a Chromium');
const browser = await chromium.launch({ executablePath, args: [...CHROMIUM_ARGS] });
const folder = await mkdtemp(join(tmpdir(), 'continuist-pictures-'));
// Analysed already, where the tests of the window have run with this build.
await cp(await keptSample(), folder, { recursive: true }).catch(() => undefined);
const sample = await openSample(folder);
const failed: string[] = [];

async function make(name: string, size: Size, scale: number, take: (page: Page) => Promise<Buffer>) {
  if (!isWanted(name)) return;
  const page = await sample.page(browser, size, scale);
  try {
    await writeFile(join(DOCS, name), await take(page));
    process.stdout.write(`${name}\n`);
  } catch (thrown) {
    failed.push(name);
    process.stderr.write(`${name}: ${String(thrown)}\n`);
  } finally {
    await page.context().close();
  }
}

async function makeAll(rows: typeof PICTURES): Promise<void> {
  for (const { name, size, scale = 1, take } of rows)
    await make(name, size, scale, async (page) =>
      sharp(await take(page))
        .webp({ quality: 84, effort: 6 })
        .toBuffer(),
    );
}

try {
  await makeAll(PICTURES);
  await make('tour.webp', { width: 1200, height: 780 }, 1, tour);
  await makeAll(LAST);
} finally {
  await browser.close();
  await sample.end();
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
}
if (failed.length > 0) process.exit(1);
