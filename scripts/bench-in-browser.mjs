/** A program of bench/, or the one that makes the pictures of docs/, with the interface built and a browser to open it in. */
import { browser } from './browser.mjs';
import { build } from './build.mjs';
import { run, say, tool } from './run.mjs';

await build();
const chrome = await browser();
if (!chrome) say('No browser could be found or installed: set CHROME_PATH to a Chromium.');
const program = [tool('tsx/dist/cli.mjs'), ...process.argv.slice(2)];
const { code } = chrome
  ? await run(process.execPath, program, { env: { CHROME_PATH: chrome } })
  : { code: 1 };
process.exit(code);
