/**
 * Brings node_modules in line with package-lock.json. Plain Node, for it runs before anything is installed.
 * No dependency needs its install script, so none runs: what they would fetch or compile ships in the packages.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, say, seconds, succeed } from './run.mjs';

const OLDEST_NODE = [20, 19];

/** Ends the program with a sentence when this Node is too old. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  console.error(
    `Continuist needs Node.js ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}. ` +
      'Get a newer one at https://nodejs.org and start again.',
  );
  process.exit(1);
}

/** Installs what is missing in a folder, or of another version than its lock says; `what`: of what these packages are. */
export async function install(folder = root, what = 'the packages Continuist is built from') {
  if (isInstalled(folder)) return;
  const started = performance.now();
  say(`Installing ${what} (once; a minute or two) …`);
  await succeed('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
  });
  say(`Installed in ${seconds(started)}.`);
}

/** What npm wrote of its last install holds every package of the lock in the lock's version. */
function isInstalled(folder) {
  const written = join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(written)) return false;
  const wanted = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')).packages;
  const there = JSON.parse(readFileSync(written, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional, peer, devOptional }]) =>
      path === '' || there[path]?.version === version || (!there[path] && (optional || peer || devOptional)),
  );
}
