/** A program that runs the whole application, to be killed, bundled with the processes and threads that it starts. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WORKERS } from '@testing/workers.js';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../../..', import.meta.url));

/** `source`: below the root. The path of the program, and what removes it. */
export async function bundleApplication(
  source: string,
): Promise<{ program: string; remove: () => Promise<void> }> {
  // Below the root, so that packages are found.
  await mkdir(join(root, '.cache'), { recursive: true });
  const folder = await mkdtemp(join(root, '.cache/crash-'));
  await build({
    absWorkingDir: root,
    entryPoints: { program: source, inference: 'electron/inference/entry.ts', ...WORKERS },
    outdir: folder,
    bundle: true,
    splitting: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    logLevel: 'warning',
  });
  return {
    program: join(folder, 'program.js'),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
