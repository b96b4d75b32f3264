/** The pipeline's stage and GVision: what they are told of the judge, and what they say it ran on. */
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
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
  it('runs the judge on the device of its configuration before that of the environment, and says what refused and why', async () => {
    vi.stubEnv('CONTINUIST_DEVICE', 'cpu');
    await stage({});
    expect((await written()).judge).not.toHaveProperty('refused');
    const { code, error } = await stage({ device: absent });
    expect(code).toBe(0);
    expect(error).toBe(`${absent} was refused: ${thisMachine().system} has no support for it\n`);
    expect((await written()).judge).toMatchObject(refusedAbsent);
  });

  it('keeps the reason in the feedback where stderr is for a program', async () => {
    const { code, error } = await stage({ device: absent }, '--progress', 'json');
    const note = `${absent} was refused: ${thisMachine().system} has no support for it`;
    expect([code, JSON.parse(error)]).toEqual([0, { note }]);
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

  it('makes what is flagged once, however often it runs, and off it leaves what it wrote before alone', async () => {
    const shots = join(folder, 'board', 'shots.json');
    await writeFile(
      shots,
      (await readFile(shots, 'utf8')).replace(
        'in a red coat stands in a meadow',
        'in a green coat stands in a forest',
      ),
    );
    const vision = { automatic: true, generator: 'storybook', rounds: 3, maxRequests: 5 };
    const at = ['--at', '2026-01-31T12:00:00Z'];
    const first = await stage(vision, ...at);
    expect(first.jobs.some(({ kind }) => kind === 'regeneration')).toBe(true);
    const bytes = await readFile(join(folder, 'feedback.json'));
    const { exportedAt, shots: made } = await written();
    expect(exportedAt).toBe('2026-01-31T12:00:00.000Z');
    expect(made[0]?.takes.length).toBeGreaterThan(1);

    await stage(vision, ...at);
    expect((await readFile(join(folder, 'feedback.json'))).equals(bytes)).toBe(true);

    expect(await stage({ ...vision, enabled: false })).toMatchObject({ code: 0, jobs: [] });
    expect((await readFile(join(folder, 'feedback.json'))).equals(bytes)).toBe(true);
    expect(await readFile(join(folder, 'next.json'), 'utf8')).toBe(await readFile(shots, 'utf8'));
  });

  it('begins nothing that cannot be ended: no generator for automatic mode, no place for the result', async () => {
    vi.stubEnv('CONTINUIST_GENERATOR', 'none');
    const none = await stage({ automatic: true }, '--progress', 'json');
    expect([none.code, none.jobs, JSON.parse(none.error).error.code]).toEqual([1, [], 'NO_GENERATOR']);
    await mkdir(join(folder, 'feedback.json'));
    const nowhere = await stage({});
    expect([nowhere.code, nowhere.jobs]).toEqual([1, []]);
    expect(nowhere.error).toContain('nothing was begun, because the result would go to');
    expect(await shell('analyse', board, '--out', board)).toMatchObject({ code: 1, jobs: [] });
    expect(await shell('export', board, '--csv', board)).toMatchObject({ code: 1, jobs: [] });
  });

  it('hands on nothing where the shots file is damaged since; the analysis goes on from the review, and says so and fails', async () => {
    await stage({});
    const [next, shots] = [join(folder, 'next.json'), join(folder, 'board', 'shots.json')];
    const before = await readFile(next, 'utf8');
    await writeFile(shots, (await readFile(shots, 'utf8')).slice(0, -3));
    const place = 'shots.json is not valid JSON, line 13, column 4. The board stays as it is';
    const damaged = await stage({}, '--progress', 'json');
    expect([damaged.code, damaged.jobs]).toEqual([1, []]);
    expect(JSON.parse(damaged.error)).toMatchObject({
      error: { code: 'BAD_FILE', message: expect.stringContaining(place) },
    });
    expect(await readFile(next, 'utf8')).toBe(before);
    const analysed = await shell('analyse', join(folder, 'board'), '--progress', 'json');
    expect(analysed.code).toBe(1);
    expect(analysed.out).toContain('1 shots, 1 judged');
    expect(JSON.parse(analysed.error).error.message).toContain(place);
    await rm(shots);
    expect((await shell('analyse', shots)).error).toContain(
      'shots.json is not there. The board stays as it is',
    );
  });

  it('says what went wrong in JSON where stderr is for a program', async () => {
    const wrong = await stage({ devise: 'cpu' }, '--progress=json');
    expect(JSON.parse(wrong.error)).toEqual({
      error: {
        code: 'BAD_FILE',
        message: expect.stringContaining('did you mean “device”?'),
        hint: expect.stringMatching(/./),
        data: { file: 'pipeline.json', field: 'vision' },
      },
    });
    const misused = await shell('stage', '--progress', 'json', '--at', 'yesterday');
    const lines = misused.error
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect([misused.code, lines[0].error.code]).toEqual([2, 'USAGE']);
    expect(lines[0].error.message).toContain('As 2026-01-31T12:00:00Z.');
  });

  it.each(['vision', 'shots', 'out'])(
    'takes no other key for “%s”, but for a slip, and leaves other stages theirs',
    async (key) => {
      const config = join(folder, 'pipeline.json');
      const rest = {
        shots: 'board/shots.json',
        out: 'next.json',
        vision: { enabled: false },
        assembly: { fps: 24 },
        project: 'x',
      };
      await writeFile(config, JSON.stringify(rest));
      expect((await shell('stage', '--config', config)).code).toBe(0);
      const slip = `${key.slice(0, -1)}_`;
      await writeFile(config, JSON.stringify({ ...rest, [slip]: {} }));
      expect((await shell('stage', '--config', config)).error).toContain(
        `it has “${slip}”; did you mean “${key}”?`,
      );
    },
  );

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
  it('gives the same text for the same board, two at once, each on the device it is told, and one board to one at a time', async () => {
    await cp(join(folder, 'board'), join(folder, 'second', 'board'), { recursive: true });
    const at = new Date('2026-01-31T12:00:00Z');
    const told = { judge: 'storybook', device: absent } as const;
    const seer = (name: string) => new GVision({ ...told, dataFolder: join(folder, name) });
    const paths = [board, join(folder, 'second', 'board', 'shots.json')];
    const both = await Promise.all(paths.map((path, n) => seer(`data-${n}`).analyse(path, { at })));
    expect(both[0]?.totals.judged).toBe(1);
    expect(both[0]?.judge).toMatchObject(refusedAbsent);
    expect(JSON.stringify(both[0])).toBe(JSON.stringify(both[1]));
    expect(both[0]?.exportedAt).toBe(at.toISOString());

    const same = await Promise.allSettled([0, 1].map(() => seer('data-0').analyse(board, { at })));
    const refused = same.filter((one) => one.status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(refused[0]?.reason).toMatchObject({
      code: 'REVIEW_LOCKED',
      message: expect.stringMatching(/open in another window/),
    });
    const [done] = same.filter((one) => one.status === 'fulfilled');
    expect(JSON.stringify(done?.value)).toBe(JSON.stringify(both[0]));
  });

  it('leaves to the settings what it is not told, and judges by what the source says now', async () => {
    vi.stubEnv('CONTINUIST_DEVICE', absent);
    const found = await new GVision({ judge: 'storybook', device: undefined }).analyse(board);
    expect(found.judge).toMatchObject(refusedAbsent);
    const shots = await readFile(board, 'utf8');
    await writeFile(board, shots.replace('in a red coat', 'in a green coat'));
    const again = await new GVision({ device: 'cpu' }).analyse(board);
    expect(again.judge).not.toHaveProperty('refused');
    expect(again.shots[0]?.description).toContain('in a green coat');
    expect(again.shots[0]?.verdicts.map(({ text }) => text).join()).toContain('green coat');
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
