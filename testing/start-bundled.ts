/** For every test: what is started from its source is started from its bundle where there is one. */
import { vi } from 'vitest';
import { bundleOf } from './bundle-of.js';

vi.mock('../electron/inference/node-child.js', async (load) => {
  const real = await load<typeof import('@inference/node-child.js')>();
  const forkChild: typeof real.forkChild = (file, node) => real.forkChild(bundleOf(file), node);
  return { forkChild, startNodeChild: () => forkChild(real.INFERENCE_SOURCE) };
});
