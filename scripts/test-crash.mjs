/**
 * `npm run test:crash`: 200 processes killed in the middle of their work, and reviews under every kind of damage.
 * Arguments go to vitest, as `-t migration`.
 */
import { install, requireNode } from './install.mjs';
import { run, tool } from './run.mjs';

requireNode();
await install();
const rooms = ['electron/core/testing/crash', 'electron/core/review/recovery'];
const program = [tool('vitest/vitest.mjs'), 'run', '--reporter=verbose', ...rooms];
const { code } = await run(process.execPath, [...program, ...process.argv.slice(2)], {
  env: { CRASH_KILLS: '200', DAMAGE: 'all' },
});
process.exit(code);
