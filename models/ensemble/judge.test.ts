import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ContinuistError } from '@shared/errors.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { thresholdsOf, UNCALIBRATED } from '../judge/calibration.js';
import type { Judge, JudgeDescription, JudgeResult } from '../judge/judge.js';
import { fitKey, readFit, writeFit } from './fit-file.js';
import { ensembleJudgeInfo } from './info.js';
import { ensembleOf, loadEnsemble } from './judge.js';
import { type EnsembleFit, rulesOf } from './rules.js';

const closed: string[] = [];
const asked: string[] = [];

interface Says {
  /** P(yes) by the claim's text; a reason declines. */
  readonly says?: Readonly<Record<string, number | string>>;
  readonly result?: Partial<JudgeResult>;
  readonly description?: Partial<JudgeDescription>;
  readonly fails?: Error;
}

/** A judge that says what it is told to: what is tested is what becomes of several. */
const judge = (id: string, { says = {}, result, description, fails }: Says = {}): Judge => ({
  description: {
    id,
    name: id.toUpperCase(),
    version: `${id}-1`,
    licence: 'MIT',
    limits: ['Sees little.'],
    device: 'cpu',
    thresholds: thresholdsOf(UNCALIBRATED),
    wholeWeight: 0,
    ...description,
  },
  async judge({ questions }, signal) {
    asked.push(`${id} starts`);
    await new Promise((resolve) => setTimeout(resolve, 5));
    signal?.throwIfAborted();
    if (fails) throw fails;
    asked.push(`${id} ends`);
    const answers = questions.map((question) => {
      const said = says[question.text] ?? 'never heard of it';
      return typeof said === 'number'
        ? { id: question.id, p: said, reason: '' }
        : { id: question.id, p: null, reason: said };
    });
    const timings = { prepare: 1, prefill: 2, claims: 3, total: 6 };
    return { answers, whole: null, features: [], timings, ...result };
  },
  close: async () => {
    closed.push(id);
  },
});

const ask = (ensemble: Judge, ...texts: string[]) =>
  ensemble.judge({
    file: 'frame.png',
    questions: texts.map((text) => ({ id: text, kind: 'entity' as const, text })),
  });

let folder: string;
beforeEach(async () => {
  closed.length = 0;
  asked.length = 0;
  folder = await mkdtemp(join(tmpdir(), 'continuist-ensemble-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const folders = () => ({ modelsFolder: '', downloadsFolder: folder });

describe('several judges as one', () => {
  it('answers from those who do not decline, and says why when all do', async () => {
    const ensemble = ensembleOf(
      [
        judge('a', { says: { dog: 0.9, owl: 'outside its world: “owl”' } }),
        judge('b', { says: { dog: 0.8, owl: 0.3, fox: 'too small' } }),
      ],
      null,
    );
    const { answers } = await ask(ensemble, 'dog', 'owl', 'fox');
    expect(answers[0]).toMatchObject({ reason: '', agreement: expect.closeTo(0.9) });
    expect(answers[0]?.p).toBeGreaterThan(0.8);
    expect(answers[0]?.p).toBeLessThan(0.9);
    expect(answers[1]).toEqual({
      id: 'owl',
      p: 0.3,
      reason: '',
      members: [
        { id: 'a', p: null },
        { id: 'b', p: 0.3 },
      ],
    });
    expect(answers[2]).toEqual({ id: 'fox', p: null, reason: 'A: never heard of it; B: too small' });
  });

  it('gives the one reason of all once, and none where a judge leaves a question out', async () => {
    const same = ensembleOf([judge('a'), judge('b')], null);
    expect((await ask(same, 'fox')).answers).toEqual([{ id: 'fox', p: null, reason: 'never heard of it' }]);
    const silent = ensembleOf(
      [judge('a', { result: { answers: [] } }), judge('b', { says: { fox: 0.3 } })],
      null,
    );
    expect((await ask(silent, 'fox', 'owl')).answers).toMatchObject([
      { p: 0.3, members: [{ id: 'a', p: null }, { id: 'b' }] },
      { p: null, reason: 'A: ; B: never heard of it' },
    ]);
  });

  it('leaves unsure what its members disagree on, and names them', async () => {
    const ensemble = ensembleOf(
      [judge('a', { says: { dog: 0.92 } }), judge('b', { says: { dog: 0.11 } })],
      null,
    );
    const [answer] = (await ask(ensemble, 'dog')).answers;
    const { pass, fail } = ensemble.description.thresholds.entity;
    expect(answer).toMatchObject({
      reason: 'the judges disagree: A 0.92, B 0.11',
      agreement: expect.closeTo(0.19),
    });
    expect(answer?.p).toBeGreaterThan(fail);
    expect(answer?.p).toBeLessThan(pass);
  });

  it('takes a word for no more than nine parts in ten', async () => {
    const server = judge('server', { says: { dog: 0 }, result: { coarse: true } });
    const ensemble = ensembleOf([judge('a', { says: { dog: 0.999 } }), server], null);
    const { answers, coarse } = await ask(ensemble, 'dog');
    expect(coarse).toBe(true);
    expect(answers[0]?.members?.[1]?.p).toBeCloseTo(0.1);
    // A word of the server outweighs nobody's measured certainty; it is a disagreement all the same.
    expect(answers[0]?.p).toBeGreaterThan(0.5);
    expect(answers[0]?.reason).toContain('disagree');
    // It need not have a word for everything.
    expect(
      (await ask(ensembleOf([server, judge('b', { says: { owl: 0.2 } })], null), 'owl')).answers,
    ).toEqual([
      {
        id: 'owl',
        p: 0.2,
        reason: '',
        members: [
          { id: 'server', p: null },
          { id: 'b', p: 0.2 },
        ],
      },
    ]);
  });

  it('lets those on this machine take turns, and a server answer meanwhile', async () => {
    const far = judge('far', { description: { device: 'server' } });
    await ask(ensembleOf([judge('a'), judge('b'), far], null), 'dog');
    expect(asked.indexOf('far starts')).toBeLessThan(asked.indexOf('a ends'));
    expect(asked.indexOf('a ends')).toBeLessThan(asked.indexOf('b starts'));
  });

  it('has the features of the first that has any, and the mean of what is said of the whole', async () => {
    const ensemble = ensembleOf(
      [
        judge('a', { result: { whole: 0.4 } }),
        judge('b', { result: { features: [1, 2] } }),
        judge('c', { result: { features: [3], whole: 0.6 } }),
      ],
      null,
    );
    expect(await ask(ensemble)).toMatchObject({
      features: [1, 2],
      whole: 0.5,
      timings: { prepare: 3, prefill: 6, claims: 9 },
    });
    const none = await ask(ensembleOf([judge('a'), judge('b')], null));
    expect(none).toMatchObject({ features: [], whole: null, coarse: false });
    expect(none.timings.total).toBeGreaterThan(0);
    expect(none.timings.total).toBeLessThan(performance.now());
  });

  it('stops when the artist stops, and closes all of its members', async () => {
    const ensemble = ensembleOf([judge('a'), judge('b')], null);
    const stop = new AbortController();
    const asking = ensemble.judge({ file: 'frame.png', questions: [] }, stop.signal);
    stop.abort();
    await expect(asking).rejects.toMatchObject({ name: 'AbortError' });
    expect(asked).not.toContain('b ends');
    await ensemble.close();
    expect(closed).toEqual(['a', 'b']);
  });

  it('fails the frame with the error of the member that failed, and asks no other any more', async () => {
    const unreadable = new ContinuistError('IMAGE_UNREADABLE', 'no picture');
    const ensemble = ensembleOf([judge('a', { fails: unreadable }), judge('b')], null);
    await expect(ask(ensemble, 'dog')).rejects.toBe(unreadable);
    expect(asked).toEqual(['a starts']);
  });

  it('has a version that changes with any member, their order and what was fitted', async () => {
    const versionOf = (judges: Judge[], fit: EnsembleFit | null = null) =>
      ensembleOf(judges, fit).description.version;
    const one = versionOf([judge('a'), judge('b')]);
    expect(versionOf([judge('a'), judge('b')])).toBe(one);
    expect(one).toMatch(/^ensemble-[0-9a-f]{12}$/);
    const others = [
      versionOf([judge('a'), judge('b', { description: { version: 'b-2' } })]),
      versionOf([judge('b'), judge('a')]),
      versionOf([judge('a'), judge('b'), judge('c')]),
      versionOf([judge('a'), judge('b')], fitFor([judge('a'), judge('b')])),
    ];
    expect(new Set([one, ...others]).size).toBe(5);
  });

  it('lists what each member cannot judge, and under which licence it comes', () => {
    const { description } = ensembleOf(
      [judge('a'), judge('b', { description: { licence: 'Apache-2.0', concurrency: 4, keepsTime: true } })],
      null,
    );
    expect(description).toMatchObject({
      id: 'ensemble',
      name: 'A and B',
      licence: 'MIT and Apache-2.0',
      concurrency: 1,
      keepsTime: true,
      members: [
        { id: 'a', name: 'A', version: 'a-1' },
        { id: 'b', name: 'B', version: 'b-1' },
      ],
    });
    expect(description.limits).toContain('B: Sees little.');
    expect(description.limits[0]).toContain('not measured together');
    const three = [0.1, 0.2, 0.6].map((wholeWeight, at) =>
      judge('abc'[at] ?? '', {
        description: { wholeWeight, concurrency: at + 2, ...(at > 1 && { device: 'server' }) },
      }),
    );
    expect(ensembleOf(three, null).description).toMatchObject({
      name: 'A, B and C',
      device: 'cpu and server',
      wholeWeight: expect.closeTo(0.3),
      concurrency: 2,
      keepsTime: false,
    });
  });
});

/** One kind in which only `a` counts. */
function fitFor(judges: readonly Judge[]): EnsembleFit {
  const descriptions = judges.map(({ description }) => description);
  const { entity } = rulesOf(descriptions, null);
  const [first, second] = Object.entries(entity.members);
  if (!first || !second) throw new Error('two members are fitted');
  const members = {
    [first[0]]: { ...first[1], weight: 1 },
    [second[0]]: { ...second[1], weight: 0 },
  };
  return {
    fittedOn: fitKey(descriptions),
    members: Object.fromEntries(descriptions.map(({ id, version }) => [id, version])),
    claims: 100,
    kinds: { entity: { ...entity, members } },
  };
}

describe('loading an ensemble', () => {
  const load = (id: string) =>
    id === 'absent'
      ? Promise.reject(new ContinuistError('JUDGE_UNAVAILABLE', 'no judge is called "absent"'))
      : Promise.resolve(judge(id, { says: { dog: id === 'a' ? 0.92 : 0.11 } }));

  it('closes what it has loaded when a member cannot be', async () => {
    await expect(
      loadEnsemble({ members: ['a', 'b', 'absent'], load, folders: folders() }),
    ).rejects.toMatchObject({ code: 'JUDGE_UNAVAILABLE', message: expect.stringContaining('absent') });
    expect(closed).toEqual(['a', 'b']);
  });

  it('refuses fewer than two, and itself', async () => {
    for (const members of [[], ['a'], ['a', 'a'], ['a', 'ensemble']])
      await expect(loadEnsemble({ members, load, folders: folders() })).rejects.toMatchObject({
        code: 'JUDGE_UNAVAILABLE',
        message: expect.stringContaining('at least two'),
      });
  });

  it('uses what was fitted for these members, in any order, and not for others', async () => {
    const fit = fitFor([judge('a'), judge('b')]);
    await writeFit(fit, folder);
    for (const members of [
      ['a', 'b'],
      ['b', 'a'],
    ]) {
      const ensemble = await loadEnsemble({ members, load, folders: folders() });
      const { answers } = await ask(ensemble, 'dog');
      expect(answers[0]).toMatchObject({ p: expect.closeTo(0.92, 6), reason: '' });
      expect(ensemble.description.limits[0]).toContain('100 claims');
    }
    const others = [judge('a'), judge('c')].map(({ description }) => description);
    expect(await readFit(others, folders())).toBeNull();
  });

  it('keeps one file for its members, which a new fit replaces, and nothing without a folder of models', async () => {
    const fit = fitFor([judge('a'), judge('b')]);
    const file = await writeFit(fit, folder);
    expect(relative(folder, file)).toMatch(/^ensembles.[0-9a-f]{16}[.]json$/);
    expect(await writeFit({ ...fit, claims: 200 }, folder)).toBe(file);
    const members = [judge('a'), judge('b')].map(({ description }) => description);
    expect((await readFit(members, folders()))?.claims).toBe(200);
    expect(await readFit(members, { ...folders(), downloadsFolder: null })).toBeNull();
  });

  it('says which file it is when a fit is damaged', async () => {
    const file = await writeFit(fitFor([judge('a'), judge('b')]), folder);
    await writeFile(file, '{"kinds"');
    await expect(loadEnsemble({ members: ['a', 'b'], load, folders: folders() })).rejects.toMatchObject({
      code: 'JUDGE_UNAVAILABLE',
      message: expect.stringContaining(file),
    });
  });
});

describe('an ensemble that can be chosen', () => {
  const info = (id: string, ready = true) => ({
    id,
    name: id.toUpperCase(),
    licence: 'MIT',
    limits: [],
    ready,
  });

  it('has at least two members that are ready, and is ready when all are', () => {
    const judges = [info('a'), info('b'), info('c', false)];
    expect(ensembleJudgeInfo([], judges)).toBeNull();
    expect(ensembleJudgeInfo(['a', 'c'], judges)).toBeNull();
    expect(ensembleJudgeInfo(['a', 'a'], judges)).toBeNull();
    expect(ensembleJudgeInfo(['a', 'b'], judges)).toMatchObject({
      ready: true,
      name: 'A and B',
      licence: 'MIT',
    });
    expect(ensembleJudgeInfo(['a', 'b', 'c'], judges)).toMatchObject({ ready: false });
    expect(ensembleJudgeInfo(['a', 'b', 'd'], judges)).toMatchObject({
      ready: false,
      limits: [expect.stringContaining('“d”')],
    });
  });
});
