/** The sample, analysed once for each build, so that a test of the window need not wait for the model. */
import { cp, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '@testing/folder.js';
import type { Page } from 'playwright-core';
import { openPage } from './browser.js';
import { type Host, openWindow, PROGRAM, startHost } from './host.js';
import { nothingRuns, type Seen } from './mirror.js';

const KEPT = join(PROGRAM, '.cache', 'e2e');

const isAnalysed = (seen: Seen): boolean => {
  const picks = Object.values(seen.records.shot).flatMap(({ pickId }) => pickId ?? []);
  const { summaries } = seen.overview;
  return picks.length > 0 && nothingRuns(seen) && picks.every((id) => summaries[id]?.state === 'done');
};

/** A data folder of its own for this test, with the sample in it, analysed by the program as it is built. */
async function analysedData(): Promise<string> {
  const build = await readFile(join(PROGRAM, 'dist', 'sources.sha256'), 'utf8');
  const kept = join(KEPT, build.trim());
  const own = join(await temporaryFolder(), 'data');
  try {
    await cp(kept, own, { recursive: true });
    return own;
  } catch {
    // None of this build yet; those of older ones are of no use any more.
    await rm(KEPT, { recursive: true, force: true });
  }
  const host = await startHost({ dataFolder: own });
  const window = await openWindow(host.address);
  await window.mirror.until(isAnalysed);
  window.close();
  await host.end();
  await mkdir(KEPT, { recursive: true });
  await cp(own, `${kept}.part`, { recursive: true });
  await rename(`${kept}.part`, kept);
  return own;
}

export interface OpenedSample {
  readonly page: Page;
  readonly host: Host;
  readonly problems: readonly string[];
}

/** The analysed sample in a browser, with every frame's sign on the screen. */
export async function openAnalysedSample(): Promise<OpenedSample> {
  const host = await startHost({ dataFolder: await analysedData() });
  const { page, problems } = await openPage(host.address);
  await page.locator('[data-testid^="frame-"]').first().waitFor();
  await page.waitForFunction(() =>
    [...document.querySelectorAll<HTMLElement>('[data-testid^="frame-"]')].every(
      ({ dataset }) => dataset.sign !== 'unknown',
    ),
  );
  return { page, host, problems };
}
