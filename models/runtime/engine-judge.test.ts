import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Tensor } from '@huggingface/transformers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { calibrated, type KindCalibration, UNCALIBRATED } from '../judge/calibration.js';
import { EXAMINATION } from '../judge/examination.js';
import type { JudgeRequest } from '../judge/index.js';
import {
  ARCHITECTURES,
  CATALOGUE,
  type CatalogueEntry,
  type Device,
  type Dtype,
  onnxFile,
} from '../library/catalogue.js';
import type { Engine, EngineOptions } from './engine.js';
import { type EngineJudgeOptions, judgeFrom } from './engine-judge.js';

const published = CATALOGUE.find(({ id }) => id === 'llava-onevision-0.5b') as CatalogueEntry;
const sessions = ARCHITECTURES[published.architecture];

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'continuist-judge-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** What a judge is loaded with, of files that hold no more than their names and `more`. */
async function loaded(dtype: Dtype, device: Device, change: Partial<CatalogueEntry> = {}, more = '') {
  const of = Object.fromEntries(sessions.map((session) => [session, dtype]));
  const paths = sessions.map((session) => onnxFile(session, dtype));
  for (const path of paths) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), path + more);
  }
  const entry: CatalogueEntry = {
    ...published,
    files: paths.map((path) => ({ path, size: null, sha256: null, about: null })),
    devices: { [device]: { dtype: of, memory: null } },
    ...change,
  };
  let options: EngineOptions | undefined;
  const engine = {} as never;
  const judge = await judgeFrom(
    async (_folder, _entry, given) => {
      options = given;
      return engine;
    },
    entry,
    { folder, device, threads: 1, prepared: folder, rewrite: ({ text }) => ({ text }) },
  );
  const { version, dtype: told, closedWorld } = judge.description;
  return { version, dtype: told, closedWorld, prepared: options?.prepared };
}

it.each([
  ['q4', true],
  ['q4f16', true],
  ['fp16', true],
  ['fp32', false],
] as const)('a judge of %s is another on the processor, where it is tuned: %s', async (dtype, isOther) => {
  const [processor, card] = [await loaded(dtype, 'cpu'), await loaded(dtype, 'webgpu')];
  expect(processor.version !== card.version).toBe(isOther);
});

it('a judge of one world says so', async () => {
  expect((await loaded('q4', 'cpu')).closedWorld).toBeUndefined();
  expect((await loaded('q4', 'cpu', { world: 'storybook' })).closedWorld).toBe(true);
});

it('a judge is another with another prompt or another file, and what is prepared for it lies apart', async () => {
  const first = await loaded('q4', 'cpu');
  expect(first.version).toMatch(/^llava-onevision-0\.5b-[0-9a-f]{12}$/);
  expect(first.prepared).toBe(join(folder, first.version));
  expect(first.dtype).toBe('q4');
  expect(await loaded('q4', 'cpu')).toEqual(first);
  const asked = await loaded('q4', 'cpu', { prompt: { ...published.prompt, question: ' {claim}?' } });
  expect(asked.version).not.toBe(first.version);
  const changed = await loaded('q4', 'cpu', {}, 'more');
  expect(changed.version).not.toBe(first.version);
  expect(changed.prepared).toBe(join(folder, changed.version));
});

describe('what is loaded', () => {
  const paths = sessions.map((session) => onnxFile(session, 'q4'));
  const graph = paths[0] ?? '';
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
  const recorded = (files: Record<string, string>) =>
    writeFile(
      join(folder, 'lock.json'),
      JSON.stringify({
        repository: 'r',
        revision: 'main',
        commit: null,
        files: Object.fromEntries(
          Object.entries(files).map(([path, text]) => [path, { size: text.length, sha256: sha256(text) }]),
        ),
      }),
    );

  it('is what the catalogue fixes, and a changed file is refused by name', async () => {
    const fixed = (text: string) => ({
      files: paths.map((path) => ({
        path,
        size: null,
        sha256: path === graph ? sha256(text) : null,
        about: null,
      })),
    });
    await expect(loaded('q4', 'cpu', fixed(graph))).resolves.toBeDefined();
    // What the catalogue fixes counts, whatever was recorded.
    await recorded({ [graph]: graph });
    await expect(loaded('q4', 'cpu', fixed('another'))).rejects.toMatchObject({
      code: 'JUDGE_UNAVAILABLE',
      message: expect.stringContaining(
        `its file ${graph} has changed since it was recorded. Repair it with: continuist models download llava-onevision-0.5b`,
      ),
      data: { judge: 'llava-onevision-0.5b', file: graph },
    });
  });

  it('is what was recorded at the first download, where the catalogue fixes nothing', async () => {
    await recorded(Object.fromEntries(paths.map((path) => [path, path])));
    await expect(loaded('q4', 'cpu')).resolves.toBeDefined();
    await expect(loaded('q4', 'cpu', {}, 'more')).rejects.toMatchObject({ code: 'JUDGE_UNAVAILABLE' });
    const source = { kind: 'folder', folder: '/mine' } as const;
    await expect(loaded('q4', 'cpu', { source }, 'more')).rejects.toThrow(
      /has changed since it was recorded$/,
    );
  });

  it('has all that its graphs name beside them', async () => {
    const beside = `${graph}_data`;
    const named = ` ${beside.replace('onnx/', '')} `;
    await expect(loaded('q4', 'cpu', {}, named)).rejects.toMatchObject({
      code: 'JUDGE_UNAVAILABLE',
      message: expect.stringMatching(/its file .* needs .*_data, which is not in its list of files/),
      data: { judge: 'llava-onevision-0.5b', file: beside },
    });
    await writeFile(join(folder, beside), 'weights');
    const files = [...paths, beside].map((path) => ({ path, size: null, sha256: null, about: null }));
    await expect(loaded('q4', 'cpu', { files }, named)).resolves.toBeDefined();
  });
});

describe('a picture', () => {
  const kept = new Tensor('float32', new Float32Array(1), [1]);
  const calls: string[] = [];
  /** Log-odds by the claim's text: what is tested is what a judge makes of them. */
  const LOGITS: Readonly<Record<string, number>> = { dog: 1, cat: -2, bird: -1, cow: -1, 'all of it': 0.5 };
  let together = 1;
  const engine: Engine<string> = {
    prepare: async (file, region) => {
      calls.push(`prepare ${file} ${JSON.stringify(region)}`);
      return file;
    },
    prefill: async (picture) => {
      calls.push(`prefill ${picture}`);
      return { length: 3, cache: { kept }, features: [1, 2] };
    },
    get together() {
      return together;
    },
    logits: async (_prefix, claims) => {
      calls.push(`ask ${claims.join(', ')}`);
      return claims.map((claim) => LOGITS[claim] ?? 0);
    },
    close: async () => void calls.push('close'),
  };
  const colour: KindCalibration = { slope: 2, offset: 0.3, pass: 0.9, fail: 0.1 };
  const calibration = { ...UNCALIBRATED, fittedOn: 'x', wholeWeight: 0.3, kinds: { attribute: colour } };

  beforeEach(() => {
    calls.length = 0;
    together = 1;
  });

  async function aJudge(change: Partial<EngineJudgeOptions> = {}, whole = true, has = true) {
    await writeFile(join(folder, 'calibration.json'), JSON.stringify(calibration));
    await writeFile(join(folder, 'config.json'), '{}');
    const files = ['config.json', ...(has ? ['calibration.json'] : [])];
    const entry: CatalogueEntry = {
      ...published,
      files: files.map((path) => ({ path, size: null, sha256: null, about: null })),
      devices: { cpu: { dtype: {}, memory: null } },
      prompt: { ...published.prompt, whole },
    };
    return judgeFrom(async () => engine, entry, {
      folder,
      device: 'cpu',
      threads: 1,
      prepared: folder,
      rewrite: ({ text }) => (text === 'owl' ? { declined: 'outside its world' } : { text }),
      ...change,
    });
  }
  const request: JudgeRequest = {
    file: 'frame.png',
    questions: [
      { id: '1', kind: 'entity', text: 'dog' },
      { id: '2', kind: 'attribute', text: 'cat' },
      { id: '3', kind: 'entity', text: 'owl' },
    ],
    whole: 'all of it',
  };

  it('is read once and asked each question, each answer calibrated by its kind', async () => {
    const judge = await aJudge();
    expect(judge.description).toMatchObject({
      id: published.id,
      name: published.name,
      licence: published.licence,
      limits: published.limits,
      device: 'cpu',
      wholeWeight: 0.3,
      thresholds: { attribute: { pass: 0.9, fail: 0.1 }, entity: { pass: 0.6, fail: 0.4 } },
    });
    const { answers, whole, features, timings } = await judge.judge(request);
    expect(answers).toStrictEqual([
      { id: '1', p: calibrated(1, UNCALIBRATED.otherwise), reason: '' },
      { id: '2', p: calibrated(-2, colour), reason: '' },
      { id: '3', p: null, reason: 'outside its world' },
    ]);
    expect(whole).toBe(calibrated(0.5, UNCALIBRATED.otherwise));
    expect(features).toEqual([1, 2]);
    expect(calls).toEqual([
      'prepare frame.png null',
      'prefill frame.png',
      'ask dog',
      'ask cat',
      'ask all of it',
    ]);
    expect(timings.total).toBeCloseTo(timings.prepare + timings.prefill + timings.claims, 6);
    await judge.close();
    expect(calls.at(-1)).toBe('close');
  });

  it('is asked as much at once as its graph takes, with the same answers', async () => {
    const alone = await (await aJudge()).judge(request);
    calls.length = 0;
    together = 2;
    const { answers, whole } = await (await aJudge()).judge(request);
    expect({ answers, whole }).toEqual({ answers: alone.answers, whole: alone.whole });
    expect(calls.slice(2)).toEqual(['ask dog, cat', 'ask all of it']);
  });

  it('is asked for the opposites of what it denies, all next ones together, until it says yes to one', async () => {
    const entity = (id: string, text: string, ...contrasts: string[]) =>
      ({ id, kind: 'entity', text, contrasts, contrastBelow: 0.6 }) as const;
    const questions = [
      entity('1', 'dog', 'never asked'),
      entity('2', 'cat', 'cow', 'dog', 'pig'),
      entity('3', 'bird', 'outside', 'cow'),
    ];
    together = 16;
    const rewrite: EngineJudgeOptions['rewrite'] = ({ text }) =>
      text === 'outside' ? { declined: text } : { text };
    const { answers } = await (await aJudge({ rewrite })).judge({ file: 'frame.png', questions });
    const said = (logit: number) => calibrated(logit, UNCALIBRATED.otherwise);
    expect(answers).toStrictEqual([
      { id: '1', p: said(1), reason: '' },
      { id: '2', p: said(-2), reason: '', contrast: said(1) },
      { id: '3', p: said(-1), reason: '', contrast: said(-1) },
    ]);
    expect(calls.slice(2)).toEqual(['ask dog, cat, bird', 'ask cow', 'ask dog, cow']);
  });

  it('says how often it was wrong where that was examined in its very version', async () => {
    const { description } = await aJudge();
    expect(description.errorRates).toBeUndefined();
    const rates = { claims: 40, rate: 0.1, low: 0.05, high: 0.2 };
    const examined = async (examinedOn: string) => {
      const kinds = { attribute: { ...rates, sensitivity: 0.8, specificity: 0.9 } };
      await writeFile(join(folder, EXAMINATION), JSON.stringify({ examinedOn, set: 'frames', kinds }));
      return (await aJudge()).description;
    };
    expect(await examined('another')).toEqual(description);
    expect(await examined(description.version)).toEqual({ ...description, errorRates: { attribute: rates } });
    expect((await aJudge({ uncalibrated: true })).description.errorRates).toBeUndefined();
  });

  it('tells how long each part of it took', async () => {
    const judge = await aJudge();
    let now = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 10 ** now.toString().length));
    const { timings } = await judge.judge(request);
    clock.mockRestore();
    expect(timings).toEqual({ prepare: 100, prefill: 1000, claims: 10_000, total: 11_100 });
  });

  it('is asked about as a whole only where that is wanted, and where it makes sense to the model', async () => {
    const { whole, ...rest } = request;
    for (const [judge, asked] of [
      [await aJudge(), rest],
      [await aJudge(), { ...rest, whole: null }],
      [await aJudge(), { ...rest, whole: '' }],
      [await aJudge({}, false), request],
    ] as const)
      expect((await judge.judge(asked)).whole).toBeNull();
    expect(calls).not.toContain(`ask ${whole}`);
  });

  it('that is a stranger gets no answer, but a part of it does', async () => {
    const decline = vi.fn((features: readonly number[]) => (features[1] === 2 ? 'a stranger' : null));
    const judge = await aJudge({ decline });
    const { answers, whole, features } = await judge.judge(request);
    expect(answers.map(({ id, p, reason }) => [id, p, reason])).toEqual([
      ['1', null, 'a stranger'],
      ['2', null, 'a stranger'],
      ['3', null, 'a stranger'],
    ]);
    expect([whole, features]).toEqual([null, [1, 2]]);
    expect(calls).toEqual(['prepare frame.png null', 'prefill frame.png']);
    const region = { x: 0, y: 0, width: 0.5, height: 1 };
    expect((await judge.judge({ ...request, region })).answers[0]?.p).toBe(
      calibrated(1, UNCALIBRATED.otherwise),
    );
    expect(calls).toContain(`prepare frame.png ${JSON.stringify(region)}`);
    expect(decline).toHaveBeenCalledOnce();
  });

  it('is left between two questions when the artist stops, with nothing of it on a card', async () => {
    const stop = new AbortController();
    const onCard = Object.defineProperty(new Tensor('float32', new Float32Array(1), [1]), 'location', {
      value: 'gpu-buffer',
    });
    const dispose = vi.spyOn(onCard, 'dispose').mockReturnValue();
    const prefill = vi.spyOn(engine, 'prefill');
    prefill.mockResolvedValue({ length: 3, cache: { kept: onCard }, features: [] });
    const logit = vi.spyOn(engine, 'logits').mockImplementation(async () => {
      stop.abort();
      return [0];
    });
    const judge = await aJudge();
    await expect(judge.judge(request, stop.signal)).rejects.toMatchObject({ name: 'AbortError' });
    expect(logit).toHaveBeenCalledOnce();
    expect(dispose).toHaveBeenCalledOnce();
    prefill.mockClear();
    await expect(judge.judge(request, stop.signal)).rejects.toMatchObject({ name: 'AbortError' });
    expect(prefill).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });

  it('is answered as the model says it where nothing was fitted, or fitting is under way', async () => {
    const [plain, none] = [await aJudge({ uncalibrated: true }), await aJudge({}, true, false)];
    for (const judge of [plain, none]) {
      expect(judge.description).toMatchObject({ wholeWeight: 0, thresholds: { attribute: { pass: 0.6 } } });
      expect((await judge.judge(request)).answers[1]?.p).toBe(calibrated(-2, UNCALIBRATED.otherwise));
    }
    // What is fitted is not part of the version that it is fitted on.
    expect(plain.description.version).toBe(none.description.version);
    expect((await aJudge()).description.version).not.toBe(none.description.version);
  });
});
