/** Packages of others, installed into a folder of their own for one test, where a registry can be reached. */
import { spawn } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Milliseconds. */
const LONGEST = 300_000;

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

export function run(
  program: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Ran> {
  return new Promise((done) => {
    const child = spawn(program, args, { env: { ...process.env, ...env }, timeout: LONGEST });
    const said = { out: '', error: '' };
    child.stdout.on('data', (piece) => {
      said.out += piece;
    });
    child.stderr.on('data', (piece) => {
      said.error += piece;
    });
    child.on('error', ({ message }) => done({ code: null, out: '', error: message }));
    child.on('close', (code) => done({ code, ...said }));
  });
}

/** The folder with them, or why there is none. */
export async function installed(
  kind: 'python' | 'node',
  names: readonly string[],
): Promise<{ readonly folder: string } | { readonly why: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'continuist-foreign-'));
  const { code, error } =
    kind === 'python'
      ? await run('python3', ['-m', 'pip', 'install', '--quiet', '--target', folder, ...names])
      : await run('npm', [
          'install',
          '--ignore-scripts',
          '--no-audit',
          '--no-fund',
          '--prefix',
          folder,
          ...names,
        ]);
  if (code === 0) return { folder };
  return { why: `${names.join(', ')} could not be installed: ${error.trim().split('\n').at(-1) ?? ''}` };
}
