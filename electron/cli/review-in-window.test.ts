/** What the window's process is started with: Node in Electron's place, which tells what reached it. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Start, startsFrom } from '@core/host/index.js';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { reviewInWindow } from './review-in-window.js';

let folder: string;
let main: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'continuist-window-'));
  main = join(folder, 'main.mjs');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function opened(start: Start, script: string) {
  await writeFile(main, script);
  const printed: string[] = [];
  const shell = {
    print: (text: string) => void printed.push(text),
    note: () => undefined,
    problem: () => undefined,
  };
  return { code: await reviewInWindow({ electron: process.execPath, main }, start, shell), printed };
}

const tells = `
  import { writeFileSync } from 'node:fs';
  writeFileSync(new URL('reached.json', import.meta.url), JSON.stringify(process.argv));
`;

it('hands board and flags to it, whatever their words are', async () => {
  const start: Start = {
    board: join(folder, 'Été = “夜” --judge -x'),
    flags: { judge: '--no sandbox=1', device: 'webgpu', ensemble: ['a,b', '-猫 "x"\\'] },
  };
  expect(await opened(start, tells)).toEqual({ code: 0, printed: ['Continuist opens in its window.'] });
  const reached = JSON.parse(await readFile(join(folder, 'reached.json'), 'utf8'));
  expect(startsFrom(reached, '/elsewhere', { own: 2 })).toEqual([start]);
});

it('says nothing of what was not said, and passes on that it failed', async () => {
  const start = { board: null, flags: {} };
  expect((await opened(start, `${tells} process.exitCode = 3;`)).code).toBe(1);
  const reached = JSON.parse(await readFile(join(folder, 'reached.json'), 'utf8'));
  expect(reached.slice(2)).toEqual([]);
});
