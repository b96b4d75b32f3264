/** Programs that are measured, bundled as the build bundles the product: a compiler in memory is none of it. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WORKERS } from '@testing/workers.js';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Absolute path of a program's bundle while `use` runs. */
export type BundleOf<Name extends string> = (program: Name) => string;

/** `programs`: paths of their sources, below the root. */
export async function withBundles<Name extends string, T>(
  programs: Readonly<Record<Name, string>>,
  use: (bundleOf: BundleOf<Name>) => Promise<T>,
): Promise<T> {
  // Below the root, so that packages are found.
  await mkdir(join(root, '.cache'), { recursive: true });
  const folder = await mkdtemp(join(root, '.cache/bench-'));
  try {
    await build({
      absWorkingDir: root,
      entryPoints: { ...programs, ...WORKERS },
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
