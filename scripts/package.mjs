/** What only packaging needs is installed apart, so that nobody else waits for it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run, say, seconds, succeed } from './run.mjs';

const folder = join(root, 'packaging');

export async function installPackaging() {
  const stamp = join(folder, 'node_modules', '.package-lock.json');
  const versions = (file) =>
    Object.entries(JSON.parse(readFileSync(file, 'utf8')).packages).map(([path, { version }]) => [
      path,
      version,
    ]);
  const isThere = () => {
    const there = new Map(versions(stamp));
    // Those of other systems are optional, and stay away.
    return versions(join(folder, 'package-lock.json')).every(
      ([path, version]) => path === '' || !there.has(path) || there.get(path) === version,
    );
  };
  if (existsSync(stamp) && isThere()) return;
  const started = performance.now();
  say('Installing what packages Continuist (once; a minute) …');
  await succeed('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
  });
  say(`Installed in ${seconds(started)}.`);
}

/** Runs electron-builder on the program as it is built. Resolves with its exit code, and with what it said if that is collected. */
export const electronBuilder = (args, options = {}) =>
  run(
    process.execPath,
    [
      join(folder, 'node_modules', 'electron-builder', 'cli.js'),
      '--config',
      join(root, 'electron-builder.yml'),
      '--project',
      root,
      '--publish',
      'never',
      ...args,
    ],
    options,
  );
