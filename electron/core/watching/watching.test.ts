/** What windows are told, held against the mirror that they keep of it. */
import { InTheMaking } from '@core/regeneration/index.js';
import type { ReviewEvent } from '@core/review/index.js';
import { answered, EMPTY_MIRROR, expectChange, type Mirror, receive } from '@renderer/stores/mirror.js';
import type { Finding, Suggestion, TakeAnalysis } from '@shared/analysis.js';
import { changeOf, inputsOf } from '@shared/commands/index.js';
import type { Message, Skipped } from '@shared/contract/index.js';
import { message as schema } from '@shared/contract/review.js';
import type { DerivedChange } from '@shared/derived-change.js';
import type { Job } from '@shared/job.js';
import {
  applyDiff,
  diffBetween,
  isEmptyDiff,
  type Records,
  type RecordsDiff,
  reverseDiff,
  sameValue,
} from '@shared/records/index.js';
import { DEFAULT_SETTINGS } from '@shared/settings.js';
import { SOURCE_AS_READ, type SourceState } from '@shared/source-change/index.js';
import { codeOf } from '@testing/code-of.js';
import { drawCommand } from '@testing/commands.js';
import { aBoard } from '@testing/records.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Watched, Watching } from './watching.js';

/** A storyboard that is open, in memory: the rules are the real ones, the disk is not there. */
function openBoard(records: Records) {
  const listeners = new Set<(event: ReviewEvent) => void>();
  const derivedTo = new Set<(change: DerivedChange) => void>();
  const done: RecordsDiff[] = [];
  const analyses = new Map<string, TakeAnalysis>();
  let now = records;
  let seq = 7;
  const commit = (diff: RecordsDiff, commandId: string | null): ReviewEvent => {
    now = applyDiff(now, diff);
    if (!isEmptyDiff(diff)) seq += 1;
    const event: ReviewEvent = { seq, at: 0, who: 'Ada', label: '', commandId, kind: 'command', diff };
    for (const listener of listeners) listener(event);
    return event;
  };
  const board: Watched = {
    review: {
      key: 'r1',
      get records() {
        return now;
      },
      get seq() {
        return seq;
      },
      get canUndo() {
        return done.length > 0 ? 'Something' : null;
      },
      canRedo: null,
      readOnly: null,
      opensAgain: false,
      notes: ['It lies elsewhere.'],
      offeredBackup: null,
      skipped: [{ name: 'a.txt', reason: 'It is no picture.' }],
      onChange(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    onDerived(listener) {
      derivedTo.add(listener);
      return () => derivedTo.delete(listener);
    },
    analysis: (takeId) => analyses.get(takeId) ?? null,
  };
  return {
    board,
    listening: () => listeners.size + derivedTo.size,
    run(id: string, command: Parameters<typeof changeOf>[1]): ReviewEvent {
      const diff = changeOf(now, command, inputsOf({ id, at: 0 }, DEFAULT_SETTINGS));
      done.push(diff);
      return commit(diff, id);
    },
    change: (to: (records: Records) => Records) => commit(diffBetween(now, to(now)), null),
    undo() {
      const diff = done.pop();
      if (diff) commit(reverseDiff(diff), null);
    },
    derive(change: Partial<DerivedChange>) {
      for (const [takeId, known] of Object.entries(change.analyses ?? {})) {
        if (known) analyses.set(takeId, known);
        else analyses.delete(takeId);
      }
      for (const listener of derivedTo) listener({ analyses: {}, findings: {}, suggestions: {}, ...change });
    },
  };
}

function openRoom(records: Records = aBoard(4)) {
  const desk = openBoard(records);
  const jobs = new Set<(job: Job) => void>();
  const current: Job[] = [];
  const making = new InTheMaking();
  let source = SOURCE_AS_READ;
  const watching = new Watching({
    jobs: { current, onChange: (listener) => void jobs.add(listener) },
    making,
    source: () => source,
    settings: () => ({
      settings: DEFAULT_SETTINGS,
      problem: null,
      withheld: null,
      question: null,
      placings: [],
      waiting: null,
    }),
  });
  watching.show(desk.board);
  return {
    ...desk,
    watching,
    current,
    making,
    changeSource(state: SourceState, skipped: Skipped[] = []): void {
      source = state;
      watching.tellSource(skipped);
    },
    tellJob: (job: Job) => jobs.forEach((listener) => void listener(job)),
  };
}

type Room = ReturnType<typeof openRoom>;

/** A window, with all that it was told. Messages cross as they do on a wire. */
function openWindow({ watching }: Pick<Room, 'watching'>, watcher: string, shots: string[] = []) {
  const abort = new AbortController();
  const messages = watching.watch({ watcher, shots }, abort.signal);
  const told: Message[] = [];
  const wrong: unknown[] = [];
  let mirror: Mirror = EMPTY_MIRROR;
  let ended = false;
  void (async () => {
    for await (const message of messages) {
      const sent: Message = JSON.parse(JSON.stringify(message));
      told.push(sent);
      // Nobody checks it again on its way.
      const { data, error } = schema.safeParse(sent);
      if (error || !sameValue(data, sent)) wrong.push([error?.issues, sent]);
      mirror = receive(mirror, sent);
    }
    ended = true;
  })();
  return {
    told,
    look: (looked: string[]) => watching.look({ watcher, shots: looked }),
    expects(change: (mirror: Mirror) => Mirror) {
      mirror = change(mirror);
    },
    /** Once everything said so far is told. */
    async now(): Promise<Mirror> {
      await new Promise(setImmediate);
      expect(wrong).toEqual([]);
      return mirror;
    },
    ended: () => ended,
    end: () => abort.abort(),
  };
}

const aJob: Job = {
  id: 'j',
  kind: 'analysis',
  state: 'running',
  seq: 0,
  progress: 0,
  done: 0,
  total: 4,
  doing: '',
  secondsLeft: null,
  summary: '',
  warning: '',
  error: null,
  startedAt: 0,
};

const unavailable = {
  code: 'JUDGE_UNAVAILABLE',
  message: 'The model could not be loaded.',
  hint: '',
  data: {},
} as const;

const verdict = (claimId: string, p: number, outcome: 'pass' | 'unsure' | 'fail' = 'pass') => ({
  claimId,
  kind: 'attribute' as const,
  text: 'the umbrella is red',
  p,
  outcome,
  reason: '',
  weight: 1,
});

const measure = (value: number, z: number | null = null) => ({
  name: 'blur',
  value,
  unit: '',
  z,
  flagged: false,
});

const analysis = (takeId: string, change: Partial<TakeAnalysis> = {}): TakeAnalysis => ({
  takeId,
  state: 'done',
  error: null,
  scores: { description: 0.8, style: 0.7, characters: null, quality: 1 },
  found: true,
  verdicts: [verdict('claim-0', 0.8)],
  whole: null,
  quality: [measure(0.31, 0.5)],
  style: [measure(14.6, -1)],
  palette: ['#aabbcc'],
  judge: 'storybook',
  judgeVersion: '1',
  coarse: false,
  milliseconds: 12,
  ...change,
});

const finding = (key: string, shotId: string, message = 'The coat is green.'): Finding => ({
  key,
  kind: 'attribute-drift',
  severity: 'high',
  shotId,
  takeId: 'take-0',
  message,
  claimIds: [],
  factId: null,
  evidence: { items: [], detail: '' },
  dismissed: false,
});

const suggestion = (shotId: string, prompt: string): Suggestion => ({
  shotId,
  takeId: 'take-0',
  edits: [],
  prompt,
  negativePrompt: '',
  newSeed: false,
  instruction: '',
});

const scores = { description: 0.8, style: 0.7, characters: null, quality: 1 };

describe('a window', () => {
  it('is told how the source of its storyboard stands, with the document and when that changes', async () => {
    const room = openRoom();
    const early = openWindow(room, 'early');
    expect((await early.now()).source).toEqual(SOURCE_AS_READ);
    const change = { kind: 'new', number: '5', from: '', to: 'a well' } as const;
    const skipped = [{ name: 'sketch.png', reason: 'no shot uses it' }];
    room.changeSource({ changes: [change], problem: null }, skipped);
    expect(await early.now()).toMatchObject({ source: { changes: [change], problem: null }, skipped });
    expect((await openWindow(room, 'late').now()).source.changes).toEqual([change]);
    room.changeSource({ changes: [], problem: 'shots.json is gone.' });
    expect(await early.now()).toMatchObject({
      source: { changes: [], problem: 'shots.json is gone.' },
      skipped: [],
    });
  });

  it('is told the document, then what changes, each message by its number', async () => {
    const room = openRoom();
    room.current.push(aJob);
    const window = openWindow(room, 'w');
    room.run('c1', { type: 'set-stars', shotId: 'shot-1', stars: 3 });
    room.derive({ analyses: { 'take-0': analysis('take-0') } });
    room.tellJob({ ...aJob, seq: 1 });
    room.watching.tellSettings();
    const mirror = await window.now();
    expect(window.told.map(({ type, seq }) => [type, seq])).toEqual([
      ['document', 1],
      ['change', 2],
      ['derived', 3],
      ['job', 4],
      ['settings', 5],
    ]);
    expect(window.told[0]).toMatchObject({
      document: {
        event: 7,
        canUndo: null,
        canRedo: null,
        readOnly: null,
        notes: ['It lies elsewhere.'],
        offeredBackup: null,
        skipped: [{ name: 'a.txt' }],
      },
      jobs: [{ id: 'j' }],
      settings: DEFAULT_SETTINGS,
    });
    expect(window.told[1]).toMatchObject({ event: 8, commandId: 'c1', canUndo: 'Something', canRedo: null });
    expect(mirror.records).toEqual({ ...room.board.review.records, claim: {} });
    expect(mirror.stale).toBe(false);
  });

  it('is told of an empty storyboard, and of the next one, until it ends', async () => {
    const room = openRoom();
    const window = openWindow(room, 'w', ['shot-0']);
    const other = openBoard(aBoard(2));
    room.watching.show(null);
    expect((await window.now()).open).toBe(false);
    room.watching.show(other.board);
    expect(room.listening()).toBe(0);
    const next = await window.now();
    expect(Object.keys(next.records.shot)).toHaveLength(2);
    // What it looks at is looked at there as well.
    expect([...next.looked]).toEqual(['shot-0']);
    room.run('c1', { type: 'set-stars', shotId: 'shot-1', stars: 3 });
    expect(await window.now()).toBe(next);
    room.watching.close();
    await window.now();
    expect(window.ended()).toBe(true);
  });

  it('is told what went wrong while none was there: once, and nothing of what began anew meanwhile', async () => {
    const room = openRoom();
    const failed = (id: string, kind: Job['kind']) =>
      room.tellJob({ ...aJob, id, kind, seq: 1, state: 'failed', error: unavailable });
    const missedBy = async (watcher: string) => {
      const window = openWindow(room, watcher);
      await window.now();
      window.end();
      await window.now();
      return window.told.slice(1).map((told) => ('job' in told ? told.job.id : told.type));
    };
    const lost = { message: 'The model stopped.', hint: '' };

    failed('a', 'analysis');
    failed('d', 'download');
    failed('later', 'analysis');
    room.watching.tellLost(lost);
    room.tellJob({ ...aJob, id: 'done', kind: 'export', seq: 1, state: 'done' });
    expect(await missedBy('first')).toEqual(['later', 'd', 'lost']);
    expect(await missedBy('second')).toEqual([]);

    failed('again', 'analysis');
    room.tellJob(aJob);
    expect(await missedBy('third')).toEqual([]);

    room.tellJob({ ...aJob, id: 'partly', seq: 1, state: 'done', warning: 'Shot 3: It failed.' });
    expect(await missedBy('fourth')).toEqual(['partly']);

    const there = openWindow(room, 'there');
    failed('seen', 'analysis');
    room.watching.tellLost(lost);
    await there.now();
    expect(there.told.map(({ type }) => type)).toEqual(['document', 'job', 'lost']);
    there.end();
    await there.now();
    expect(await missedBy('fourth')).toEqual([]);
  });

  it('that is new begins where the others are', async () => {
    const room = openRoom();
    const first = openWindow(room, 'first', ['shot-0']);
    room.derive({
      analyses: { 'take-0': analysis('take-0'), 'take-1': analysis('take-1') },
      findings: { 'shot-0': [finding('f', 'shot-0')] },
      suggestions: { 'shot-0': suggestion('shot-0', 'red') },
    });
    const second = openWindow(room, 'second', ['shot-0']);
    const { overview, analyses, looked, confirmed } = await first.now();
    expect(await second.now()).toMatchObject({ overview, analyses, looked, confirmed });
    expect(Object.keys(overview.summaries)).toEqual(['take-0', 'take-1']);
    expect(second.told).toHaveLength(1);
  });

  it('takes its name over from the one before, and frees it', async () => {
    const room = openRoom();
    const first = openWindow(room, 'w');
    const second = openWindow(room, 'w');
    await first.now();
    expect(first.ended()).toBe(true);
    second.look(['shot-1']);
    expect([...(await second.now()).looked]).toEqual(['shot-1']);
    second.end();
    await second.now();
    expect(second.ended()).toBe(true);
    expect(codeOf(() => second.look([]))).toBe('NOT_FOUND');
    expect(codeOf(() => room.watching.look({ watcher: 'nobody', shots: [] }))).toBe('NOT_FOUND');
  });
});

describe('at a glance', () => {
  it('scores are told as they are shown, and nothing when that stays the same', async () => {
    const room = openRoom();
    const window = openWindow(room, 'w');
    room.derive({
      analyses: {
        'take-0': analysis('take-0', {
          scores: { ...scores, description: 0.8349, style: -0.001 },
          verdicts: [verdict('claim-0', 0.5, 'unsure'), verdict('claim-1', 0.9)],
        }),
      },
    });
    room.derive({
      analyses: {
        'take-0': analysis('take-0', {
          scores: { ...scores, description: 0.8301, style: 0 },
          verdicts: [verdict('claim-0', 0.52, 'unsure')],
        }),
      },
    });
    const mirror = await window.now();
    expect(window.told.map(({ type }) => type)).toEqual(['document', 'derived']);
    expect(mirror.overview.summaries['take-0']).toEqual({
      state: 'done',
      error: null,
      scores: { ...scores, description: 0.83, style: 0 },
      found: true,
      unsure: true,
      judged: 1,
      palette: ['#aabbcc'],
    });
    room.derive({ analyses: { 'take-0': analysis('take-0', { scores: { ...scores, description: 0.84 } }) } });
    expect((await window.now()).overview.summaries['take-0']).toMatchObject({
      scores: { description: 0.84 },
      unsure: false,
    });
    room.derive({ analyses: { 'take-0': null, 'take-9': null } });
    expect((await window.now()).overview.summaries).toEqual({});
    expect(window.told).toHaveLength(4);
  });

  it('of findings the ones that changed are sent, in their order', async () => {
    const room = openRoom();
    const window = openWindow(room, 'w');
    const [a, b] = [finding('a', 'shot-0'), finding('b', 'shot-0')];
    const derive = (findings: DerivedChange['findings']) => room.derive({ findings });
    derive({ 'shot-0': [a, b], 'shot-1': [] });
    const before = (await window.now()).overview.findings['shot-0'];
    const green = finding('a', 'shot-0', 'Her coat is green.');
    derive({ 'shot-0': [b, green] });
    const after = (await window.now()).overview.findings['shot-0'];
    expect(after).toEqual([b, green]);
    expect(after?.[0]).toBe(before?.[1]);
    expect(window.told.at(-1)).toHaveProperty('change.findings.shot-0', [
      { key: 'b', changed: {} },
      { key: 'a', changed: { message: green.message } },
    ]);
    const shown = { ...green, evidence: { ...green.evidence, detail: 'P = 0.10 here.' } };
    derive({ 'shot-0': [b, shown] });
    expect((await window.now()).overview.findings['shot-0']).toEqual([b, shown]);
    expect(window.told.at(-1)).toHaveProperty('change.findings.shot-0', [
      { key: 'b', changed: {} },
      { key: 'a', changed: { evidence: { detail: 'P = 0.10 here.' } } },
    ]);
    derive({ 'shot-0': [b, green] });
    derive({ 'shot-0': [b, { ...green }] });
    derive({ 'shot-0': [green, b] });
    expect((await window.now()).overview.findings['shot-0']).toEqual([green, b]);
    expect(window.told.at(-1)).toHaveProperty('change.findings.shot-0', [
      { key: 'a', changed: {} },
      { key: 'b', changed: {} },
    ]);
    derive({ 'shot-0': [] });
    expect((await window.now()).overview.findings).toEqual({});
    expect(window.told).toHaveLength(7);
  });

  it('of suggestions the ones that changed', async () => {
    const room = openRoom();
    const window = openWindow(room, 'w');
    const derive = (suggestions: DerivedChange['suggestions']) => room.derive({ suggestions });
    derive({ 'shot-0': suggestion('shot-0', 'red'), 'shot-1': suggestion('shot-1', 'red') });
    derive({ 'shot-0': suggestion('shot-0', 'red'), 'shot-1': suggestion('shot-1', 'blue'), 'shot-2': null });
    await window.now();
    expect(window.told.at(-1)).toMatchObject({ change: { suggestions: { 'shot-1': { prompt: 'blue' } } } });
    derive({ 'shot-0': null });
    expect((await window.now()).overview.suggestions).toEqual({ 'shot-1': suggestion('shot-1', 'blue') });
  });
});

describe('of the shots that it looks at', () => {
  it('a window is told everything, and of no others', async () => {
    const room = openRoom();
    room.derive({ analyses: { 'take-0': analysis('take-0'), 'take-1': analysis('take-1') } });
    const window = openWindow(room, 'w', ['shot-0', 'not-there']);
    const first = await window.now();
    expect(window.told).toHaveLength(1);
    expect([...first.looked]).toEqual(['shot-0']);
    expect(Object.keys(first.records.claim)).toEqual(['claim-0']);
    expect(first.analyses).toEqual({ 'take-0': analysis('take-0') });

    window.look(['shot-0', 'shot-1']);
    window.look(['shot-1', 'shot-0']);
    const second = await window.now();
    expect(window.told).toHaveLength(2);
    expect(window.told[1]).toMatchObject({
      details: { claims: { 'shot-1': { 'claim-1': {} } }, shots: ['shot-0', 'shot-1'] },
    });
    expect(Object.keys(second.records.claim)).toEqual(['claim-0', 'claim-1']);
    expect(second.analyses['take-0']).toBe(first.analyses['take-0']);

    window.look(['shot-1', 'shot-2']);
    const third = await window.now();
    expect([...third.looked]).toEqual(['shot-1', 'shot-2']);
    expect(Object.keys(third.records.claim)).toEqual(['claim-1', 'claim-2']);
    expect(Object.keys(third.analyses)).toEqual(['take-1']);
    window.look([]);
    expect(await window.now()).toMatchObject({ analyses: {}, records: { claim: {} }, looked: new Set() });
  });

  it('what can be seen of an analysis is told where it changed', async () => {
    const room = openRoom();
    const window = openWindow(room, 'w', ['shot-0', 'shot-2']);
    const derive = (takeId: string, change: Partial<TakeAnalysis> | null) =>
      room.derive({ analyses: { [takeId]: change && analysis(takeId, change) } });
    derive('take-0', {});
    derive('take-1', {});
    const first = await window.now();
    expect(Object.keys(first.analyses)).toEqual(['take-0']);
    const before = window.told.length;
    derive('take-0', {
      style: [measure(14.604, -1.04)],
      quality: [measure(0.3149, 0.46)],
      scores: { ...scores, quality: 0.999 },
    });
    derive('take-1', { milliseconds: 3 });
    await window.now();
    expect(window.told).toHaveLength(before);
    derive('take-0', { style: [measure(14.604, -1.06)], milliseconds: 13, whole: 0.123456 });
    const after = await window.now();
    expect(window.told.at(-1)).toMatchObject({
      type: 'details',
      details: { claims: {}, shots: null },
    });
    expect(window.told.at(-1)).toHaveProperty('details.analyses', {
      'take-0': { style: { blur: { z: -1.1 } }, milliseconds: 13, whole: 0.123456 },
    });
    expect(after.analyses['take-0']?.quality).toBe(first.analyses['take-0']?.quality);
    derive('take-0', { verdicts: [verdict('claim-0', 0.81)], whole: null });
    expect((await window.now()).analyses['take-0']?.verdicts[0]?.p).toBe(0.81);
    derive('take-0', null);
    derive('take-3', null);
    expect((await window.now()).analyses).toEqual({});
  });

  it('claims are told by the change itself, to whom they concern', async () => {
    const room = openRoom();
    const window = openWindow(room, 'w', ['shot-0']);
    const other = openWindow(room, 'other', ['shot-1']);
    const text = { text: 'the umbrella is black' };
    room.run('c1', { type: 'edit-claim', claimId: 'claim-0', ...text });
    room.run('c2', { type: 'add-claim', shotId: 'shot-1', kind: 'entity', text: 'a lamp' });
    room.change((records) => ({
      ...records,
      claim: Object.fromEntries(Object.entries(records.claim).slice(1)),
    }));
    const mirror = await window.now();
    expect(window.told[1]).toMatchObject({ patch: { claim: { changed: { 'claim-0': text } } } });
    expect(window.told[2]).toHaveProperty('patch', { moves: [] });
    expect(window.told[3]).toMatchObject({ patch: { claim: { removed: ['claim-0'] } } });
    expect(mirror.records.claim).toEqual({});
    expect(other.told[1]).toHaveProperty('patch', { moves: [] });
    expect(other.told[3]).toHaveProperty('patch', { moves: [] });
    expect(Object.keys((await other.now()).records.claim)).toEqual(['claim-1', 'c2']);
  });

  it('a shot that comes or goes is told with all of it', async () => {
    const all = aBoard(3);
    const without = { ...all, shot: { 'shot-0': all.shot['shot-0'] }, take: {}, claim: {} } as Records;
    const room = openRoom(without);
    const window = openWindow(room, 'w', ['shot-1', 'shot-0']);
    expect([...(await window.now()).looked]).toEqual(['shot-0']);
    room.change(() => all);
    const there = await window.now();
    expect([...there.looked].sort()).toEqual(['shot-0', 'shot-1']);
    expect(Object.keys(there.records.claim).sort()).toEqual(['claim-0', 'claim-1']);
    room.derive({ analyses: { 'take-1': analysis('take-1') } });
    room.change(() => without);
    const gone = await window.now();
    expect([...gone.looked]).toEqual(['shot-0']);
    expect(gone.records.claim).toEqual({});
    expect(gone.analyses).toEqual({});
  });

  it('a claim that the artist changes never shows as it was again', async () => {
    const room = openRoom();
    const window = openWindow(room, 'w', ['shot-0']);
    await window.now();
    const command = { type: 'edit-claim', claimId: 'claim-0', muted: true } as const;
    const muted: (boolean | undefined)[] = [];
    window.expects((mirror) =>
      expectChange(mirror, command, inputsOf({ id: 'c1', at: 0 }, DEFAULT_SETTINGS)),
    );
    const look = async () => muted.push((await window.now()).records.claim['claim-0']?.muted);
    await look();
    const { seq } = room.run('c1', command);
    window.expects((mirror) => answered(mirror, 'c1', seq));
    await look();
    room.derive({ analyses: { 'take-0': analysis('take-0', { verdicts: [] }) } });
    await look();
    expect(muted).toEqual([true, true, true]);
    expect((await window.now()).expected).toEqual([]);
  });
});

it('a window that heard every change knows what a new one is told', async () => {
  const n = fc.nat(4);
  const derived = fc.record({
    analyses: fc.dictionary(
      n.map((at) => `take-${at}`),
      fc.option(
        fc
          .record({
            score: fc.double({ min: 0, max: 1, noNaN: true }),
            p: fc.constantFrom(0.2, 0.5, 0.9),
            value: n,
          })
          .map(({ score, p, value }) =>
            analysis('take-0', {
              scores: { ...scores, description: score },
              verdicts: [verdict('claim-0', p, p === 0.5 ? 'unsure' : 'pass')],
              style: [measure(value, score)],
            }),
          ),
      ),
    ),
    findings: fc.dictionary(
      n.map((at) => `shot-${at}`),
      fc
        .uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('x', 'y')), {
          selector: ([key]) => key,
        })
        .map((found) => found.map(([key, message]) => finding(key, 'shot-0', message))),
    ),
    suggestions: fc.dictionary(
      n.map((at) => `shot-${at}`),
      fc.option(fc.constantFrom('red', 'blue').map((prompt) => suggestion('shot-0', prompt))),
    ),
  });
  const step = fc.oneof(
    {
      weight: 4,
      arbitrary: drawCommand.map(
        (draw) => (room: Room) =>
          void codeOf(() => room.run(`c${room.board.review.seq}`, draw(room.board.review.records))),
      ),
    },
    { weight: 1, arbitrary: fc.constant((room: Room) => room.undo()) },
    { weight: 3, arbitrary: derived.map((change) => (room: Room) => room.derive(change)) },
    {
      weight: 2,
      arbitrary: fc
        .subarray(['shot-0', 'shot-1', 'shot-2', 'shot-3', 'shot-9'])
        .map((shots) => (room: Room) => room.watching.look({ watcher: 'old', shots })),
    },
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 20 }),
      fc.subarray(['shot-0', 'shot-1', 'shot-2', 'shot-3']),
      async (steps, last) => {
        const room = openRoom();
        const old = openWindow(room, 'old', ['shot-1']);
        for (const take of steps) take(room);
        old.look(last);
        const fresh = openWindow(room, 'new', last);
        const { seq: _, ...told } = await old.now();
        const { seq: __, ...anew } = await fresh.now();
        expect(told).toEqual(anew);
        expect(anew.event).toBe(room.board.review.seq);
        expect({ ...anew.records, claim: {} }).toEqual({ ...room.board.review.records, claim: {} });
        const claims = Object.values(room.board.review.records.claim).filter(({ shotId }) =>
          last.includes(shotId),
        );
        expect(Object.keys(anew.records.claim).sort()).toEqual(claims.map(({ id }) => id).sort());
      },
    ),
    { numRuns: 300 },
  );
});

describe('pictures that are being made', () => {
  const assets = { hold: (_owner: string, bytes: Buffer) => `id of ${bytes}`, release: () => undefined };
  const at = (progress: number, preview?: Buffer) => ({
    state: 'running' as const,
    progress,
    doing: 'Drawing',
    ...(preview && { preview }),
  });

  it('are told by whole per cent, with the last preview, until they are there', async () => {
    const room = openRoom();
    const early = openWindow(room, 'early');
    for (const step of [at(0.101), at(0.104), at(0.104, Buffer.from('one')), at(0.11), at(1)])
      room.making.update('r', assets, step);
    const late = openWindow(room, 'late');
    const now = {
      r: { state: 'running', percent: 100, secondsLeft: 0, doing: 'Drawing', preview: 'id of one' },
    };
    expect((await early.now()).making).toEqual(now);
    expect((await late.now()).making).toEqual(now);
    const told = early.told.flatMap((message) => (message.type === 'making' ? message.making : []));
    expect(told.map((making) => [making?.percent, making?.preview])).toEqual([
      [10, null],
      [10, 'id of one'],
      [11, 'id of one'],
      [100, 'id of one'],
    ]);
    room.making.end('r', assets);
    expect((await early.now()).making).toEqual({});
    expect(room.making.current).toEqual({});
  });

  it('are not told to have ended when nothing was told of them', () => {
    const ended: string[] = [];
    const making = new InTheMaking();
    making.onChange((id) => void ended.push(id));
    making.end('r', assets);
    expect(ended).toEqual([]);
  });
});
