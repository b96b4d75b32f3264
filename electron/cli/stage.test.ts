/** The pipeline's stage and GVision: what they are told of the judge, and what they say it ran on. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { offeredDevices, thisMachine } from '@models/runtime/devices/devices.js';
import { type Feedback, feedback } from '@shared/feedback.js';
import { PretendServer } from '@testing/pretend-server.js';
import { drawStoryboard } from '@testing/storyboard.js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { GVision } from './gvision.js';
import { shell } from './testing/shell.js';

/** No machine has both. */
const absent = offeredDevices(thisMachine()).includes('dml') ? 'cuda' : 'dml';
const refusedAbsent = {
  id: 'storybook',
  device: 'cpu',
  refused: [{ device: absent, reason: `${thisMachine().system} has no support for it` }],
};

let folder: string;
let board: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'continuist-stage-'));
  vi.stubEnv('CONTINUIST_DATA_FOLDER', join(folder, 'data'));
  board = await drawStoryboard(join(folder, 'board'), { shots: 1 });
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

async function stage(vision: Record<string, unknown>, ...flags: string[]) {
  const config = join(folder, 'pipeline.json');
  const whole = { shots: 'board/shots.json', out: 'next.json', vision };
  await writeFile(config, JSON.stringify({ ...whole, vision: { ...vision, feedback: 'feedback.json' } }));
  return shell('stage', '--config', config, ...flags);
}

const written = async (): Promise<Feedback> =>
  feedback.parse(JSON.parse(await readFile(join(folder, 'feedback.json'), 'utf8')));

describe('the stage', () => {
  it('runs the judge on the device of its configuration, and says what refused and why', async () => {
    const { code, error } = await stage({ device: absent });
    expect(code).toBe(0);
    expect(error).toBe(`${absent} was refused: ${thisMachine().system} has no support for it\n`);
    expect((await written()).judge).toMatchObject(refusedAbsent);
  });

  it('keeps the reason in the feedback where stderr is for a program', async () => {
    expect(await stage({ device: absent }, '--progress', 'json')).toMatchObject({ code: 0, error: '' });
    expect((await written()).judge).toMatchObject(refusedAbsent);
  });

  it('goes before the environment', async () => {
    vi.stubEnv('CONTINUIST_DEVICE', 'cpu');
    await stage({});
    expect((await written()).judge).not.toHaveProperty('refused');
    await stage({ device: absent });
    expect((await written()).judge).toMatchObject(refusedAbsent);
  });

  it('says what a file beside the storyboard asks for and only the artist sets', async () => {
    const beside = join(folder, 'board', 'continuist.config.json');
    await writeFile(beside, JSON.stringify({ device: absent, artist: 'Mallory' }));
    const { code, error } = await stage({});
    expect(code).toBe(0);
    expect(error).toContain('it sets “device”, “artist”, which only you set');
    expect((await written()).judge).not.toHaveProperty('refused');
  });

  it('asks the judges of its configuration together, on its device', async () => {
    const server = await new PretendServer({ p: () => 0.9 }).start();
    vi.stubEnv('CONTINUIST_SERVERS', JSON.stringify([{ url: server.url }]));
    const ensemble = ['storybook', 'openai-compatible'];
    await stage({ judge: 'ensemble', ensemble, device: absent }).finally(() => server.kill());
    expect((await written()).judge).toMatchObject({
      ...refusedAbsent,
      id: 'ensemble',
      device: 'cpu and server',
      members: ensemble.map((id) => ({ id })),
    });
  });

  it.each([
    [{ devise: 'cpu' }, 'pipeline.json, vision: it has “devise”; did you mean “device”?'],
    [{ ensembel: ['a', 'b'] }, 'did you mean “ensemble”?'],
    [{ device: 'gpu' }, 'pipeline.json, vision.device: '],
  ])('refuses %j', async (vision, expected) => {
    const { code, error } = await stage(vision);
    expect(code).toBe(1);
    expect(error).toContain(expected);
  });
});

describe('GVision', () => {
  it('runs the judge on the device it is told, and says what refused', async () => {
    const found = await new GVision({ device: absent }).analyse(board);
    expect(found.judge).toMatchObject(refusedAbsent);
  });

  it('leaves to the settings what it is not told', async () => {
    vi.stubEnv('CONTINUIST_DEVICE', absent);
    const found = await new GVision({ judge: 'storybook', device: undefined }).analyse(board);
    expect(found.judge).toMatchObject(refusedAbsent);
    expect((await new GVision({ device: 'cpu' }).analyse(board)).judge).not.toHaveProperty('refused');
  });

  it.each([
    [{ devise: 'cpu' }, { key: 'devise', near: 'device' }],
    [{ rounds: 1 }, { key: 'rounds' }],
    [{ device: 'gpu' }, { key: 'device' }],
    [{ ensemble: 'storybook' }, { key: 'ensemble' }],
  ])('refuses %j', (options, data) => {
    const made = () => new GVision(options as never);
    expect(made).toThrow(
      expect.objectContaining({ code: 'BAD_SETTING', data: expect.objectContaining(data) }),
    );
  });
});
