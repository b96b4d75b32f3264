/** What only packaging needs is installed apart, so that nobody else waits for it. */
import { join } from 'node:path';
import { install } from './install.mjs';
import { root, run } from './run.mjs';

const folder = join(root, 'packaging');

export const installPackaging = () => install(folder, 'what packages Continuist');

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
