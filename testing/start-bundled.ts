/** For every test: what is started from its source is started from its bundle where there is one. */
import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { vi } from 'vitest';
import { bundleOf } from './bundle-of.js';

vi.mock('../electron/inference/node-child.js', async (load) => {
  const real = await load<typeof import('@inference/node-child.js')>();
  const forkChild: typeof real.forkChild = (file, node) => real.forkChild(bundleOf(file), node);
  return { forkChild, startNodeChild: () => forkChild(real.INFERENCE_SOURCE) };
});

vi.mock('../electron/core/formats/contact-sheet/html/script.js', () => {
  const page = fileURLToPath(
    new URL('../electron/core/formats/contact-sheet/html/page/main.ts', import.meta.url),
  );
  return { pageScript: () => readFileSync(bundleOf(page), 'utf8') };
});

vi.mock('../electron/core/files/worker-url.js', async (load) => {
  const real = await load<typeof import('@core/files/worker-url.js')>();
  const workerUrl: typeof real.workerUrl = (name, owner) => {
    const entry = real.workerUrl(name, owner);
    const source = fileURLToPath(entry.filename);
    const bundle = bundleOf(source);
    return bundle === source ? entry : { filename: pathToFileURL(bundle).href, execArgv: [] };
  };
  return { workerUrl };
});
