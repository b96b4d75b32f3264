import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

it.each([
  ['claims/reading-worker.ts', ['onnxruntime-node']],
  ['measures/measure-worker.ts', ['lossless-json', 'sharp']],
  ['measures/writing-worker.ts', ['onnxruntime-node', 'sharp', 'zod']],
  ['review/backups/backup-worker.ts', ['@photostructure/sqlite']],
])(
  '%s loads no package but those that it works with: all others only take memory',
  async (thread, packages) => {
    const { metafile } = await build({
      entryPoints: [fileURLToPath(new URL(`../${thread}`, import.meta.url))],
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      write: false,
      outdir: 'out',
      metafile: true,
      logLevel: 'silent',
    });
    const [output] = Object.values(metafile.outputs);
    const imported = new Set(output?.imports.map(({ path }) => path));
    expect([...imported].filter((path) => !path.startsWith('node:')).sort()).toEqual(packages);
  },
);
