/** The command line as a pipeline uses it. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { feedback as feedbackFormat } from '@shared/feedback.js';
import { temporaryFolder } from '@testing/folder.js';
import { drawStoryboard } from '@testing/storyboard.js';
import { beforeEach, describe, expect, test } from 'vitest';
import { runCli } from './support/cli.js';
import { watchConnections } from './support/connections.js';
import { CLI } from './support/host.js';

let folder: string;
let dataFolder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  dataFolder = join(folder, 'data');
});

const json = async (file: string): Promise<unknown> => JSON.parse(await readFile(file, 'utf8'));

describe('analyse', () => {
  test('writes feedback in its format, with paths from where it lies, and exits by severity', async () => {
    const board = await drawStoryboard(join(folder, 'board'), { shots: 3 });
    const out = join(folder, 'out', 'feedback.json');
    const first = await runCli(['analyse', board, '--out', out, '--quiet', '--progress', 'json'], {
      dataFolder,
    });
    expect(first.code).toBe(0);
    expect(first.stdout).toBe('');
    const events = first.stderr
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { state: string; seq: number });
    expect(events.at(-1)?.state).toBe('done');
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
    const feedback = feedbackFormat.parse(await json(out));
    expect(feedback.totals).toMatchObject({ shots: 3, judged: 3 });
    for (const { path } of feedback.shots.flatMap(({ takes }) => takes))
      await expect(readFile(resolve(dirname(out), path))).resolves.toBeDefined();

    const severities = feedback.shots.flatMap(({ findings }) => findings.map(({ severity }) => severity));
    const second = await runCli(['analyse', board, '--json', '--fail-on', 'low'], { dataFolder });
    expect(second.code).toBe(severities.length > 0 ? 3 : 0);
    expect(feedbackFormat.parse(JSON.parse(second.stdout)).shots.map(({ scores }) => scores)).toEqual(
      feedback.shots.map(({ scores }) => scores),
    );
  });

  test('interrupted: exits with 130 and keeps what is done', async () => {
    const board = await drawStoryboard(join(folder, 'board'), { shots: 8 });
    let interrupted = false;
    const { code, stderr } = await runCli(['analyse', board, '--progress', 'json'], {
      dataFolder,
      onError: (text, interrupt) => {
        if (interrupted || !text.includes('"done":2')) return;
        interrupted = true;
        interrupt();
      },
    });
    expect(code).toBe(130);
    expect(stderr).toContain('"state":"cancelled"');
    const again = await runCli(['analyse', board, '--progress', 'json', '--quiet'], { dataFolder });
    expect(again.code).toBe(0);
    const [loaded] = again.stderr.split('\n').filter((line) => line.includes('"doing":"Shot'));
    expect((JSON.parse(loaded ?? '{}') as { total: number }).total).toBeLessThanOrEqual(6);
  });

  test('goes on to its end where whoever read along is gone', async () => {
    const board = await drawStoryboard(join(folder, 'board'), { shots: 2 });
    const out = join(folder, 'feedback.json');
    const child = spawn(process.execPath, [CLI, 'analyse', board, '--out', out, '--progress', 'json'], {
      env: { ...process.env, CONTINUIST_DATA_FOLDER: dataFolder },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = once(child, 'exit');
    for (const stream of [child.stdout, child.stderr]) stream.destroy();
    expect(await ended).toEqual([0, null]);
    expect(feedbackFormat.parse(await json(out)).totals).toMatchObject({ shots: 2, judged: 2 });
  });

  test('wrong use is told apart from what goes wrong', async () => {
    expect((await runCli(['analyse'], { dataFolder })).code).toBe(2);
    expect((await runCli(['analyse', 'x', '--fail-on', 'dreadful'], { dataFolder })).code).toBe(2);
    expect((await runCli(['exprot'], { dataFolder })).code).toBe(2);
    const missing = await runCli(['analyse', join(folder, 'nowhere')], { dataFolder });
    expect(missing.code).toBe(1);
    expect(missing.stderr).toContain('nowhere is not there');
  });
});

describe('stage', () => {
  const config = async (value: unknown): Promise<string> => {
    const file = join(folder, 'pipeline.json');
    await writeFile(file, JSON.stringify(value));
    return file;
  };

  test('off, by configuration or by flag, the shots go on byte for byte', async () => {
    const shots = await drawStoryboard(join(folder, 'board'), { shots: 1 });
    const off = await config({
      shots: 'board/shots.json',
      out: 'next/shots.json',
      vision: { enabled: false },
    });
    expect((await runCli(['stage', '--config', off], { dataFolder })).code).toBe(0);
    expect(await readFile(join(folder, 'next', 'shots.json'), 'utf8')).toBe(await readFile(shots, 'utf8'));
    const on = await config({ shots: 'board/shots.json', out: 'skipped.json' });
    expect((await runCli(['stage', '--config', on, '--skip-vision'], { dataFolder })).code).toBe(0);
    expect(await readFile(join(folder, 'skipped.json'), 'utf8')).toBe(await readFile(shots, 'utf8'));
  });

  test('on, it judges, regenerates within its limits and hands the shots on, and connects to nobody', async () => {
    const board = await drawStoryboard(join(folder, 'board'), { shots: 3 });
    // Each of the three shows something else than it says.
    const drawn = await readFile(board, 'utf8');
    await writeFile(board, drawn.replaceAll('red coat', 'green coat').replaceAll('A fox sits', 'A cat sits'));
    const file = await config({
      shots: 'board/shots.json',
      out: 'next/shots.json',
      narration: { voice: 'none of ours' },
      vision: { automatic: true, rounds: 1, maxRequests: 2, feedback: 'next/feedback.json' },
    });
    const { seen, ...watched } = await watchConnections(folder);
    const { code, stderr } = await runCli(['stage', '--config', file], { dataFolder, ...watched });
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(await seen()).toEqual([]);
    const { shots } = (await json(join(folder, 'next', 'shots.json'))) as {
      shots: { sceneDescription: string }[];
    };
    expect(shots).toHaveLength(3);
    const feedback = feedbackFormat.parse(await json(join(folder, 'next', 'feedback.json')));
    const requests = feedback.shots.flatMap((shot) => shot.requests);
    const made = { approvedBy: 'automatic', round: 1, state: 'done' };
    expect(requests).toMatchObject([made, made]);
    expect(feedback.shots.map(({ takes }) => takes.length).sort()).toEqual([1, 2, 2]);
  });

  test('a wrong configuration is named with its field', async () => {
    const file = await config({ shots: 'a', out: 'b', vision: { enabld: true } });
    const { code, stderr } = await runCli(['stage', '--config', file], { dataFolder });
    expect(code).toBe(1);
    expect(stderr).toContain('pipeline.json, vision');
    expect(stderr).toContain('enabld');
  });
});

const hasPython = spawnSync('python3', ['--version']).status === 0;

test.runIf(hasPython && process.platform !== 'win32')(
  'a Python program calls the stage as the manual shows, and hears what went wrong',
  async () => {
    const manual = await readFile(new URL('../docs/pipeline.md', import.meta.url), 'utf8');
    const [, shown = ''] = /```python\n(.*?)```/s.exec(manual) ?? [];
    await drawStoryboard(join(folder, 'board'), { shots: 1 });
    const vision = { judge: 'storybook', feedback: 'feedback.json' };
    const config = { shots: 'board/shots.json', out: 'next.json', vision };
    await writeFile(join(folder, 'pipeline.json'), JSON.stringify(config));
    await writeFile(
      join(folder, 'wrong.json'),
      JSON.stringify({ ...config, vision: { ...vision, devise: 'cpu' } }),
    );
    const call = `${shown}
import sys
print(vision_stage("pipeline.json", "feedback.json")["totals"]["judged"])
try: vision_stage("wrong.json", "feedback.json")
except RuntimeError as error: print(error)
`;
    await writeFile(join(folder, 'call.py'), call);
    await mkdir(join(folder, 'bin'));
    const program = `#!/bin/sh\nexec "${process.execPath}" "${CLI}" "$@"\n`;
    await writeFile(join(folder, 'bin', 'continuist'), program, { mode: 0o755 });
    const python = spawnSync('python3', ['call.py'], {
      cwd: folder,
      encoding: 'utf8',
      env: {
        ...process.env,
        PATH: `${join(folder, 'bin')}:${process.env.PATH}`,
        CONTINUIST_DATA_FOLDER: dataFolder,
      },
    });
    expect(python.stderr).toBe('');
    expect(python.stdout.split('\n')).toEqual(['1', expect.stringContaining('did you mean “device”?'), '']);
  },
);

test('review of a folder without pictures says what is wrong, and no address', async () => {
  const empty = join(folder, 'empty');
  await mkdir(empty);
  const { code, stdout, stderr } = await runCli(['review', empty, '--web'], { dataFolder });
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toContain('empty');
});

test('export writes each kind it is asked for, and says on stderr how far it is', async () => {
  const board = await drawStoryboard(join(folder, 'board'), { shots: 2 });
  const file = (name: string) => join(folder, name);
  const args = ['--feedback', file('f.json'), '--csv', file('s.csv'), '--shots', file('shots.json')];
  const { code, stdout, stderr } = await runCli(['export', board, ...args, '--progress', 'json'], {
    dataFolder,
  });
  expect(code).toBe(0);
  const jobs = stderr
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { kind: string; state: string });
  const ended = jobs.filter(({ state }) => state === 'done').map(({ kind }) => kind);
  expect(ended).toEqual(['export', 'export', 'export']);
  expect(stdout.trim().split('\n').sort()).toEqual(
    [file('f.json'), file('s.csv'), file('shots.json')].sort(),
  );
  expect(feedbackFormat.parse(await json(file('f.json'))).shots).toHaveLength(2);
  expect((await readFile(file('s.csv'), 'utf8')).trim().split('\r\n')).toHaveLength(3);
  expect((await runCli(['export', board], { dataFolder })).code).toBe(2);
});

test('models list says which judges are ready', async () => {
  const { stdout } = await runCli(['models', 'list', '--json'], { dataFolder });
  expect(JSON.parse(stdout)).toContainEqual(expect.objectContaining({ id: 'storybook', ready: true }));
});

test('what only reads a command line loads no library but that which reads it', () => {
  const read = new Set<string>();
  const packages = new Set<string>();
  const follow = (file: string): void => {
    if (read.has(file)) return;
    read.add(file);
    // At the start of a line: what is imported at once, and not when it is needed.
    for (const [, from = ''] of readFileSync(file, 'utf8').matchAll(/^(?:import|\}) [^()]*?"([^"]+)";$/gm))
      if (from.startsWith('.')) follow(join(dirname(file), from));
      else if (!from.startsWith('node:')) packages.add(from);
  };
  follow(CLI);
  expect([...packages].sort()).toEqual(['commander', 'zod']);
});
