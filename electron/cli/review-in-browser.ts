/** The application over a web server of this machine, until it is stopped. */
import { createInterface } from 'node:readline';
import { Application } from '@core/application.js';
import { applicationOptions, nextBoardRead, openAtStart, type Start } from '@core/host/index.js';
import { startNodeChild } from '@inference/index.js';
import { isTerminal, type Job } from '@shared/job.js';
import { type RunningServer, startServer } from '../server/index.js';
import type { Shell } from './commands.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { startOnLastPort } from './last-port.js';
import { tellProblem } from './tell-problem.js';

export interface BrowserHost {
  /** The built interface. */
  readonly rendererFolder: string;
  /** 0 = the last one, if it is free, else any. */
  readonly port: number;
}

/**
 * Resolves when the signal aborts. A board that is named is read before the address is said, so that a wrong name says
 * nothing else. The sample's address is said at once: its page can be opened while it is read.
 */
export async function reviewInBrowser(
  { rendererFolder, port }: BrowserHost,
  { board, flags }: Start,
  shell: Shell,
): Promise<ExitCode> {
  const options = await applicationOptions({ host: 'web', startChild: startNodeChild, flags });
  const application = await Application.create(options);
  tellProblem(application.loadedSettings, shell.note);
  let server: RunningServer | null = null;
  let stopAsking: (() => void) | null = null;
  try {
    const serve = (at: number) => startServer({ application, rendererFolder, port: at });
    server = await (port === 0 ? startOnLastPort(options.dataFolder, serve) : serve(port));
    application.jobs.onChange((job) => say(job, shell));
    const isRead = nextBoardRead(application);
    const opened = openAtStart(application, board);
    const stopped = aborted(shell.signal);
    if (board !== null) await Promise.race([isRead, opened, stopped]);
    if (!shell.signal?.aborted) stopAsking = invite(server, shell);
    await Promise.race([opened, stopped]);
    await stopped;
    return EXIT.passed;
  } finally {
    stopAsking?.();
    await server?.close();
    await application.close();
  }
}

/** Says the address, and another one for every line on stdin. Returns how to stop. */
function invite(server: RunningServer, shell: Shell): () => void {
  shell.print(`Open this address in a browser on this machine:\n\n  ${server.address}\n`);
  const another = process.stdin.isTTY ? 'For another tab press Enter. ' : '';
  shell.print(`It works once, in one tab. ${another}Ctrl+C ends. Work goes on when its tab is closed.`);
  return onEnter(() => shell.print(`\n  ${server.invite()}\n`));
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
