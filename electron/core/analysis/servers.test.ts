/** A board judged on servers, from the job down to real sockets: only the model is pretended. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Application } from '@core/application.js';
import type { TakeAnalysis } from '@shared/analysis.js';
import type { Job } from '@shared/job.js';
import { SLIPS } from '@shared/slips.js';
import { type Fate, PretendServer } from '@testing/pretend-server.js';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startApplication } from '../testing/application.js';

const SHOTS = 12;
let folder: string;
let application: Application;
let servers: PretendServer[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'continuist-servers-'));
  await mkdir(join(folder, 'board', 'frames'), { recursive: true });
  const shots = [];
  for (let at = 0; at < SHOTS; at++) {
    const background = { r: at * 15, g: 20 + at * 18, b: 240 - at * 20 };
    const imagePath = `frames/shot_${String(at + 1).padStart(3, '0')}.png`;
    await sharp({ create: { width: 160, height: 90, channels: 3, background } }).toFile(
      join(folder, 'board', imagePath),
    );
    const sceneDescription = 'A girl in a red coat and a brown dog stand by the sea at night.';
    shots.push({
      shotNumber: at + 1,
      duration: 3,
      sceneDescription,
      visualPrompt: sceneDescription,
      imagePath,
    });
  }
  const board = join(folder, 'board', 'shots.json');
  await writeFile(board, JSON.stringify({ titleId: 'Servers', totalShots: SHOTS, shots }));
  servers = await Promise.all(
    [0, 1].map(() => new PretendServer({ slots: 3, prefill: 60, decode: 30 }).start()),
  );
  const settings = servers.map(({ url }) => ({ url, model: '', inFlight: 3 }));
  application = await startApplication(folder, {
    flags: { judge: 'openai-compatible', servers: settings },
    modelsFolder: folder,
    log: () => undefined,
  });
  await application.open(board);
});

afterEach(async () => {
  await application.close();
  await Promise.all(servers.map((server) => server.kill().catch(() => undefined)));
  await rm(folder, { recursive: true, force: true });
});

const ended = (job: Job) => application.jobs.ended(job.id);
const done = () =>
  Object.values(application.board.derived.analyses).filter(({ state }) => state === 'done').length;

it('has several frames under way, and loses none when a server is killed', async () => {
  const progress: number[] = [];
  application.jobs.onChange((job) => progress.push(job.done));
  const job = application.analyse({ shotIds: null, again: false });
  while (servers[0]?.asked.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  await servers[0]?.kill();
  expect(await ended(job)).toMatchObject({ state: 'done', done: SHOTS, total: SHOTS });
  expect(done()).toBe(SHOTS);
  expect(servers[1]?.most).toBeGreaterThan(1);
  expect(progress).toEqual([...progress].sort((a, b) => a - b));
});

it('keeps what was finished when it is cancelled, and asks only for the rest afterwards', async () => {
  const job = application.analyse({ shotIds: null, again: false });
  await new Promise<void>((resolve) => {
    application.jobs.onChange(({ done: frames }) => {
      if (frames >= 3) resolve();
    });
  });
  application.jobs.cancel(job.id);
  expect(await ended(job)).toMatchObject({ state: 'cancelled' });
  const judged = () =>
    Object.values(application.board.review.records.take).filter((take) => application.board.judgement(take));
  const before = judged().length;
  expect(before).toBeGreaterThanOrEqual(3);
  expect(before).toBeLessThan(SHOTS);
  const asked = () => new Set(servers.flatMap((server) => server.asked.map(({ picture }) => picture))).size;
  for (const server of servers) server.asked.length = 0;
  expect(await ended(application.analyse({ shotIds: null, again: false }))).toMatchObject({ state: 'done' });
  expect(judged()).toHaveLength(SHOTS);
  expect(asked()).toBe(SHOTS - before);
});

it('says in the window where pictures go, and shows words as words', async () => {
  const [first] = servers as [PretendServer];
  first.options = { ...first.options, dialect: 'lm-studio' };
  const [card] = application.info().judges.filter(({ id }) => id === 'openai-compatible');
  expect(card).toMatchObject({ ready: true, limits: [], name: expect.stringContaining(first.host) });
  await servers[1]?.kill();
  await ended(application.analyse({ shotIds: null, again: false }));
  const judgements = Object.values(application.board.review.records.take).map((take) =>
    application.board.judgement(take),
  );
  expect(judgements.every((judgement) => judgement?.coarse)).toBe(true);
});

it('asks for slips when that is switched on, shows them beside the frame, and counts them nowhere', async () => {
  const suspects = (question: string) => question.includes(SLIPS[0]?.text ?? '-');
  for (const server of servers)
    server.options = { ...server.options, p: (question) => (suspects(question) ? 0.95 : 0.2) };
  await ended(application.analyse({ shotIds: null, again: false }));
  const asked = () => servers.flatMap((server) => server.asked.map(({ question }) => question));
  expect(asked().filter(suspects)).toEqual([]);
  const before = structuredClone(application.board.derived);
  const again = new Promise<Job>((resolve) => {
    application.jobs.onChange((job) => {
      if (job.kind === 'analysis' && job.state === 'done') resolve(job);
    });
  });
  await application.setSettings({ slips: true });
  await again;
  await application.board.settled();
  expect(asked().filter(suspects)).toHaveLength(SHOTS);
  const { analyses, findings, suggestions } = application.board.derived;
  for (const { takeId, slips, scores, verdicts } of Object.values(analyses)) {
    expect(slips).toEqual([{ id: SLIPS[0]?.id, p: expect.closeTo(0.95 / 1.15, 2) }]);
    expect(scores).toEqual(before.analyses[takeId]?.scores);
    expect(verdicts).toEqual(before.analyses[takeId]?.verdicts);
  }
  expect(findings).toEqual(before.findings);
  expect(suggestions).toEqual(before.suggestions);

  // Off again they are not shown, and nothing is asked.
  const amount = asked().length;
  await application.setSettings({ slips: false });
  await application.board.settled();
  expect(Object.values(application.board.derived.analyses).filter(({ slips }) => slips)).toEqual([]);
  expect(asked()).toHaveLength(amount);
});

it('asks for slips of pictures, too, that a running analysis has looked at already', async () => {
  const job = application.analyse({ shotIds: null, again: false });
  await new Promise<void>((resolve) => {
    application.jobs.onChange(({ done: frames }) => {
      if (frames >= 4) resolve();
    });
  });
  await application.setSettings({ slips: true });
  await ended(job);
  while (application.jobs.runningOf('analysis') || application.board.waiting.size > 0)
    await new Promise((resolve) => setTimeout(resolve, 20));
  const asked = servers.flatMap((server) => server.asked.map(({ question }) => question));
  expect(asked.filter((question) => question.includes(SLIPS[0]?.text ?? '-'))).toHaveLength(SHOTS);
});

it('goes on with an analysis that had begun where slips were switched on while the board was closed', async () => {
  const board = join(folder, 'board', 'shots.json');
  const job = application.analyse({ shotIds: null, again: false });
  await new Promise<void>((resolve) => {
    application.jobs.onChange(({ done: frames }) => {
      if (frames >= 3) resolve();
    });
  });
  await application.closeBoard();
  expect(await ended(job)).toBeNull();
  await application.setSettings({ slips: true });
  await application.open(board);
  const { take } = application.board.review.records;
  const judged = () => Object.values(take).filter((one) => application.board.judgement(one));
  await vi.waitFor(() => expect(judged()).toHaveLength(SHOTS), { timeout: 60_000 });
  while (application.jobs.runningOf('analysis') || application.board.waiting.size > 0)
    await new Promise((resolve) => setTimeout(resolve, 20));
  const asked = servers.flatMap((server) => server.asked.map(({ question }) => question));
  expect(asked.filter((question) => question.includes(SLIPS[0]?.text ?? '-'))).toHaveLength(SHOTS);
});

const PAGE = '<!doctype html><title>Sign in</title><h1>Sign in to the studio network</h1>';
const ask = () => ended(application.analyse({ shotIds: null, again: false }));
const stateOf = (shotNumber: number) => {
  const { shot } = application.board.review.records;
  const { id, pickId } = Object.values(shot).find(({ number }) => number === String(shotNumber)) as {
    id: string;
    pickId: string;
  };
  const { analyses, findings } = application.board.derived;
  const kinds = findings.filter(({ shotId }) => shotId === id).map(({ kind }) => kind);
  return { ...(analyses[pickId] as TakeAnalysis), kinds };
};
const GOOD: Fate = { do: 'answer' };
/** What becomes of a picture, whoever is asked about it. */
const fate = (of: (picture: string) => Fate) => {
  for (const server of servers)
    server.options = { ...server.options, prefill: 0, decode: 0, fate: (_n, { picture }) => of(picture) };
};

it('says of pictures at which the judge fails that they are not judged and why, and calls none of them a bad picture', async () => {
  const fates: [Fate, RegExp][] = [
    [{ do: 'say', body: PAGE }, /: a web page answers there \(“Sign in .*is the address right/],
    [{ do: 'say', body: '' }, /: it answers nothing where a chat completion should be/],
    [{ do: 'refuse', status: 500, message: 'CUDA out of memory' }, /: it failed \(500: CUDA out of memory\)/],
    [
      { do: 'refuse', status: 413, message: 'too large' },
      /: it does not take this request \(413: too large\)/,
    ],
  ];
  const met: string[] = [];
  fate((picture) => {
    if (!met.includes(picture)) met.push(picture);
    const at = met.indexOf(picture);
    return at % 3 === 0 ? (fates[at / 3]?.[0] ?? GOOD) : GOOD;
  });
  const job = await ask();
  const failed = Array.from({ length: SHOTS }, (_none, at) => stateOf(at + 1)).filter(
    ({ state }) => state !== 'done',
  );
  expect(failed.map(({ state }) => state)).toEqual(fates.map(() => 'failed'));
  expect(failed.flatMap(({ kinds }) => kinds)).not.toContain('unreadable');
  for (const [, why] of fates)
    expect(failed.filter(({ error }) => why.test(error ?? ''))).toMatchObject([
      { error: expect.stringContaining('Nothing is known to be wrong with the picture.') },
    ]);
  expect(job).toMatchObject({ state: 'done', error: null });
  expect(job?.summary).toContain(', 4 not judged');
  expect(job?.summary).not.toContain('unreadable');
  expect(job?.warning).toMatch(/^Shot \d+: The judge failed: 127\.0\.0\.1:\d+: .* choose another judge\.$/);
  // Once it is mended, asking again judges what is left.
  fate(() => GOOD);
  expect(await ask()).toMatchObject({ state: 'done', warning: '' });
  expect(done()).toBe(SHOTS);
});

it('stops asking a judge that fails at one picture after another, and says why; what it failed at comes last then', async () => {
  // One after the other, so that all that it was asked has failed, and the next time is in order.
  await application.setSettings({
    servers: servers.slice(1).map(({ url }) => ({ url, model: '', inFlight: 1 })),
  });
  fate(() => ({ do: 'say', body: PAGE }));
  expect(await ask()).toMatchObject({
    state: 'failed',
    error: {
      code: 'JUDGE_FAILS',
      message: expect.stringMatching(/another: 127\.0\.0\.1:\d+: a web page answers there/),
    },
  });
  const tried = new Set(servers.flatMap(({ asked }) => asked.map(({ picture }) => picture)));
  expect(tried.size).toBeLessThan(SHOTS);
  for (const server of servers) server.asked.length = 0;
  const order = new Set<string>();
  fate((picture) => {
    order.add(picture);
    return GOOD;
  });
  expect(await ask()).toMatchObject({ state: 'done', warning: '' });
  expect(new Set([...order].slice(-tried.size))).toEqual(tried);
});

it('says of each bad picture what is wrong with it, and judges the others', async () => {
  const frame = (shotNumber: number) =>
    join(folder, 'board', 'frames', `shot_${String(shotNumber).padStart(3, '0')}.png`);
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
  const whole = await sharp({ create: { width: 320, height: 180, channels: 3, background: '#888', noise } })
    .png()
    .toBuffer();
  await rm(frame(2));
  await writeFile(frame(3), whole.subarray(0, whole.length / 2));
  await writeFile(frame(4), 'This is a shopping list.');
  await writeFile(frame(5), whole);
  await writeFile(frame(6), '');
  fate(() => GOOD);
  const job = await ask();
  const said = (shotNumber: number) => {
    const { state, error, kinds } = stateOf(shotNumber);
    expect([state, kinds.filter((kind) => kind === 'unreadable')]).toEqual(['unreadable', ['unreadable']]);
    return error;
  };
  expect(said(2)).toMatch(/^This picture is no longer where it was: shot_002\.png\. .*Put the file back/);
  expect(said(3)).toMatch(/^This picture cannot be read: shot_003\.png was replaced: the file is cut off/);
  expect(said(4)).toMatch(/^This picture cannot be read: shot_004\.png was replaced: its format is not/);
  expect(said(5)).toMatch(/^This picture is no longer where it was: shot_005\.png now holds another/);
  expect(said(6)).toMatch(/^This picture cannot be read: shot_006\.png was replaced: the file is empty/);
  expect(done()).toBe(SHOTS - 5);
  expect(job).toMatchObject({ state: 'done', summary: expect.stringContaining(', 5 unreadable') });
  expect(job?.warning).toMatch(
    /^Shot 3: .* Shot 4: .* Shot 6: .* Replace the file and analyse again\. Shot 2: /,
  );
  expect(job?.warning).toMatch(/ Shot 5: .*Put the file back or open the storyboard where it is now\.$/);
});
