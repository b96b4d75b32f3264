/**
 * Programs that tests start as processes and threads of their own, bundled once a run as the build bundles them: compiling them at
 * every start would take longer than most tests.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { TestProject } from 'vitest/node';
import type {} from './bundle-of.js';
import { WORKERS } from './workers.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const PROGRAMS = [
  'electron/inference/entry.ts',
  ...Object.values(WORKERS),
  'testing/fragile-child.ts',
  'models/runtime/onnx/testing/prepare-in-process.ts',
  'electron/core/generators/comfyui/testing/child.ts',
  'electron/core/generators/command/testing/host.ts',
  'electron/core/review/index.ts',
  'electron/core/review/approval-key.ts',
  'electron/core/review/own-lock.ts',
  'electron/core/testing/crash/review-child.ts',
  'models/library/download/testing/fetch-child.ts',
];

/** What runs in a page of its own. */
const PAGE = 'electron/core/formats/contact-sheet/html/page/main.ts';

export default async function bundle(project: TestProject): Promise<() => Promise<void>> {
  // Below the root, so that packages are found.
  await mkdir(join(root, '.cache'), { recursive: true });
  const folder = await mkdtemp(join(root, '.cache/programs-'));
  const names = PROGRAMS.map((source, at) => [join(root, source), `program-${at}`] as const);
  await build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(names.map(([source, name]) => [name, source])),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  await build({
    absWorkingDir: root,
    entryPoints: { 'sheet-page': PAGE },
    outdir: folder,
    bundle: true,
    minify: true,
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
    logLevel: 'warning',
  });
  project.provide(
    'programs',
    Object.fromEntries([
      ...names.map(([source, name]) => [source, join(folder, `${name}.mjs`)]),
      [join(root, PAGE), join(folder, 'sheet-page.js')],
    ]),
  );
  return () => rm(folder, { recursive: true, force: true });
}
