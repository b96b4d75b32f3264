/**
 * `npm run dist [-- ELECTRON-BUILDER’S OPTIONS]`: installers for the system it runs on, in release/. Signed, and on macOS
 * notarised, where the credentials are in the environment that electron-builder looks for; unsigned where they are not.
 */
import { build } from './build.mjs';
import { install, requireNode } from './install.mjs';
import { electronBuilder, installPackaging } from './package.mjs';
import { say } from './run.mjs';

requireNode();
await install();
await build();
await installPackaging();
if (process.platform === 'darwin')
  say(
    'On Intel Macs Continuist has no model of its own: ONNX Runtime has no files for them. Judges on a server work.',
  );
const { code } = await electronBuilder(process.argv.slice(2));
process.exit(code);
