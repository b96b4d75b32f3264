import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { onTestFinished } from 'vitest';

/** A fresh browser on the page of the host. CHROME_PATH names the browser; `npm test` finds one. */
export async function openPage(
  address: string,
): Promise<{ page: Page; context: BrowserContext; problems: string[] }> {
  const executablePath = process.env.CHROME_PATH;
  if (!executablePath) throw new Error('CHROME_PATH must name a Chromium');
  const browser: Browser = await chromium.launch({
    executablePath,
    // Chromium's own sandbox refuses the superuser, as whom containers run.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  onTestFinished(() => browser.close());
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    // A colour is measured when it has arrived, not on its way.
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  await page.goto(address);
  return { page, context, problems };
}
