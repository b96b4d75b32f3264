/**
 * How many frames of 1280 × 720 the whole program judges and measures in a second with the embedded judge, start and
 * loading left out, and what measuring one costs: `npm run bench:frames [-- --frames 200]`. All of it is bundled as it
 * ships: through a compiler in memory a thread takes two to three times as long to measure a frame. Ends with exit code
 * 1 when a bar is missed.
 */
import { spawnSync } from 'node:child_process';
import { MODELS_FOLDER } from './board.js';
import { withBundles } from './bundled.js';

const PROGRAMS = { frames: 'bench/frames-child.ts', inference: 'electron/inference/entry.ts' };

await withBundles(PROGRAMS, async (bundleOf) => {
  const { status } = spawnSync(process.execPath, [bundleOf('frames'), ...process.argv.slice(2)], {
    env: { ...process.env, CONTINUIST_MODELS_FOLDER: MODELS_FOLDER },
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
});
