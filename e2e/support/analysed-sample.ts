/** The sample, analysed, so that a test of the window need not wait for the model. */
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { temporaryFolder } from '@testing/folder.js';
import { afterAll, beforeAll } from 'vitest';
import { type OpenedPage, openPage } from './browser.js';
import { type Host, type HostOptions, startHost, type WhenDone } from './host.js';
import { keptSample } from './setup.js';

async function startOn(
  dataFolder: string,
  whenDone?: WhenDone,
  settings?: object,
  environment?: HostOptions['environment'],
): Promise<Host> {
  // Without the port that it had: all would start there, and who loses a host would come to that of another test.
  const filter = (file: string) => basename(file) !== 'web-port';
  await cp(await keptSample(), dataFolder, { recursive: true, filter });
  if (settings) await writeFile(join(dataFolder, 'settings.json'), JSON.stringify(settings));
  return startHost({ dataFolder, ...(environment && { environment }) }, whenDone);
}

/** Every frame has its sign on the screen. */
async function openAnalysed(address: string): Promise<OpenedPage> {
  const opened = await openPage(address);
  await opened.page.locator('[data-testid^="frame-"]').first().waitFor();
  await opened.page.waitForFunction(() =>
    [...document.querySelectorAll<HTMLElement>('[data-testid^="frame-"]')].every(
      ({ dataset }) => dataset.sign !== 'unknown',
    ),
  );
  return opened;
}

export interface OpenedSample extends OpenedPage {
  readonly host: Host;
}

/** For a test that decides something: on a host of its own, with the artist's settings. */
export async function openAnalysedSample(
  settings?: object,
  environment?: HostOptions['environment'],
): Promise<OpenedSample> {
  const host = await startOn(join(await temporaryFolder(), 'data'), undefined, settings, environment);
  return { ...(await openAnalysed(host.address)), host };
}

/** For the tests of a file that decide nothing: on one host, each in a browser that was never there before. */
export function sharedAnalysedSample(): () => Promise<OpenedPage> {
  let folder: string;
  let host: Host;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'continuist-'));
    host = await startOn(join(folder, 'data'), () => undefined);
  });
  afterAll(async () => {
    await host.end();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  });
  return () => openAnalysed(host.address);
}
