/** The whole program is killed at each point of a request, and started again: at most one picture, and one take. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Application } from '@core/application.js';
import { temporaryFolder } from '@testing/folder.js';
import { plainPng } from '@testing/pictures.js';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { startApplication } from '../testing/application.js';
import { bundleApplication } from '../testing/crash/bundle.js';
import { type Kill, POINTS, type Point, RIGS, type Rig } from './testing/kill-points.js';
import type { KilledOrder } from './testing/killed-child.js';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const MODELS = join(ROOT, 'models');

let folder: string;
let application: Application;
let judged: string;
let bundle: Awaited<ReturnType<typeof bundleApplication>>;
const table = new Map<string, Map<Point, string>>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'continuist-kills-'));
  // Compiling the whole program at every start would take longest.
  bundle = await bundleApplication('electron/core/regeneration/testing/killed-child.ts');
  judged = join(folder, 'judged');
  await mkdir(judged);
  const picture = await sharp(await plainPng())
    .resize(64, 64)
    .png()
    .toBuffer();
  await writeFile(join(judged, 'a.png'), picture);
  await writeFile(join(judged, 'a.txt'), 'A girl in a red coat.');
  application = await startApplication(folder, { allowsGraph: () => true });
  await application.open(judged);
  await application.jobs.ended(application.analyse({ shotIds: null, again: false }).id);
  await application.closeBoard();
});

afterAll(async () => {
  await application.close();
  await rm(folder, { recursive: true, force: true });
  await bundle.remove();
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rows = [...table].map(([id, cells]) => line([id, ...POINTS.map((point) => cells.get(point) ?? '–')]));
  console.log([line(['killed', ...POINTS]), line(['', ...POINTS].map(() => '---')), ...rows].join('\n'));
});

/** Resolves when the program that ordered a picture is no more. */
async function killed({ flags }: Rig, board: string, { at, isThere }: Kill): Promise<void> {
  const order: KilledOrder = { folder, modelsFolder: MODELS, board, flags, point: at };
  const child = fork(bundle.program, [JSON.stringify(order)], {
    execArgv: [],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  while (isThere && child.exitCode === null && child.signalCode === null && !isThere()) await pause(2);
  if (isThere) child.kill('SIGKILL');
  expect((await ended)[1]).toBe('SIGKILL');
}

describe.each(Object.keys(RIGS))('%s', (id) => {
  it.for(POINTS)('%s', async (point, { skip }) => {
    const own = await temporaryFolder();
    const rig = await (RIGS[id] as (typeof RIGS)[string])(own);
    onTestFinished(rig.close);
    const kill = rig.kills[point]?.();
    if (!kill) return skip('it has no such point');
    const board = join(own, 'board');
    await cp(judged, board, { recursive: true });
    await killed(rig, board, kill);
    kill.over?.();
    await application.open(board, { flags: rig.flags });
    const job = application.jobs.runningOf('regeneration');
    if (job) await application.jobs.ended(job.id);
    const { request, take } = application.board.review.records;
    const [state] = Object.values(request).map((one) => one.state);
    const [pictures, takes] = [rig.pictures(), Object.keys(take).length - 1];
    await application.closeBoard();
    const cells = table.get(id) ?? new Map<Point, string>();
    const made = pictures === null ? '' : `${pictures} picture, `;
    table.set(id, cells.set(point, `${made}${takes} take, ${state}`));
    expect([pictures ?? 1, takes, state]).toEqual(kill.isUnknown ? [1, 0, 'unknown'] : [1, 1, 'done']);
  });
});
