/** Builds dist/ when its sources changed: the program with esbuild, the interface with vite. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root, say, seconds } from './run.mjs';

/**
 * One bundle each, beside each other in dist/: some start others by their name. What several share, and what is loaded
 * only when it is needed, lies in parts beside them.
 */
const BUNDLES = {
  main: 'electron/main/main.ts',
  cli: 'electron/cli/main.ts',
  gvision: 'electron/cli/gvision.ts',
  inference: 'electron/inference/entry.ts',
  'backup-worker': 'electron/core/review/backups/backup-worker.ts',
  'measure-worker': 'electron/core/measures/measure-worker.ts',
  'reading-worker': 'electron/core/claims/reading-worker.ts',
  'writing-worker': 'electron/core/measures/writing-worker.ts',
};

/** What runs in the page that a client comments in: one script, which is put into the page itself. */
const PAGE = 'electron/core/formats/contact-sheet/html/page/main.ts';

/** What the name of such a part begins with. */
const PART = 'part';

const SOURCES = [
  'shared',
  'models',
  'electron',
  'renderer',
  'scripts/build.mjs',
  'vite.config.ts',
  'package-lock.json',
];

export async function build() {
  const stamp = join(root, 'dist', 'sources.sha256');
  const sources = hashOfSources();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return;
  const started = performance.now();
  say('Building …');
  const [{ build: esbuild }, { build: vite }] = await Promise.all([import('esbuild'), import('vite')]);
  const common = {
    absWorkingDir: root,
    outdir: 'dist',
    bundle: true,
    platform: 'node',
    target: 'node20',
    packages: 'external',
    sourcemap: true,
    logLevel: 'warning',
  };
  const [{ metafile }] = await Promise.all([
    esbuild({
      ...common,
      entryPoints: BUNDLES,
      format: 'esm',
      splitting: true,
      chunkNames: `${PART}-[hash]`,
      metafile: true,
    }),
    // A sandboxed preload is CommonJS.
    esbuild({
      ...common,
      entryPoints: { preload: 'electron/preload/preload.ts' },
      format: 'cjs',
      outExtension: { '.js': '.cjs' },
      sourcemap: false,
    }),
    esbuild(pageOptions('dist')),
    vite({ root: join(root, 'renderer'), configFile: join(root, 'vite.config.ts'), logLevel: 'warn' }),
  ]);
  for (const name of readdirSync(join(root, 'dist')))
    if (name.startsWith(`${PART}-`) && !metafile.outputs[`dist/${name}`]) rmSync(join(root, 'dist', name));
  writeFileSync(stamp, sources);
  say(`Built in ${seconds(started)}.`);
}

/** Pages leave the program, and the licence of what is in them with them. */
export const pageOptions = (outdir) => ({
  absWorkingDir: root,
  entryPoints: { 'sheet-page': PAGE },
  outdir,
  bundle: true,
  minify: true,
  platform: 'browser',
  target: 'es2022',
  format: 'iife',
  charset: 'ascii',
  logLevel: 'warning',
  banner: {
    js: `/*\nIn part perfect-freehand.\n\n${readFileSync(join(root, 'node_modules/perfect-freehand/LICENSE'), 'utf8')}*/`,
  },
});

function hashOfSources() {
  const hash = createHash('sha256');
  const add = (path) => {
    if (!existsSync(join(root, path))) return;
    if (/\.(ts|tsx|css|html|json|mjs)$/.test(path)) {
      if (!/\.test\.tsx?$/.test(path))
        hash
          .update(path)
          .update('\0')
          .update(readFileSync(join(root, path)));
      return;
    }
    if (path.includes('.') || path.endsWith('/files')) return;
    for (const name of readdirSync(join(root, path)).sort()) add(`${path}/${name}`);
  };
  for (const path of SOURCES) add(path);
  return hash.digest('hex');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await build();
