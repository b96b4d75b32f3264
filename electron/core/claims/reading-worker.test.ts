import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

const THREAD = fileURLToPath(new URL('reading-worker.ts', import.meta.url));

it('loads no package but the runtime of its parser: all others only take memory from every open board', async () => {
  const { metafile } = await build({
    entryPoints: [THREAD],
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
  expect([...imported].filter((path) => !path.startsWith('node:'))).toEqual(['onnxruntime-node']);
});
