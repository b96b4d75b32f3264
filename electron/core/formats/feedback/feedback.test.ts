import { thresholdsOf, UNCALIBRATED } from '@models/judge/calibration.js';
import { EMPTY_DERIVED, type Outcome, type TakeAnalysis } from '@shared/analysis.js';
import { wordOf } from '@shared/examination/index.js';
import { feedback } from '@shared/feedback.js';
import { EMPTY_RECORDS, type Fact, type Records, type Request } from '@shared/records/index.js';
import { aClaim, aDrawing, aNote, aPortrait, aRequest, aShot, aTake } from '@testing/records.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { contextOf } from '../testing/context.js';
import { aFinding } from '../testing/findings.js';
import { feedbackOf } from './feedback.js';
import { feedbackSchema } from './schema.js';

const numbers = [0, 1, 2, 3];
const fact = (id: string, name: string, firstShotId: string | null): Fact => ({
  id,
  subject: 'character',
  name,
  statement: `a girl called ${name}`,
  aliases: [],
  firstShotId,
  lastShotId: null,
  origin: 'sheet',
});
const decision = (id: string, at: number) => ({
  id,
  shotId: 'shot-1',
  takeId: 'take-1',
  kind: 'hold' as const,
  reason: id,
  acceptedEdits: [],
  prompt: null,
  negativePrompt: null,
  findingKey: null,
  who: 'Ada',
  at,
});
const finding = (key: string, dismissed: boolean) => aFinding(2, `${key}, "soft"`, { key, dismissed });

const analysed = (takeId: string, outcomes: readonly Outcome[]): TakeAnalysis => ({
  takeId,
  state: 'done',
  error: null,
  scores: { description: null, style: null, characters: null, quality: null },
  found: true,
  verdicts: outcomes.map((outcome, at) => ({
    claimId: `c-${at}`,
    kind: 'count',
    text: 'two gulls',
    p: null,
    outcome,
    reason: '',
    weight: 1,
  })),
  whole: null,
  quality: [],
  style: [],
  palette: [],
  judge: null,
  judgeVersion: null,
  coarse: false,
  milliseconds: null,
});

const byId = <T extends { id: string }>(all: readonly T[]): Record<string, T> =>
  Object.fromEntries(all.map((one) => [one.id, one]));
const records: Records = {
  ...EMPTY_RECORDS,
  storyboard: {
    board: {
      id: 'board',
      title: 'The Lantern Walk',
      source: { kind: 'pipeline', name: 'shots.json', format: 'story-pipeline' },
      styleBrief: 'gouache',
      createdAt: 0,
    },
  },
  shot: byId(numbers.map(aShot)),
  take: byId(numbers.map(aTake)),
  fact: byId([
    fact('f3', 'Wenna', 'shot-2'),
    fact('f1', 'Wenna', null),
    fact('f2', 'Ada', 'shot-1'),
    fact('f4', 'Wenna', 'shot-0'),
  ]),
  decision: byId([decision('later', 2000), decision('b', 1000), decision('a', 1000)]),
};
const contextWith = (all: Records) =>
  contextOf(all, {
    derived: { ...EMPTY_DERIVED, findings: [finding('soft', false), finding('known', true)] },
  });

/** The records with the rows of every table in another order. */
const shuffled = fc.infiniteStream(fc.nat(1000)).map((stream): Records => {
  const mixed = (table: object) =>
    Object.fromEntries(
      Object.entries(table)
        .map((entry) => [Number(stream.next().value), entry] as const)
        .sort(([a], [b]) => a - b)
        .map(([, entry]) => entry),
    );
  return Object.fromEntries(
    Object.entries(records).map(([name, table]) => [name, mixed(table)]),
  ) as unknown as Records;
});

describe('the feedback', () => {
  it('is valid by its own schema', () => {
    const made = feedbackOf(contextWith(records));
    expect(feedback.parse(made)).toEqual(made);
    expect(made.totals).toMatchObject({ shots: 4, flagged: 1, waiting: 4 });
  });

  it('is valid by the JSON Schema that is given out', () => {
    const schema = z.fromJSONSchema(feedbackSchema() as never);
    const made = JSON.parse(JSON.stringify(feedbackOf(contextWith(records))));
    expect(schema.safeParse(made).error).toBeUndefined();
    expect(schema.safeParse({ ...made, version: 1 }).success).toBe(false);
    const [first, ...rest] = made.shots;
    expect(schema.safeParse({ ...made, shots: [{ ...first, status: 'lost' }, ...rest] }).success).toBe(false);
  });

  it('says of a claim that its text is not to be seen, and nothing of others', () => {
    const claim = { 'c-0': { ...aClaim(1), id: 'c-0', negated: true }, 'c-1': { ...aClaim(1), id: 'c-1' } };
    const all = contextOf(
      { ...records, claim },
      { derived: { ...EMPTY_DERIVED, analyses: { 'take-1': analysed('take-1', ['pass', 'pass', 'fail']) } } },
    );
    const verdicts = feedback.parse(feedbackOf(all)).shots.flatMap((shot) => shot.verdicts);
    expect(verdicts.map(({ negated }) => negated)).toEqual([true, undefined, undefined]);
    expect(verdicts.map((verdict) => 'negated' in verdict)).toEqual([true, false, false]);
  });

  it('says of a shot and of its orders what changed since they were approved, and nothing where nothing did', () => {
    const basis = { description: 'x', prompt: 'x', canon: [], picture: null, answers: [] };
    const request = { r: aRequest('r', { basis }), s: aRequest('s', { state: 'done' }) };
    const [first, second] = feedback.parse(feedbackOf(contextWith({ ...records, request }))).shots;
    const why = 'The description changed after you approved this. Look again.';
    expect([first?.outOfDate, first?.requests.map(({ outOfDate }) => outOfDate)]).toEqual([
      why,
      [why, undefined],
    ]);
    expect(second && 'outOfDate' in second).toBe(false);
  });

  it('has what clients commented, oldest first, with the take that they saw, and no list where nobody did', () => {
    const place = { x: 0.25, y: 1 };
    const comment = {
      b: aNote('b', { at: 2000, sha256: 'f'.repeat(64), state: 'resolved' }),
      a: aNote('a', { at: 1000, text: '=1+1', place }),
      c: aNote('c', { at: 3000, text: 'Why?', replyTo: 'a' }),
    };
    const drawing = { d: aDrawing('d', 'a') };
    const { shots } = feedback.parse(feedbackOf(contextWith({ ...records, comment, drawing })));
    const ann = { author: 'Ann', text: 'Darker, please', state: 'open' };
    expect(shots.map(({ comments }) => comments)).toEqual([
      [
        {
          ...ann,
          id: 'a',
          at: '1970-01-01T00:00:01.000Z',
          text: '=1+1',
          take: 'take-0',
          sha256: aTake(0).sha256,
          place,
          drawing: [drawing.d.figure],
        },
        {
          ...ann,
          id: 'b',
          at: '1970-01-01T00:00:02.000Z',
          state: 'resolved',
          take: null,
          sha256: 'f'.repeat(64),
        },
        {
          ...ann,
          id: 'c',
          replyTo: 'a',
          at: '1970-01-01T00:00:03.000Z',
          text: 'Why?',
          take: 'take-0',
          sha256: aTake(0).sha256,
        },
      ],
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('has the boxes that the artist corrected, with the take that they are of', () => {
    const region = { x: 0.25, y: 0, width: 1 / 3, height: 1 };
    const boxes = [{ label: 'girl', also: ['person'], region }];
    const correction = { 'take-1': { id: 'take-1', labels: ['girl', 'dog'], boxes, createdAt: 1 } };
    const made = feedback.parse(feedbackOf(contextWith({ ...records, correction })));
    expect(made.shots.slice(0, 2).map(({ takes }) => takes.map((take) => take.boxes))).toEqual([
      [undefined],
      [[{ label: 'girl', region: { ...region, width: 0.3333 } }]],
    ]);
  });

  it('has what is seen in the pick, how many, and who is the same, where anybody looked', () => {
    const region = { x: 0.25, y: 0, width: 0.5, height: 1 };
    const count = { noun: 'girl', text: 'one girl', seen: 1, asked: 2, wanted: 'two', claimId: 'c' };
    const analyses = { 'take-0': { ...analysed('take-0', ['pass']), counts: [count] } };
    const who = {
      key: 'character mira',
      subject: 'character',
      name: 'Mira',
      noun: 'girl',
      looks: '',
      factId: null,
      isAlone: true,
    } as const;
    const resemblance = {
      who,
      region,
      likeness: 0.2,
      usual: 0.91234567,
      isOff: true,
      isTested: true,
      shots: 4,
      holds: 3,
      isNearest: false,
      best: [],
      lastSeen: null,
    };
    const seenOn = ({ id }: { id: string }) =>
      id === 'shot-0'
        ? { eye: 'eye 1', boxes: [{ label: 'girl', region, confidence: 0.8 }], resemblances: [resemblance] }
        : null;
    const made = feedback.parse(
      feedbackOf(contextOf(records, { derived: { ...EMPTY_DERIVED, analyses }, seenOn })),
    );
    expect(made.shots.slice(0, 2).map(({ seen }) => seen)).toEqual([
      {
        eye: 'eye 1',
        boxes: [{ label: 'girl', region, confidence: 0.8 }],
        counts: [count],
        identity: [
          { name: 'Mira', likeness: 0.2, usual: 0.9123, shots: 4, alike: 3, off: true, tested: true },
        ],
      },
      undefined,
    ]);
  });

  it('has no number of more than four decimals', () => {
    const analyses = {
      'take-0': {
        ...analysed('take-0', ['pass']),
        whole: 1 / 3,
        scores: { description: 2 / 3, style: null, characters: null, quality: null },
      },
    };
    const made = feedbackOf(contextOf(records, { derived: { ...EMPTY_DERIVED, analyses } }));
    expect([made.shots[0]?.whole, made.shots[0]?.takes[0]?.scores.description]).toEqual([0.3333, 0.6667]);
  });

  it('says of a pick that the judge failed at it, and why nothing is judged of it where nothing was before', () => {
    const failed = { state: 'failed', error: 'It stopped. Try again.' } as const;
    const analyses = {
      'take-0': { ...analysed('take-0', []), ...failed },
      'take-1': { ...analysed('take-1', ['pass']), ...failed },
      'take-2': { ...analysed('take-2', []), state: 'unreadable' as const, error: 'It is empty.' },
    };
    const made = feedbackOf(contextOf(records, { derived: { ...EMPTY_DERIVED, analyses } }));
    expect(made.shots.slice(0, 3).map(({ notJudged, judgeFailed }) => [notJudged, judgeFailed])).toEqual([
      ['It stopped. Try again.', true],
      [undefined, true],
      [undefined, undefined],
    ]);
  });

  it('is the same text whatever the order of the rows', () => {
    const text = JSON.stringify(feedbackOf(contextWith(records)));
    fc.assert(
      fc.property(shuffled, (mixed) => {
        expect(JSON.stringify(feedbackOf(contextWith(mixed)))).toBe(text);
      }),
      { numRuns: 200 },
    );
  });

  it('tells decisions in the order they were made, and facts by name and shot', () => {
    const made = feedbackOf(contextWith(records));
    expect(made.shots[1]?.decisions.map(({ reason, at }) => [reason, at])).toEqual([
      ['a', '1970-01-01T00:00:01.000Z'],
      ['b', '1970-01-01T00:00:01.000Z'],
      ['later', '1970-01-01T00:00:02.000Z'],
    ]);
    expect(made.canon.map(({ name, from }) => [name, from])).toEqual([
      ['Ada', 1],
      ['Wenna', null],
      ['Wenna', 0],
      ['Wenna', 2],
    ]);
  });

  it('counts shots by what was judged, found, decided and made', () => {
    const statuses = ['approved', 'rejected', 'pending', 'on-hold'] as const;
    const made = feedbackOf(
      contextOf(
        {
          ...records,
          shot: byId(
            numbers.map((n) => ({
              ...aShot(n),
              status: statuses[n] ?? 'pending',
              pickId: n ? `take-${n}` : null,
            })),
          ),
          take: byId([
            ...numbers.map(aTake),
            { ...aTake(3), id: 'new', origin: { kind: 'regenerated', fromTakeId: 'take-3', requestId: 'r' } },
          ]),
        },
        {
          derived: {
            ...EMPTY_DERIVED,
            findings: [
              finding('soft', false),
              finding('known', true),
              { ...finding('torn', false), kind: 'unreadable' },
            ],
            analyses: {
              'take-0': analysed('take-0', ['pass']),
              'take-1': analysed('take-1', ['pass', 'not-judged']),
              'take-2': analysed('take-2', ['not-judged']),
              'take-3': analysed('take-3', ['fail']),
            },
          },
        },
      ),
    );
    expect(made.totals).toEqual({
      shots: 4,
      judged: 2,
      notJudged: 1,
      flagged: 1,
      approved: 1,
      rejected: 1,
      waiting: 1,
      regenerated: 1,
      unreadable: 1,
    });
  });

  it('names the storyboard, and the judge with its members and the devices that it did not get', () => {
    const judge = {
      id: 'ensemble',
      name: 'A and B',
      version: 'e-1',
      licence: 'MIT',
      limits: ['It counts to three.'],
      device: 'cpu',
      thresholds: thresholdsOf(UNCALIBRATED),
      wholeWeight: 0,
    };
    const refused = [{ device: 'webgpu', reason: 'no adapter' }];
    const members = [{ id: 'a', name: 'A', version: 'a-1' }];
    const judgeOf = (more: object) => feedbackOf(contextOf(records, { judge: { ...judge, ...more } })).judge;
    const plain = {
      id: 'ensemble',
      version: 'e-1',
      limits: ['It counts to three.'],
      device: 'cpu',
      dtype: null,
      thresholds: judge.thresholds,
      errorRates: null,
    };
    expect(judgeOf({})).toEqual(plain);
    const errorRates = { count: { claims: 40, rate: 0.1, low: 0.05, high: 0.2 } };
    expect(judgeOf({ errorRates })).toEqual({ ...plain, errorRates });
    const examined = Array.from({ length: 12 }, (_, frame) => [
      { skill: 'side' as const, frame, truth: true, p: 0.9 },
      { skill: 'side' as const, frame, truth: false, p: 0.9 },
    ]).flat();
    const nothing = { pairs: [], own: new Map(), usual: new Map(), cases: new Map() };
    const word = wordOf({ thresholds: judge.thresholds, examined, ...nothing });
    expect(feedbackOf(contextOf(records, { judge, word })).judge?.examination).toEqual({
      side: {
        drawn: {
          pairs: 12,
          share: 0.5,
          low: 0.2538,
          high: 0.7462,
          wrong: 0.5,
          wrongLow: 0.3143,
          wrongHigh: 0.6857,
          claims: 24,
          calibration: 0.4,
        },
        board: null,
        silenced: true,
        fail: 0.4,
        cases: 0,
        overruled: 0,
      },
    });
    expect(feedbackOf(contextOf(records, { judge, word })).judge).not.toHaveProperty('steadiness');
    const twice = examined.map((one, at) => ({ ...one, again: at % 3 === 0 ? 0.1 : 0.8 }));
    const unsteady = wordOf({ thresholds: judge.thresholds, examined: twice, ...nothing });
    expect(feedbackOf(contextOf(records, { judge, word: unsteady })).judge?.steadiness).toEqual({
      claims: 24,
      chance: 1,
      low: expect.any(Number),
      high: 1,
      unsteady: true,
    });
    expect(judgeOf({ dtype: 'q4 and fp16' })).toEqual({ ...plain, dtype: 'q4 and fp16' });
    expect(judgeOf({ refused, members })).toEqual({
      ...plain,
      refused,
      members: [{ id: 'a', version: 'a-1' }],
    });
    const { storyboard } = feedbackOf(contextOf(records));
    expect(storyboard).toEqual({
      title: 'The Lantern Walk',
      source: { kind: 'pipeline', name: 'shots.json', format: 'story-pipeline' },
      styleBrief: 'gouache',
    });
    expect(feedbackOf(contextOf(EMPTY_RECORDS)).storyboard).toEqual({
      title: '',
      source: { kind: '', name: '', format: '' },
      styleBrief: '',
    });
  });

  it('tells orders by round, and those of one round as they were given', () => {
    const order = (id: string, round: number, createdAt: number): Request =>
      aRequest(id, { shotId: 'shot-1', fromTakeId: 'take-1', prompt: id, round, state: 'done', createdAt });
    const orders = [order('third', 2, 1), order('second', 1, 9), order('first', 1, 8)];
    const { shots } = feedbackOf(contextOf({ ...records, request: byId(orders) }));
    expect(shots[1]?.requests.map(({ prompt }) => prompt)).toEqual(['first', 'second', 'third']);
  });

  it('tells of an order the sentence that it was given, and what it was to look like', () => {
    const region = { x: 0, y: 0, width: 0.5, height: 1 };
    const mira = aPortrait('Mira');
    const references = [
      { takeId: 'take-3', region },
      { portraitId: mira.id, region: null },
    ];
    const given = aRequest('given', { shotId: 'shot-1', instruction: 'Make it night.', references });
    const portrait = byId([aPortrait('Ada'), mira, aPortrait('Bo', 'a/Bo.png')]);
    const told = feedbackOf(contextOf({ ...records, portrait, request: byId([given]) }));
    const seen = [
      { take: 'take-3', region },
      { portrait: mira.id, region: null },
    ];
    expect(told.shots[1]?.requests).toEqual([
      expect.objectContaining({ instruction: 'Make it night.', references: seen }),
    ]);
    expect(told.portraits?.map(({ name, path }) => [name, path])).toEqual([
      ['Bo', 'a/Bo.png'],
      ['Ada', 'refs/Ada.png'],
      ['Mira', 'refs/Mira.png'],
    ]);
    expect(told.portraits?.[2]).toEqual({
      id: mira.id,
      name: 'Mira',
      path: 'refs/Mira.png',
      sha256: mira.sha256,
      unreadable: null,
    });
    expect(Object.keys(feedbackOf(contextOf(records)))).not.toContain('portraits');
    const plain = aRequest('plain', { shotId: 'shot-1' });
    const [only] = feedbackOf(contextOf({ ...records, request: byId([plain]) })).shots[1]?.requests ?? [];
    expect(Object.keys(only ?? {})).not.toContain('references');
    expect(Object.keys(only ?? {})).not.toContain('instruction');
  });

  it('carries seeds past 2^53 to the last digit', () => {
    expect(feedbackOf(contextWith(records)).shots[0]?.takes[0]?.seed).toBe('18446744073709551615');
  });
});
