/** Opens the window: Electron where it is installed, else the same application in a browser. */
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { Application } from '@core/application.js';
import { applicationOptions, openAtStart, programFolder, type Start } from '@core/host/index.js';
import { checkedSettings } from '@core/settings/index.js';
import { startNodeChild } from '@inference/index.js';
import type { DeviceSetting } from '@shared/device.js';
import type { Job } from '@shared/job.js';
import { isTerminal } from '@shared/job.js';
import { startServer } from '../server/index.js';
import type { Shell } from './commands.js';
import { electronBinary } from './electron-binary.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { given } from './given.js';
import { reviewInWindow } from './review-in-window.js';

export interface ReviewFlags {
  /** In a browser even where Electron is installed. */
  readonly web?: boolean;
  readonly port?: number;
  readonly judge?: string;
  readonly device?: DeviceSetting;
  readonly ensemble?: string[];
}

/** The sample storyboard without a board. Resolves when the window is closed or the signal aborts. */
export async function review(board: string | null, flags: ReviewFlags, shell: Shell): Promise<ExitCode> {
  const { judge, device, ensemble, web, port = 0 } = flags;
  const start = {
    board: board === null ? null : resolve(board),
    flags: checkedSettings(given({ judge, device, ensemble }), 'the command line'),
  };
  const program = programFolder(import.meta.url);
  const electron = web ? null : electronBinary(program);
  return electron
    ? reviewInWindow({ electron, main: join(program, 'dist', 'main.js') }, start, shell)
    : inBrowser(program, start, port, shell);
}

async function inBrowser(
  program: string,
  { board, flags }: Start,
  port: number,
  shell: Shell,
): Promise<ExitCode> {
  const options = await applicationOptions({ host: 'web', startChild: startNodeChild, flags });
  const application = await Application.create(options);
  const server = await startServer({
    application,
    rendererFolder: join(program, 'dist', 'renderer'),
    port,
  });
  try {
    application.jobs.onChange((job) => say(job, shell));
    // The page can be opened while the storyboard is still being read.
    shell.print(`Open this address in a browser on this machine:\n\n  ${server.address}\n`);
    shell.print('It works once. Press Enter for another one, Ctrl+C to end.');
    const stopAsking = onEnter(() => shell.print(`\n  ${server.invite()}\n`));
    await openAtStart(application, board);
    await aborted(shell.signal);
    stopAsking();
    return EXIT.passed;
  } finally {
    await server.close();
    await application.close();
  }
}

function say(job: Job, shell: Shell): void {
  shell.onProgress?.(job);
  if (!isTerminal(job.state)) return;
  const name = { analysis: 'Analysis', regeneration: 'Regeneration', download: 'Download' }[job.kind];
  shell.print(`${name}: ${job.error ? `${job.error.message} ${job.error.hint}` : job.summary}`);
}

function onEnter(act: () => void): () => void {
  if (!process.stdin.isTTY) return () => undefined;
  const lines = createInterface({ input: process.stdin });
  lines.on('line', act);
  return () => lines.close();
}

function aborted(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((done) => {
    if (signal?.aborted) done();
    else signal?.addEventListener('abort', () => done(), { once: true });
  });
}
