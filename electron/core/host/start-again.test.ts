/** A start that finds the application running, with the real judge. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startNodeChild } from '@inference/index.js';
import { offeredDevices, thisMachine } from '@models/runtime/devices/devices.js';
import { PretendServer } from '@testing/pretend-server.js';
import { drawStoryboard } from '@testing/storyboard.js';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Application } from '../application.js';
import { applicationOptions, openAtStart, type Start, startAgain } from './index.js';

/** Refused without being tried: no machine has both. */
const absent = offeredDevices(thisMachine()).includes('dml') ? 'cuda' : 'dml';

let folder: string;
let application: Application;
const board = (name: string) => join(folder, name);
const title = () => Object.values(application.board.review.records.storyboard)[0]?.source.name;

async function started(flags: Start['flags'], environment: Record<string, string> = {}): Promise<void> {
  application = await Application.create(
    await applicationOptions({
      host: 'test',
      startChild: startNodeChild,
      dataFolder: join(folder, 'data'),
      environment,
      flags,
    }),
  );
  await openAtStart(application, { board: board('first') });
}

async function analysed() {
  const job = application.jobs.runningOf('analysis');
  return job && (await application.jobs.ended(job.id));
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'continuist-start-again-'));
  await drawStoryboard(board('first'), { shots: 1 });
  await drawStoryboard(board('second'), { shots: 2 });
});
afterEach(async () => {
  await application.close();
  await rm(folder, { recursive: true, force: true });
});

it('opens its board with its flags alone, and saves none', async () => {
  await started({ device: absent });
  expect((await analysed())?.summary).toContain(`refused: ${absent}`);
  await startAgain(application, { board: board('second'), flags: { judge: 'storybook' } });
  expect(Object.keys(application.board.review.records.shot)).toHaveLength(2);
  expect(application.settings).toMatchObject({ judge: 'storybook', device: 'auto' });
  expect((await analysed())?.summary).not.toContain('refused');
  await expect(readFile(application.options.settings.userFile)).rejects.toMatchObject({ code: 'ENOENT' });
});

it('leaves board and flags as they are when its board cannot be read', async () => {
  await started({ device: 'cpu' });
  const before = title();
  const wrong = { board: board('nowhere'), flags: { device: absent } } as const;
  await expect(startAgain(application, wrong)).rejects.toMatchObject({ code: 'OPEN_FAILED' });
  expect(title()).toBe(before);
  // Settings are read anew.
  expect(await application.setSettings({})).toMatchObject({ device: 'cpu' });
});

it('without a board, its flags count for what is open: another judge’s analysis ends for its own', async () => {
  const server = await new PretendServer({ fate: (n) => ({ do: n > 0 ? 'stall' : 'answer' }) }).start();
  try {
    const servers = JSON.stringify([{ url: server.url }]);
    await started({ judge: 'openai-compatible' }, { CONTINUIST_SERVERS: servers });
    const waiting = application.jobs.runningOf('analysis');
    const ended = application.jobs.ended(waiting?.id ?? '');
    await startAgain(application, { board: null, flags: { judge: 'storybook', device: absent } });
    expect(await ended).toMatchObject({ state: 'cancelled' });
    expect(await analysed()).toMatchObject({
      state: 'done',
      summary: expect.stringMatching(new RegExp(`^1 frame.*refused: ${absent}$`)),
    });
    expect(application.board.judge?.id).toBe('storybook');
  } finally {
    await server.kill();
  }
});

it('with neither board nor flags changes nothing', async () => {
  await started({ device: absent });
  await analysed();
  await startAgain(application, { board: null, flags: {} });
  expect(await application.setSettings({})).toMatchObject({ device: absent });
  expect(application.jobs.runningOf('analysis')).toBeNull();
});

it('what is chosen in the window counts against a flag of its own name, and is saved', async () => {
  await started({ judge: 'storybook', device: absent });
  expect(await application.setSettings({ device: 'cpu' })).toMatchObject({ device: 'cpu' });
  const saved = JSON.parse(await readFile(application.options.settings.userFile, 'utf8'));
  expect(saved).toEqual({ device: 'cpu' });
  await writeFile(application.options.settings.userFile, JSON.stringify({ judge: 'openai-compatible' }));
  expect(await application.setSettings({})).toMatchObject({ judge: 'storybook', device: 'auto' });
});
