/** `npm test`: the whole proof. Installs, checks, runs the unit tests, builds, and drives the built program. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { install, requireNode } from './install.mjs';
import { root, run, say, seconds, tool } from './run.mjs';

requireNode();
await install();
// What follows uses installed packages.
const [{ browser }, { build }, { check }] = await Promise.all([
  import('./browser.mjs'),
  import('./build.mjs'),
  import('./check.mjs'),
]);

const started = performance.now();
// Beside one another: much of the time each waits for processes and browsers of its own.
const [inOrder, parts, whole] = await Promise.all([check(), testParts(), testWhole()]);
say('\nTests of the whole program');
say(whole.text);

const total = (key) => parts[key] + whole[key];
const good = inOrder && parts.ok && whole.ok;
say('');
say(`Checks: ${inOrder ? 'in order' : 'FAILED'}`);
say(`Parts: ${line(parts)}`);
say(`Whole: ${line(whole)}`);
say(`${seconds(started)}; ${good ? 'all is well' : 'not all is well'}`);
console.log(`${total('passed')} passed, ${total('failed')} failed, ${total('skipped')} skipped`);
process.exit(good ? 0 : 1);

function line({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

function testParts() {
  return vitest('parts', []);
}

async function testWhole() {
  await build();
  const chrome = await browser();
  const result = await vitest('whole', ['--config', 'vitest.e2e.config.ts'], {
    output: 'collect',
    env: chrome ? { CHROME_PATH: chrome } : {},
  });
  if (chrome) return result;
  const text =
    'No browser could be found or installed: set CHROME_PATH to a Chromium. Its tests were skipped.';
  return { ...result, ok: false, text: `${result.text}\n${text}` };
}

/** A run that broke before it could write its results counts as one failure. */
async function vitest(name, args, options = {}) {
  const file = join(root, '.cache', `tests-${name}.json`);
  rmSync(file, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const program = [tool('vitest/vitest.mjs'), 'run', ...args, ...reporters];
  const { code, text } = await run(process.execPath, program, options);
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(
      readFileSync(file, 'utf8'),
    );
    // A file that cannot be loaded fails without a failed test in it.
    const failed = code === 0 ? 0 : Math.max(1, numFailedTests);
    return { ok: code === 0, text, passed: numPassedTests, failed, skipped: numPendingTests + numTodoTests };
  } catch {
    return { ok: false, text, passed: 0, failed: 1, skipped: 0 };
  }
}
