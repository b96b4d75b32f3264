/** Pictures and words stay on the artist's machine; cli.test.ts sees that the pipeline stage connects to nobody. */
import { spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '@testing/folder.js';
import { PretendServer } from '@testing/pretend-server.js';
import { drawStoryboard } from '@testing/storyboard.js';
import { expect, onTestFinished, test } from 'vitest';
import { runCli } from './support/cli.js';
import { watchConnections, ways } from './support/connections.js';

test.each(ways())('a connection is noticed: %s', async (by) => {
  const { through, environment, seen } = await watchConnections(await temporaryFolder(), by);
  const call = "require('net').connect(9, '127.0.0.1').on('error', () => undefined)";
  const [command = '', ...args] = [...through, process.execPath, '-e', call];
  spawnSync(command, args, { env: { ...process.env, ...environment } });
  expect(await seen()).toEqual(['127.0.0.1:9']);
});

test('with a judge on a server it connects to that alone', async () => {
  const folder = await temporaryFolder();
  await drawStoryboard(join(folder, 'board'), { shots: 1 });
  const server = await new PretendServer().start();
  onTestFinished(() => server.kill());
  const dataFolder = join(folder, 'data');
  const { through, environment, seen } = await watchConnections(folder);
  await mkdir(dataFolder);
  const settings = { judge: 'openai-compatible', servers: [{ url: server.url, model: '', inFlight: 2 }] };
  await writeFile(join(dataFolder, 'settings.json'), JSON.stringify(settings));
  const run = await runCli(['analyse', join(folder, 'board')], { dataFolder, through, environment });
  expect(run.code, run.stderr).toBe(0);
  expect(server.asked.length).toBeGreaterThan(0);
  expect(await seen()).toEqual([server.host]);
});
