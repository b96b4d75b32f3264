/** Before all tests, which run side by side: one browser for all of them, and the sample analysed once for each build. */
import { access, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CHROMIUM_ARGS } from '@testing/chromium.js';
import { chromium } from 'playwright';
import type { TestProject } from 'vitest/node';
import { openWindow, PROGRAM, startHost } from './host.js';
import { nothingRuns, type Seen } from './mirror.js';

const KEPT = join(PROGRAM, '.cache', 'e2e');

/** The data folder of the analysed sample with its judge examined, of the program as it is built. */
export const keptSample = async (): Promise<string> =>
  join(KEPT, (await readFile(join(PROGRAM, 'dist', 'sources.sha256'), 'utf8')).trim());

const isAnalysed = (seen: Seen): boolean => {
  const picks = Object.values(seen.records.shot).flatMap(({ pickId }) => pickId ?? []);
  const { summaries } = seen.overview;
  return picks.length > 0 && nothingRuns(seen) && picks.every((id) => summaries[id]?.state === 'done');
};

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the browser is reached that CHROME_PATH names; `npm test` finds one. Null without one. */
    readonly browser: string | null;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const executablePath = process.env.CHROME_PATH;
  const browser = executablePath
    ? await chromium.launchServer({ executablePath, args: [...CHROMIUM_ARGS] })
    : null;
  project.provide('browser', browser?.wsEndpoint() ?? null);
  // Without a browser nothing looks at it.
  if (browser) await analyseSample();
  return async () => browser?.close();
}

async function analyseSample(): Promise<void> {
  const folder = await keptSample();
  const isThere = await access(folder).then(
    () => true,
    () => false,
  );
  if (isThere) return;
  // Those of older builds are of no use any more.
  await rm(KEPT, { recursive: true, force: true });
  const part = join(KEPT, 'part');
  const host = await startHost({ dataFolder: part }, () => undefined);
  try {
    const window = await openWindow(host.address);
    await window.mirror.until(isAnalysed);
    // Or each test would examine the judge beside what it is about.
    const { jobId } = await window.api.models.examine();
    await window.mirror.until((seen) => seen.jobs[jobId]?.state === 'done' && isAnalysed(seen));
    window.close();
  } finally {
    await host.end();
  }
  await rename(part, folder);
}
