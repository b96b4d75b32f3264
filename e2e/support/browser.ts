import { pathToFileURL } from 'node:url';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright';
import { inject, onTestFinished } from 'vitest';
import type {} from './setup.js';

/** The one of all tests (see setup.ts): each has a context of its own in it. */
let running: Promise<Browser> | null = null;

function connect(): Promise<Browser> {
  const address = inject('browser');
  if (address === null) throw new Error('CHROME_PATH must name a Chromium');
  return chromium.connect(address);
}

/** By the address of a host: the key of the tab that it let in, which a browser that was never there before takes over. */
const tabs = new Map<string, string>();
/** Where the page keeps it. */
const TAB = 'continuist-tab';

export interface OpenedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What went wrong in the page so far. */
  readonly problems: string[];
}

/** A page with nothing in it, in a browser of its own. */
async function emptyPage(options: BrowserContextOptions = {}): Promise<OpenedPage> {
  running ??= connect();
  const context = await (await running).newContext({
    viewport: { width: 1440, height: 900 },
    // A colour is measured when it has arrived, not on its way.
    reducedMotion: 'reduce',
    ...options,
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
  return { page, context, problems };
}

/** A file, as somebody opens it who was sent it. */
export async function openFile(file: string, options?: BrowserContextOptions): Promise<OpenedPage> {
  const opened = await emptyPage(options);
  await opened.page.goto(pathToFileURL(file).href);
  return opened;
}

/** A page of the host as in a browser that was never there before. */
export async function openPage(address: string): Promise<OpenedPage> {
  const { page, context, problems } = await emptyPage();
  const { origin } = new URL(address);
  const tab = tabs.get(address);
  if (tab) {
    await context.addInitScript(
      ([at, name, key]) => {
        if (window.location.origin === at) sessionStorage.setItem(name, key);
      },
      [origin, TAB, tab] as const,
    );
    await page.goto(origin);
  } else {
    await page.goto(address);
    const key = await page.waitForFunction((name) => sessionStorage.getItem(name), TAB);
    tabs.set(address, (await key.jsonValue()) ?? '');
  }
  return { page, context, problems };
}
