/** Opens the window: Electron where it is installed, else the same application in a browser. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { Application } from '@core/application.js';
import { applicationOptions, openAtStart, programFolder } from '@core/host/index.js';
import { startNodeChild } from '@inference/index.js';
import type { DeviceSetting } from '@shared/device.js';
import type { Job } from '@shared/job.js';
import { isTerminal } from '@shared/job.js';
import { startServer } from '../server/index.js';
import type { Shell } from './commands.js';
import { electronBinary } from './electron-binary.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { given } from './given.js';

export interface ReviewFlags {
  /** In a browser even where Electron is installed. */
  readonly web?: boolean;
  readonly port?: number;
  readonly judge?: string;
  readonly device?: DeviceSetting;
  readonly ensemble?: string[];
}

/** The sample storyboard without a board. Resolves when the window is closed or the signal aborts. */
export function review(board: string | null, flags: ReviewFlags, shell: Shell): Promise<ExitCode> {
  const program = programFolder(import.meta.url);
  const electron = flags.web ? null : electronBinary(program);
  return electron ? inElectron(electron, program, board, shell) : inBrowser(program, board, flags, shell);
}

async function inElectron(
  electron: string,
  program: string,
  board: string | null,
  shell: Shell,
): Promise<ExitCode> {
  shell.print('Continuist opens in its window.');
  const args = [join(program, 'dist', 'main.js'), ...(board ? ['--board', resolve(board)] : [])];
  const child = spawn(electron, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  const stop = () => child.kill();
  shell.signal?.addEventListener('abort', stop);
  const [code] = (await once(child, 'exit')) as [number | null];
  if (shell.signal?.aborted) return EXIT.cancelled;
  return code === 0 ? EXIT.passed : EXIT.error;
}

async function inBrowser(
  program: string,
  board: string | null,
  flags: ReviewFlags,
  shell: Shell,
): Promise<ExitCode> {
  const { judge, device, ensemble } = flags;
  const options = await applicationOptions({
    host: 'web',
    startChild: startNodeChild,
    flags: given({ judge, device, ensemble }),
  });
  const application = await Application.create(options);
  const server = await startServer({
    application,
    rendererFolder: join(program, 'dist', 'renderer'),
    port: flags.port ?? 0,
  });
  try {
    application.jobs.onChange((job) => say(job, shell));
    // The page can be opened while the storyboard is still being read.
    shell.print(`Open this address in a browser on this machine:\n\n  ${server.address}\n`);
    shell.print('It works once. Press Enter for another one, Ctrl+C to end.');
    const stopAsking = onEnter(() => shell.print(`\n  ${server.invite()}\n`));
    await openAtStart(application, board === null ? null : resolve(board));
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
