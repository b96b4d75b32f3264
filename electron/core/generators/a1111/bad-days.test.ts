/** What an artist sees on the server's bad days: the picture all the same, or words that help. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { A1111Double } from '@testing/a1111/double.js';
import type { Fate } from '@testing/fate.js';
import { plainPng } from '@testing/pictures.js';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { GenerationProgress, GenerationRequest } from '../generator.js';
import { requestIn } from '../testing/request.js';
import type { Limits } from './client.js';
import { connected, never, QUICK, SHORT, until } from './testing/asks.js';

let folder: string;
let double: A1111Double;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'continuist-bad-days-'));
  await writeFile(join(folder, 'take.png'), await plainPng());
});
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(async () => {
  double = await new A1111Double().start();
});
afterEach(() => double.stop());

async function made(change: Partial<GenerationRequest> = {}, limits: Limits = { ...QUICK, json: 64 * 1024 }) {
  const told: GenerationProgress[] = [];
  const own = connected(double, limits);
  const request = requestIn(folder, change);
  const watch = { ...never(), progress: (now: GenerationProgress) => void told.push(now) };
  return { ...(await own.start(request, await own.handleFor(request), watch)), told };
}

const whyNot = (picture: Promise<unknown>): Promise<{ code: string; message: string }> =>
  picture.then(
    () => ({ code: 'none', message: 'it was made' }),
    (thrown) => thrown,
  );

/** For one path. */
const at =
  (part: string, fate: Fate) =>
  (_: string, path: string): Fate | null =>
    path.includes(part) ? fate : null;
const says = (status: number, body: unknown): Fate => ({
  do: 'say',
  status,
  body: typeof body === 'string' ? body : JSON.stringify(body),
});
const TXT = 'txt2img';

describe('a bad day of the server', () => {
  const ROWS: readonly (readonly [day: string, part: string, fate: Fate, code: string, words: RegExp])[] = [
    ['is silent', 'progress', { do: 'silence' }, 'GENERATOR_UNAVAILABLE', /does not answer|too long/],
    ['is slow beyond waiting', 'progress', { do: 'drip', pause: 100 }, 'GENERATOR_UNAVAILABLE', /too long/],
    ['answers without end', TXT, { do: 'endless' }, 'GENERATOR_FAILED', /larger than/],
    ['lists without end', 'samplers', { do: 'endless' }, 'GENERATOR_FAILED', /larger than/],
    ['speaks of other things', TXT, says(200, { a: 1, images: 'x' }), 'GENERATOR_FAILED', /no A1111 has/],
    ['says no JSON', TXT, says(200, '<html>'), 'GENERATOR_FAILED', /no A1111 has/],
    ['says NaN', TXT, says(200, '{"images": NaN, "info": NaN}'), 'GENERATOR_FAILED', /made no picture/],
    ['makes nothing', TXT, says(200, { images: [], info: '{}' }), 'GENERATOR_FAILED', /made no picture/],
    ['takes nothing so large', TXT, says(413, 'Maximum'), 'GENERATOR_FAILED', /too large/],
    ['wants a name', TXT, says(401, { detail: 'Not authenticated' }), 'GENERATOR_FAILED', /name and a pass/],
    ['has no such address', TXT, says(404, { detail: 'Not Found' }), 'GENERATOR_FAILED', /--api/],
    [
      'misses a sampler',
      TXT,
      says(404, { detail: 'Sampler not found' }),
      'GENERATOR_FAILED',
      /failed \(404\): Sampler not found/,
    ],
    [
      'refuses a field',
      TXT,
      says(422, { detail: [{ type: 'x', loc: ['body', 'steps'], msg: 'Input should be less', input: 1 }] }),
      'GENERATOR_FAILED',
      /does not take the request: steps: Input should be less/,
    ],
    [
      'refuses a script',
      TXT,
      says(422, { detail: "Script 'x' not found" }),
      'GENERATOR_FAILED',
      /\(422\): Script 'x' not found/,
    ],
    [
      'fails as Forge says it',
      TXT,
      says(500, { error: 'RuntimeError', detail: '', body: '', message: 'odd shapes' }),
      'GENERATOR_FAILED',
      /failed \(500\): odd shapes/,
    ],
    [
      'fails as A1111 says it',
      TXT,
      says(500, { error: 'RuntimeError', detail: '', body: '', errors: 'odd shapes' }),
      'GENERATOR_FAILED',
      /failed \(500\): odd shapes/,
    ],
    [
      'is out of memory',
      TXT,
      says(500, { error: 'OutOfMemoryError', errors: 'CUDA out of memory. Tried to allocate 2 GiB' }),
      'GENERATOR_FAILED',
      /ran out of graphics memory/,
    ],
    [
      'makes empty numbers',
      TXT,
      says(500, { error: 'NansException', errors: 'A tensor with all NaNs was produced' }),
      'GENERATOR_FAILED',
      /\(NaN\).*--no-half/,
    ],
  ];
  it.each(ROWS)('is told when it %s', async (_, part, fate, code, words) => {
    double.options = { fate: at(part, fate) };
    const limits = code === 'GENERATOR_UNAVAILABLE' ? SHORT : { ...QUICK, json: 64 * 1024, picture: 1e6 };
    const why = await whyNot(made({}, limits));
    expect(why.message).toMatch(words);
    expect(why.code).toBe(code);
  });

  it('says in another form how it made it: the picture comes', async () => {
    const images = [(await plainPng()).toString('base64')];
    for (const [info, seed] of [
      [{ seed: 5 }, '5'],
      [7, undefined],
      ['no JSON', undefined],
    ]) {
      double.options = { fate: at(TXT, says(200, { images, info })) };
      expect((await made()).seed, JSON.stringify(info)).toBe(seed);
    }
  });

  it('tells its progress in no form: the picture comes', async () => {
    let asked = 0;
    double.options = {
      fate: (_, path) => (path.endsWith('/progress') && asked++ > 0 ? says(200, '{"state": NaN}') : null),
    };
    expect((await made()).bytes.length).toBeGreaterThan(0);
  });

  it('works for somebody else first: that is said, and waited for', async () => {
    double.state.isFrozen = true;
    const other = double.state.run({ id: 'other', job: 'other', steps: 1, step: 1 }, async () => 'done');
    await until(() => double.state.job === 'other');
    const picture = made();
    await until(() => double.count('GET', '/sdapi/v1/progress') > 1);
    expect(double.count('POST', '/sdapi/v1/txt2img')).toBe(0);
    double.state.isFrozen = false;
    await other;
    double.state.waitsToBeSeen = true;
    const { told } = await picture;
    expect(told[0]?.doing).toBe('Another picture is made there first');
    expect(told.at(-1)).toMatchObject({
      state: 'running',
      doing: 'Step 4 of 4',
      preview: expect.any(Buffer),
    });
  });

  it('works for somebody else without end: nothing was sent, and it can be run later', async () => {
    double.state.isFrozen = true;
    double.state.run({ id: 'other', job: 'other', steps: 1, step: 1 }, async () => 'done').catch(() => null);
    await until(() => double.state.job === 'other');
    const why = await whyNot(made({}, { ...QUICK, making: 60 }));
    expect([why.code, double.count('POST', '/sdapi/v1/txt2img')]).toEqual(['GENERATOR_UNAVAILABLE', 0]);
  });
});

describe('its status', () => {
  const statusNow = () => connected(double, SHORT).status(new AbortController().signal);

  it.each([
    ['Forge', /^Forge at .*\. Models: tiny_sd15\.$/],
    ['A1111', /^A1111 at /],
    ['SD.Next', /^SD\.Next at /],
  ] as const)('knows %s', async (kind, note) => {
    double.options = { kind };
    expect(await statusNow()).toMatchObject({ ready: true, note: expect.stringMatching(note) });
    expect(double.count('GET', '/sdapi/v1/sd-models')).toBe(1);
  });

  it('is ready where it answers what it does not have with a page', async () => {
    double.options = { fate: at('version', says(200, '<html>')) };
    expect(await statusNow()).toMatchObject({ ready: true, note: expect.stringMatching(/^Forge at /) });
  });

  it('counts models beyond three', async () => {
    double.options = { models: ['a', 'b', 'c', 'd'] };
    expect((await statusNow()).note).toMatch(/Models: a, b, c and 1 more\.$/);
  });

  it.each([
    ['has no model', { models: [] }, /no model.*models\/Stable-diffusion/],
    ['has its API switched off', { fate: at('sdapi', says(404, { detail: 'Not Found' })) }, /--api/],
    ['is something else', { fate: at('sdapi', says(200, '<html>')) }, /is no A1111/],
    ['is silent', { fate: at('sdapi', { do: 'silence' } as const) }, /^No answer from .*--api\?$/],
    ['wants a name', { fate: at('sdapi', says(401, { detail: 'x' })) }, /name and a password/],
  ])('says what is missing where it %s', async (_, options, note) => {
    double.options = options;
    expect(await statusNow()).toMatchObject({ ready: false, note: expect.stringMatching(note) });
  });
});
