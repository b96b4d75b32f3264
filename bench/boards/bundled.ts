/** The programs that are measured, bundled as the build bundles the product: a compiler in memory is none of it. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
const PROGRAMS = {
  measure: 'bench/boards/measure.ts',
  window: 'bench/boards/window.ts',
  'paced-judge-child': 'bench/boards/paced-judge-child.ts',
  'backup-worker': 'electron/core/review/backups/backup-worker.ts',
  'measure-worker': 'electron/core/measures/measure-worker.ts',
};

/** Absolute path of a program's bundle while `use` runs. */
export type BundleOf = (program: 'measure' | 'window') => string;

export async function withBundles<T>(use: (bundleOf: BundleOf) => Promise<T>): Promise<T> {
  // Below the root, so that packages are found.
  await mkdir(join(root, '.cache'), { recursive: true });
  const folder = await mkdtemp(join(root, '.cache/bench-'));
  try {
    await build({
      absWorkingDir: root,
      entryPoints: PROGRAMS,
      outdir: folder,
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'esm',
      packages: 'external',
      logLevel: 'warning',
    });
    return await use((program) => join(folder, `${program}.js`));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
