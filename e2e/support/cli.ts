import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { CLI } from './host.js';

export interface CliRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  readonly dataFolder: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** A program that runs this one. */
  readonly through?: readonly string[];
  /** Called with everything stderr has said so far; may interrupt. */
  readonly onError?: (text: string, interrupt: () => void) => void;
}

export async function runCli(args: readonly string[], options: CliOptions): Promise<CliRun> {
  const [command = '', ...rest] = [...(options.through ?? []), process.execPath, CLI, ...args];
  const child = spawn(command, rest, {
    env: { ...process.env, CONTINUIST_DATA_FOLDER: options.dataFolder, ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    stdout += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    stderr += chunk;
    options.onError?.(stderr, () => child.kill('SIGINT'));
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stdout, stderr };
}
