/** The application over a web server of this machine, until it is stopped. */
import { Application } from '@core/application.js';
import { applicationOptions, nextBoardRead, openAtStart, type Start } from '@core/host/index.js';
import { Storyboards } from '@core/storyboards/index.js';
import { startNodeChild } from '@inference/index.js';
import { endOf, isTerminal, type Job } from '@shared/job.js';
import { type RunningServer, startServer } from '../server/index.js';
import type { Shell } from './commands.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { type Keyboard, keyboard } from './keyboard.js';
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
  start: Start,
  shell: Shell,
): Promise<ExitCode> {
  const keys = keyboard({ input: process.stdin, output: process.stdout, print: shell.print });
  try {
    return await serve({ rendererFolder, port }, start, keys, shell);
  } finally {
    keys.close();
  }
}

async function serve(
  { rendererFolder, port }: BrowserHost,
  { board, flags, ...said }: Start,
  keys: Keyboard,
  shell: Shell,
): Promise<ExitCode> {
  const options = await applicationOptions({
    host: 'web',
    startChild: startNodeChild,
    flags,
    note: shell.note,
    ...(keys.person && { person: keys.person }),
  });
  const application = await Application.create(options);
  const storyboards = new Storyboards(application);
  tellProblem(application.loadedSettings, shell.note);
  let server: RunningServer | null = null;
  try {
    const start = (at: number) => startServer({ storyboards, rendererFolder, port: at });
    server = await (port === 0 ? startOnLastPort(options.dataFolder, start) : start(port));
    storyboards.onJob((job) => say(job, shell));
    const isRead = nextBoardRead(application);
    const opened = openAtStart(application, { board, ...said });
    const stopped = aborted(shell.signal);
    // Or the tab would first say that nothing is open.
    await Promise.race([isRead, opened, stopped]);
    if (!shell.signal?.aborted) invite(server, keys, shell);
    await Promise.race([opened, stopped]);
    await stopped;
    return EXIT.passed;
  } finally {
    await server?.close();
    await storyboards.close();
  }
}

/** Says the address, and another one for every line on the keyboard. */
function invite(server: RunningServer, keys: Keyboard, shell: Shell): void {
  shell.print(`Open this address in a browser on this machine:\n\n  ${server.address}\n`);
  const another = keys.person ? 'For another tab press Enter. ' : '';
  shell.print(`It works once, in one tab. ${another}Ctrl+C ends. Work goes on when its tab is closed.`);
  keys.onLine(() => shell.print(`\n  ${server.invite()}\n`));
}

const NAMES: Readonly<Record<Job['kind'], string>> = {
  analysis: 'Analysis',
  regeneration: 'Regeneration',
  download: 'Download',
  export: 'Export',
  examination: 'Examination',
};

function say(job: Job, shell: Shell): void {
  shell.onProgress?.(job);
  if (!isTerminal(job.state)) return;
  const end = endOf(job);
  if (end !== '') shell.print(`${NAMES[job.kind]}: ${end}`);
}

function aborted(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((done) => {
    if (signal?.aborted) done();
    else signal?.addEventListener('abort', () => done(), { once: true });
  });
}
