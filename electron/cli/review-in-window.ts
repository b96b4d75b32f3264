import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type Start, startArguments } from '@core/host/index.js';
import type { Shell } from './commands.js';
import { EXIT, type ExitCode } from './exit-code.js';

export interface WindowProgram {
  /** Electron's program. */
  readonly electron: string;
  /** The built shell that it runs. */
  readonly main: string;
}

/** Resolves when the window is closed, or has taken the start over from a process that ends at once. */
export async function reviewInWindow(
  { electron, main }: WindowProgram,
  start: Start,
  shell: Shell,
): Promise<ExitCode> {
  shell.print('Continuist opens in its window.');
  const child = spawn(electron, [main, ...startArguments(start)], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const stop = () => child.kill();
  shell.signal?.addEventListener('abort', stop);
  const [code] = (await once(child, 'exit')) as [number | null];
  if (shell.signal?.aborted) return EXIT.cancelled;
  return code === 0 ? EXIT.passed : EXIT.error;
}
