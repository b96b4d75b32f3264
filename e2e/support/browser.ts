import { type Browser, type BrowserContext, type Cookie, chromium, type Page } from 'playwright-core';
import { afterAll, onTestFinished } from 'vitest';

/** One for all tests of a file: each has a context of its own in it. */
let running: Promise<Browser> | null = null;

/** CHROME_PATH names the browser; `npm test` finds one. */
function launch(): Promise<Browser> {
  const executablePath = process.env.CHROME_PATH;
  if (!executablePath) throw new Error('CHROME_PATH must name a Chromium');
  return chromium.launch({
    executablePath,
    // Chromium's own sandbox refuses the superuser, as whom containers run.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
}

afterAll(async () => (await running)?.close());

/** By the address of a host: its pass, which the address gives to the first who opens it. */
const passes = new Map<string, Cookie[]>();

export interface OpenedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What went wrong in the page so far. */
  readonly problems: string[];
}

/** A page of the host as in a browser that was never there before. */
export async function openPage(address: string): Promise<OpenedPage> {
  running ??= launch();
  const context = await (await running).newContext({
    viewport: { width: 1440, height: 900 },
    // A colour is measured when it has arrived, not on its way.
    reducedMotion: 'reduce',
  });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  // A page that takes long on a busy machine has not failed.
  page.setDefaultTimeout(180_000);
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  const pass = passes.get(address);
  if (pass) {
    await context.addCookies(pass);
    await page.goto(new URL(address).origin);
  } else {
    await page.goto(address);
    passes.set(address, await context.cookies());
  }
  return { page, context, problems };
}
