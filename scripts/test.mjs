/** `npm test`: the whole proof. Installs, checks, runs the unit tests, builds, and drives the built program. */
import { readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
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
say('\nChecks');
const inOrder = await check();
say('\nTests of the parts');
const parts = await vitest('parts', []);
say('\nTests of the whole program');
await build();
const chrome = await browser();
if (!chrome)
  say('No browser could be found or installed: set CHROME_PATH to a Chromium. Its tests are skipped.');
const whole = await vitest(
  'whole',
  ['--config', 'vitest.e2e.config.ts'],
  chrome ? { CHROME_PATH: chrome } : {},
);

const total = (key) => parts[key] + whole[key];
const good = inOrder && parts.ok && whole.ok && chrome !== null;
say('');
for (const words of [...parts.failures, ...whole.failures]) say(`Failed: ${words}`);
say(`Checks: ${inOrder ? 'in order' : 'FAILED'}`);
say(`Parts: ${line(parts)}`);
say(`Whole: ${line(whole)}`);
say(`${seconds(started)}; ${good ? 'all is well' : 'not all is well'}`);
console.log(`${total('passed')} passed, ${total('failed')} failed, ${total('skipped')} skipped`);
process.exit(good ? 0 : 1);

function line({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** A run that broke before it could write its results counts as one failure. */
async function vitest(name, args, env = {}) {
  const file = join(root, '.cache', `tests-${name}.json`);
  rmSync(file, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { code } = await run(process.execPath, [tool('vitest/vitest.mjs'), 'run', ...args, ...reporters], {
    env,
  });
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
      readFileSync(file, 'utf8'),
    );
    // A file that cannot be loaded fails without a failed test in it.
    const failed = code === 0 ? 0 : Math.max(1, numFailedTests);
    const skipped = numPendingTests + numTodoTests;
    const failures = failuresOf(testResults);
    if (failed > 0 && failures.length === 0) failures.push(`${name}: an error outside of the tests, above`);
    return { ok: code === 0, passed: numPassedTests, failed, skipped, failures };
  } catch {
    const failures = [`${name}: the run broke off, or its results cannot be read`];
    return { ok: false, passed: 0, failed: 1, skipped: 0, failures };
  }
}

/** What failed and why, a line each: they are said at the end once more, since the long output may be cut. */
function failuresOf(files) {
  return files
    .filter(({ status }) => status === 'failed')
    .flatMap(({ name, message, assertionResults }) => {
      const of = relative(root, name);
      const failed = assertionResults.filter(({ status }) => status === 'failed');
      if (failed.length === 0) return [`${of}: ${firstLine(message)}`];
      return failed.map(
        ({ fullName, failureMessages }) => `${of}: ${fullName}: ${firstLine(failureMessages[0])}`,
      );
    });
}

function firstLine(message) {
  return (message ?? '').split('\n', 1)[0];
}
