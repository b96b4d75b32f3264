import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ServerSetting } from '@shared/settings.js';
import { type Dialect, type Fate, type PretendOptions, PretendServer } from '@testing/pretend-server.js';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Judge } from '../judge/judge.js';
import { loadServerJudge, type ServerJudgeOptions, serverJudgeInfo } from './index.js';

let folder: string;
const files: string[] = [];
const servers: PretendServer[] = [];
const judges: Judge[] = [];

/** Short enough for a test, long enough for a slow machine. */
const TIMES = {
  timeout: 3_000,
  backOff: 20,
  longestBackOff: 200,
  longestPause: 2_000,
  patience: 1_500,
  busyPatience: 3_000,
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'continuist-server-'));
  for (let at = 0; at < 8; at++) {
    const file = join(folder, `${at}.png`);
    const background = { r: at * 20, g: 40, b: 90 };
    await sharp({ create: { width: 60 + at, height: 40, channels: 3, background } }).toFile(file);
    files.push(file);
  }
});
afterEach(async () => {
  await Promise.all(judges.splice(0).map((judge) => judge.close()));
  await Promise.all(servers.splice(0).map((server) => server.kill().catch(() => undefined)));
});
afterAll(() => rm(folder, { recursive: true }));

async function pretend(options: PretendOptions = {}): Promise<PretendServer> {
  const server = await new PretendServer(options).start();
  servers.push(server);
  return server;
}

const setting = ({ url }: PretendServer, change: Partial<ServerSetting> = {}): ServerSetting => ({
  url,
  model: 'pretend',
  inFlight: 2,
  ...change,
});

async function judgeOn(
  settings: readonly ServerSetting[],
  change: Partial<ServerJudgeOptions> = {},
): Promise<Judge> {
  const judge = await loadServerJudge({
    servers: settings,
    key: '',
    ...change,
    times: { ...TIMES, ...change.times },
  });
  judges.push(judge);
  return judge;
}

const QUESTIONS = ['yes a dog', 'a cat', 'yes "quoted" \\ text', 'at night'].map((text, id) => ({
  id: String(id),
  kind: 'entity' as const,
  text,
}));
const RIGHT = [0.9, 0.1, 0.9, 0.1];
const ask = (judge: Judge, file = files[0] ?? '', signal?: AbortSignal) =>
  judge.judge({ file, questions: QUESTIONS, whole: 'yes, all of it' }, signal);
const ps = ({ answers }: Awaited<ReturnType<typeof ask>>) => answers.map(({ p }) => p);

function expectRight(result: Awaited<ReturnType<typeof ask>>): void {
  for (const [at, p] of ps(result).entries()) expect(p).toBeCloseTo(RIGHT[at] ?? 0, 6);
}

/** Every frame at once, as far as the judge takes them. */
async function askAll(judge: Judge): Promise<PromiseSettledResult<Awaited<ReturnType<typeof ask>>>[]> {
  return Promise.allSettled(files.map((file) => ask(judge, file)));
}

function expectAllRight(results: Awaited<ReturnType<typeof askAll>>): void {
  for (const result of results) {
    expect(result.status).toBe('fulfilled');
    if (result.status === 'fulfilled') expectRight(result.value);
  }
}

describe('a judge on a server', () => {
  it.each<Dialect>(['vllm', 'llama.cpp', 'ollama'])('reads P(yes) from %s', async (dialect) => {
    const server = await pretend({ dialect });
    const judge = await judgeOn([setting(server)]);
    const result = await ask(judge);
    expectRight(result);
    expect(result.whole).toBeCloseTo(0.9, 6);
    expect(result.coarse).toBe(false);
    expect(result.answers.map(({ id }) => id)).toEqual(['0', '1', '2', '3']);
    expect(judge.description).toMatchObject({ concurrency: 2, keepsTime: true, limits: [] });
  });

  it.each<Dialect>(['lm-studio', 'transformers'])('takes words from %s and says so', async (dialect) => {
    const server = await pretend({ dialect });
    const result = await ask(await judgeOn([setting(server)]));
    expect(ps(result)).toEqual([1, 0, 1, 0]);
    expect(result.coarse).toBe(true);
  });

  it('sends the picture first, the same bytes for every claim of a frame, and works on it once', async () => {
    const server = await pretend({ dialect: 'vllm', prefill: 30 });
    const judge = await judgeOn([setting(server, { inFlight: 8 })]);
    await ask(judge);
    expect(server.asked).toHaveLength(5);
    expect(new Set(server.asked.map(({ head }) => head)).size).toBe(1);
    expect(server.asked[0]?.head).toContain('data:image/jpeg;base64,');
    expect(server.asked[0]?.question).toBe('Does this figure show "yes a dog"? Please answer yes or no.');
    expect(server.asked[0]?.body).toMatchObject({
      max_tokens: 1,
      temperature: 0,
      logprobs: true,
      top_logprobs: 20,
    });
    expect(server.prefills).toBe(1);
  });

  it('asks a frame’s claims one after another where requests at once share no prefix', async () => {
    const server = await pretend({ dialect: 'llama.cpp', decode: 60 });
    const judge = await judgeOn([setting(server, { inFlight: 4 })]);
    await ask(judge);
    expect(server.most).toBe(1);
    await askAll(judge);
    expect(server.most).toBe(4);
  });

  it('asks for fewer probabilities where a server allows fewer', async () => {
    const server = await pretend({ mostLogprobs: 5 });
    const result = await ask(await judgeOn([setting(server)]));
    expect(result.coarse).toBe(false);
    expect(result.answers[0]?.p).toBeCloseTo(0.9, 6);
    expect(server.asked.at(-1)?.body.top_logprobs).toBe(5);
  });

  it('does not judge what the model answers with other words', async () => {
    const other = { token: 'Certainly', logprob: -0.01 };
    const body = JSON.stringify({
      choices: [
        {
          message: { content: 'Certainly' },
          logprobs: { content: [{ ...other, top_logprobs: [other, { token: 'I', logprob: -5 }] }] },
        },
      ],
    });
    const server = await pretend({ fate: () => ({ do: 'say', body }) });
    const { answers } = await ask(await judgeOn([setting(server)]));
    expect(answers[0]).toMatchObject({ p: null, reason: expect.stringContaining('Certainly') });
  });

  it('refuses what is no picture', async () => {
    const judge = await judgeOn([setting(await pretend())]);
    await expect(ask(judge, import.meta.filename)).rejects.toMatchObject({ code: 'IMAGE_UNREADABLE' });
  });

  it('takes the only model of a server, and has another version with another model', async () => {
    const one = await judgeOn([setting(await pretend({ models: ['small'] }), { model: '' })]);
    const two = await judgeOn([setting(await pretend({ models: ['large'] }), { model: '' })]);
    const again = await judgeOn([setting(await pretend({ models: ['small'] }), { model: '' })]);
    expect(one.description.name).toContain('small');
    expect(one.description.version).not.toBe(two.description.version);
    expect(one.description.version).toBe(again.description.version);
  });
});

describe('what cannot work is said before the first picture', () => {
  const unavailable = (message: string) => ({
    code: 'JUDGE_UNAVAILABLE',
    message: expect.stringContaining(message),
  });

  it('a wrong key, without telling the key', async () => {
    const server = await pretend({ key: 'right' });
    const loading = judgeOn([setting(server)], { key: 'wrong-secret' });
    await expect(loading).rejects.toMatchObject(unavailable('CONTINUIST_SERVER_KEY'));
    await expect(loading).rejects.not.toMatchObject({ message: expect.stringContaining('wrong-secret') });
    const judge = await judgeOn([setting(server)], { key: 'right' });
    expect(ps(await ask(judge))[0]).toBeCloseTo(0.9, 6);
    expect(server.asked[0]?.authorization).toBe('Bearer right');
  });

  it('a model that is not there, naming those that are', async () => {
    const server = await pretend({ models: ['a', 'b'] });
    await expect(judgeOn([setting(server)])).rejects.toMatchObject(unavailable('it has “a”, “b”'));
    await expect(judgeOn([setting(server, { model: '' })])).rejects.toMatchObject(unavailable('name one'));
  });

  it('a server that is not there, or none at all', async () => {
    const server = await pretend();
    await server.kill();
    await expect(judgeOn([setting(server)])).rejects.toMatchObject(unavailable('ECONNREFUSED'));
    await expect(judgeOn([])).rejects.toMatchObject(unavailable('no server is set'));
  });

  it('where pictures go, beyond this machine', () => {
    const limits = (...urls: string[]) =>
      serverJudgeInfo(urls.map((url) => ({ url, model: '', inFlight: 1 }))).limits;
    expect(limits('http://localhost:8000', 'http://127.0.0.1:1', 'http://[::1]:2/v1')).toEqual([]);
    expect(limits('https://gpu.studio.example/v1')).toEqual(['Pictures are sent to gpu.studio.example.']);
    expect(limits('http://10.0.0.7:8000')[0]).toBe('Pictures are sent to 10.0.0.7:8000.');
    expect(limits('http://10.0.0.7:8000')[1]).toContain('not https');
    expect(serverJudgeInfo([])).toMatchObject({ ready: false });
  });
});

describe('when a server misbehaves', () => {
  const once = (fate: Fate) => (n: number) => (n === 1 ? fate : { do: 'answer' as const });
  const MISDEEDS: [string, Fate][] = [
    [
      '429 with Retry-After',
      { do: 'refuse', status: 429, message: 'slow down', headers: { 'retry-after': '0.1' } },
    ],
    ['503 without', { do: 'refuse', status: 503, message: 'Loading model' }],
    ['500', { do: 'refuse', status: 500, message: 'CUDA error' }],
    ['a cut connection', { do: 'cut' }],
    ['a stall', { do: 'stall' }],
    ['an answer that is not JSON', { do: 'say', body: '{"choices": [' }],
  ];

  it.each(MISDEEDS)('answers all the same: %s', async (_, fate) => {
    const server = await pretend({ dialect: 'llama.cpp', fate: once(fate) });
    const result = await ask(await judgeOn([setting(server)]));
    expectRight(result);
    // Only what failed is asked again.
    expect(server.asked).toHaveLength(6);
  });

  it.each(MISDEEDS)('goes on at the other server: %s', async (_, fate) => {
    const bad = await pretend({ fate: () => fate });
    const good = await pretend();
    const judge = await judgeOn([setting(bad), setting(good)]);
    expectAllRight(await askAll(judge));
    expect(good.asked.length).toBeGreaterThanOrEqual(files.length * 5);
  });

  it('waits as long as Retry-After says', async () => {
    const refuse = { do: 'refuse', status: 429, message: '', headers: { 'retry-after': '0.6' } } as const;
    const server = await pretend({ fate: once(refuse) });
    const judge = await judgeOn([setting(server)]);
    const started = performance.now();
    await ask(judge);
    expect(performance.now() - started).toBeGreaterThan(550);
  });

  it('loses nothing when one of three is killed in the middle, and uses it again when it is back', async () => {
    const all = await Promise.all([0, 1, 2].map(() => pretend({ prefill: 20, decode: 10 })));
    const [first] = all as [PretendServer];
    const judge = await judgeOn(all.map((server) => setting(server)));
    const running = askAll(judge);
    await new Promise((resolve) => setTimeout(resolve, 120));
    await first.kill();
    expectAllRight(await running);
    const before = first.asked.length;
    await first.start();
    const until = Date.now() + 5_000;
    while (first.asked.length === before && Date.now() < until) expectAllRight(await askAll(judge));
    expect(first.asked.length).toBeGreaterThan(before);
  });

  it('lets a server come back that was away when the judge was loaded', async () => {
    const [late, there] = [await pretend(), await pretend({ decode: 5 })];
    await late.kill();
    const judge = await judgeOn([setting(late), setting(there)]);
    expectAllRight(await askAll(judge));
    await late.start();
    const until = Date.now() + 5_000;
    while (late.asked.length === 0 && Date.now() < until) expectAllRight(await askAll(judge));
    expect(late.asked.length).toBeGreaterThan(0);
  });

  it('ends with a clear error when no server is left', async () => {
    const server = await pretend({ decode: 20 });
    const judge = await judgeOn([setting(server)]);
    const running = askAll(judge);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await server.kill();
    const results = await running;
    const failed = results.filter(({ status }) => status === 'rejected');
    expect(failed.length).toBeGreaterThan(0);
    for (const result of failed) {
      expect((result as PromiseRejectedResult).reason).toMatchObject({
        code: 'JUDGE_UNAVAILABLE',
        message: expect.stringContaining(server.host),
      });
    }
  });

  it('sets aside a picture on which servers break, and one that they refuse, and goes on with the others', async () => {
    const poison = (n: number, picture: string, url: string): Fate =>
      picture === url && n >= 0 ? { do: 'cut' } : { do: 'answer' };
    const plain = await pretend();
    await ask(await judgeOn([setting(plain)]), files[3]);
    const url = plain.asked[0]?.picture ?? '';
    const options: PretendOptions = { fate: (n, { picture }) => poison(n, picture, url) };
    const judge = await judgeOn([setting(await pretend(options)), setting(await pretend(options))]);
    const results = await askAll(judge);
    expect(results[3]).toMatchObject({ status: 'rejected', reason: { code: 'JUDGE_FAILED' } });
    expectAllRight(results.filter((_, at) => at !== 3));
    const message = "This model's maximum context length is 2048 tokens";
    const small = await pretend({ fate: () => ({ do: 'refuse', status: 400, message }) });
    await expect(ask(await judgeOn([setting(small)]))).rejects.toMatchObject({
      code: 'JUDGE_FAILED',
      message: expect.stringContaining('2048'),
    });
    expect(small.asked).toHaveLength(1);
  });

  it('stops using one whose model reads no pictures', async () => {
    const message = 'image input is not supported - hint: you may need to provide the mmproj';
    const blind = await pretend({ fate: () => ({ do: 'refuse', status: 500, message }) });
    const judge = await judgeOn([setting(blind)]);
    await expect(ask(judge)).rejects.toMatchObject({
      code: 'JUDGE_UNAVAILABLE',
      message: expect.stringContaining('cannot see pictures'),
    });
  });

  it('never gives a server more than its limit', async () => {
    const server = await pretend({ decode: 5 });
    const judge = await judgeOn([setting(server, { inFlight: 3 })]);
    expectAllRight(await askAll(judge));
    expect(server.most).toBe(3);
  });

  it('takes work from a server that is far slower than the others', async () => {
    const slow = await pretend({ decode: 300 });
    const fast = await Promise.all([pretend({ decode: 5 }), pretend({ decode: 5 })]);
    const judge = await judgeOn([slow, ...fast].map((server) => setting(server, { inFlight: 4 })));
    const mostOnSlow = async () => {
      slow.most = 0;
      expectAllRight(await askAll(judge));
      return slow.most;
    };
    // On a busy machine all of them are slow for a while.
    await expect.poll(mostOnSlow, { timeout: 300_000, interval: 0 }).toBeLessThan(4);
  });

  it('stops at once when it is cancelled, waiting or asking', async () => {
    const server = await pretend({ fate: () => ({ do: 'stall' }) });
    const judge = await judgeOn([setting(server, { inFlight: 1 })]);
    const abort = new AbortController();
    const asked = files.slice(0, 3).map((file) => ask(judge, file, abort.signal));
    await expect.poll(() => server.asked.length, { timeout: 60_000 }).toBe(1);
    // The server never answers: only the cancelling ends this.
    abort.abort(new Error('enough'));
    const results = await Promise.allSettled(asked);
    for (const result of results)
      expect(result).toMatchObject({ status: 'rejected', reason: { message: 'enough' } });
    expect(server.asked).toHaveLength(1);
  });
});
