/** `npm run -s cli -- …`: the command line, installed and built first where needed. */
import { join } from 'node:path';
import { build } from './build.mjs';
import { install, requireNode } from './install.mjs';
import { root, run } from './run.mjs';

requireNode();
await install();
await build();
// Paths on the command line are relative to where it was typed, which npm remembers.
const cwd = process.env.INIT_CWD ?? process.cwd();
const { code } = await run(process.execPath, [join(root, 'dist', 'cli.js'), ...process.argv.slice(2)], {
  cwd,
});
process.exit(code);
