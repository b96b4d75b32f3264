/** `npm run test:fuzz`: 100,000 inputs for every parser; arguments go to vitest, as `-t ComfyUI`. */
import { install, requireNode } from './install.mjs';
import { run, tool } from './run.mjs';

requireNode();
await install();
const program = [tool('vitest/vitest.mjs'), 'run', 'electron/core/testing/fuzz'];
const { code } = await run(process.execPath, [...program, ...process.argv.slice(2)], {
  env: { FUZZ_RUNS: '100000' },
});
process.exit(code);
