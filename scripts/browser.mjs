/** Finds a Chromium for the tests in a real browser, or downloads one. */
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { run, say, tool } from './run.mjs';

/** The shell first: it draws the same without a browser's own windows, which take a good part of the time. */
const COMMANDS = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'chrome',
];
const FIXED_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];
/** Each tried in turn until a browser is there. */
const WAYS_TO_INSTALL = [
  [process.execPath, [tool('playwright/cli.js'), 'install', 'chromium']],
  ['apt-get', ['install', '-y', '-q', 'chromium-headless-shell']],
  ['apt-get', ['install', '-y', '-q', 'chromium']],
  ['dnf', ['install', '-y', '-q', 'chromium']],
  ['pacman', ['-S', '--noconfirm', 'chromium']],
  ['brew', ['install', '--cask', 'chromium']],
];

/** Its path, or null when none is there and none could be had. */
export async function browser() {
  const found = await installedBrowser();
  if (found) return found;
  for (const [command, args] of WAYS_TO_INSTALL) {
    if (command !== process.execPath && !onPath(command)) continue;
    say(`No browser was found; trying to install one with ${basename(command)} …`);
    await run(command, args, { output: 'collect' });
    const installed = await installedBrowser();
    if (installed) return installed;
  }
  return null;
}

async function installedBrowser() {
  const asked = process.env.CHROME_PATH;
  if (asked) return existsSync(asked) ? asked : null;
  for (const command of COMMANDS) {
    const path = onPath(command);
    if (path) return path;
  }
  const { chromium } = await import('playwright');
  return [...FIXED_PLACES, chromium.executablePath()].find((path) => existsSync(path)) ?? null;
}

function onPath(command) {
  const separator = process.platform === 'win32' ? ';' : ':';
  const name = process.platform === 'win32' ? `${command}.exe` : command;
  return (process.env.PATH ?? '')
    .split(separator)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));
}
