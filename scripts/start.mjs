/**
 * `npm start`: installs, builds, and opens the sample storyboard (or the one named after `--`) in a window, or
 * at a printed address where no window can be shown.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { install, requireNode } from './install.mjs';
import { root, run, say, seconds } from './run.mjs';

const started = performance.now();
requireNode();
await install();
await fetchElectron();
await build();
say(`Ready after ${seconds(started)}.`);
const { code } = await run(process.execPath, [
  join(root, 'dist', 'cli.js'),
  'review',
  ...process.argv.slice(2),
]);
process.exit(code);

/**
 * Electron's program is not in its package. One attempt to fetch it, where a window could be shown and nobody
 * asked for a browser; without it the same interface opens in a browser.
 */
async function fetchElectron() {
  const folder = join(root, 'node_modules', 'electron');
  const display = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  const refused = process.argv.includes('--web') || process.env.ELECTRON_SKIP_BINARY_DOWNLOAD;
  if (!display || refused || existsSync(join(folder, 'path.txt')) || !existsSync(folder)) return;
  say('Fetching Electron for the window (once) …');
  const { code } = await run(process.execPath, [join(folder, 'install.js')], { output: 'collect' });
  if (code !== 0) say('Electron could not be fetched, so Continuist opens in your browser instead.');
}
