/** The whole application as a program to be killed, bundled with the processes and threads that it starts. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const PROGRAMS = {
  'application-child': 'electron/core/testing/crash/application-child.ts',
  inference: 'electron/inference/entry.ts',
  'backup-worker': 'electron/core/review/backups/backup-worker.ts',
  'measure-worker': 'electron/core/measures/measure-worker.ts',
  'reading-worker': 'electron/core/claims/reading-worker.ts',
};

/** The path of the program, and what removes it. */
export async function bundleApplication(): Promise<{ program: string; remove: () => Promise<void> }> {
  // Below the root, so that packages are found.
  await mkdir(join(root, '.cache'), { recursive: true });
  const folder = await mkdtemp(join(root, '.cache/crash-'));
  await build({
    absWorkingDir: root,
    entryPoints: PROGRAMS,
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
    program: join(folder, 'application-child.js'),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
