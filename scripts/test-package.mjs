/** `npm run test:package`: packages the program for three systems around stand-ins for Electron, and looks at what came out. */
import { build } from './build.mjs';
import { install, requireNode } from './install.mjs';
import { installPackaging } from './package.mjs';
import { run, succeed, tool } from './run.mjs';

requireNode();
await install();
await build();
await installPackaging();
// What it imports is installed only here.
await succeed(process.execPath, [tool('typescript/bin/tsc'), '-p', 'packaging']);
const { code } = await run(process.execPath, [
  tool('vitest/vitest.mjs'),
  'run',
  '--config',
  'packaging/vitest.config.ts',
  ...process.argv.slice(2),
]);
process.exit(code);
