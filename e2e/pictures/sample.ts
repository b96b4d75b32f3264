/** The sample storyboard in the built program, analysed, and pages that show it. */
import type { Browser, Page } from 'playwright';
import { startHost } from '../support/host.js';

/** Milliseconds that the sample's analysis may take on a busy machine. */
const ANALYSED = 600_000;

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface OpenedSample {
  /** Every frame of it has its sign. Closed by whoever asked for it. */
  page(browser: Browser, size: Size, scale: number): Promise<Page>;
  end(): Promise<void>;
}

/** `folder`: where its data goes. */
export async function openSample(folder: string): Promise<OpenedSample> {
  const host = await startHost(
    { dataFolder: folder, environment: { CONTINUIST_READS: 'true' } },
    () => undefined,
  );
  const { address } = host;
  let key: string | null = null;
  return {
    async page(browser, viewport, deviceScaleFactor) {
      const context = await browser.newContext({ viewport, deviceScaleFactor, reducedMotion: 'reduce' });
      const page = await context.newPage();
      page.setDefaultTimeout(120_000);
      const { origin } = new URL(address);
      // An address lets one tab in: the others take its key over. Nobody needs the hints again.
      await context.addInitScript(
        ([at, tab]) => {
          if (window.location.origin !== at) return;
          localStorage.setItem('continuist-hints', '9');
          if (tab) sessionStorage.setItem('continuist-tab', tab);
        },
        [origin, key] as const,
      );
      await page.goto(key ? origin : address);
      const kept = await page.waitForFunction(() => sessionStorage.getItem('continuist-tab'));
      key = (await kept.jsonValue()) ?? null;
      await page.waitForFunction(
        () => {
          const frames = [...document.querySelectorAll<HTMLElement>('[data-testid^="frame-"]')];
          const isAnalysed = frames.every(({ dataset }) => dataset.sign !== 'unknown');
          return frames.length > 0 && isAnalysed && !document.querySelector('[data-testid^="job-"]');
        },
        undefined,
        { timeout: ANALYSED },
      );
      // What is said of the analysis has nothing to do with any picture.
      await page
        .locator('.message-line button[aria-label^="Close"]')
        .click({ timeout: 2000 })
        .catch(() => undefined);
      return page;
    },
    async end() {
      await host.end();
    },
  };
}
