/** `npm run test:long`: what takes a minute and more and is not part of `npm test`. */
import { browser } from './browser.mjs';
import { build } from './build.mjs';
import { install, requireNode } from './install.mjs';
import { run, say, tool } from './run.mjs';

requireNode();
await install();
await build();
const chrome = await browser();
if (!chrome) say('No browser could be found or installed: set CHROME_PATH to a Chromium.');
const program = [tool('vitest/vitest.mjs'), 'run', '--config', 'vitest.long.config.ts'];
const { code } = chrome
  ? await run(process.execPath, [...program, ...process.argv.slice(2)], { env: { CHROME_PATH: chrome } })
  : { code: 1 };
process.exit(code);
