import type { Finding, TakeAnalysis } from '@shared/analysis.js';
import { type Command, changeOf, inputsOf } from '@shared/commands/index.js';
import type { Message } from '@shared/contract/index.js';
import type { Job } from '@shared/job.js';
import type { FindingChange } from '@shared/overview.js';
import {
  applyDiff,
  type Claim,
  diffBetween,
  patchOf,
  type Records,
  TABLE_NAMES,
} from '@shared/records/index.js';
import { sentClaimsOf } from '@shared/sent-claim.js';
import { DEFAULT_SETTINGS } from '@shared/settings.js';
import { SOURCE_AS_READ } from '@shared/source-change/index.js';
import { analysis, boardOf, finding, suggestion, summary } from '@testing/derived-board.js';
import { aClaim } from '@testing/records.js';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answered,
  EMPTY_MIRROR,
  expectChange,
  type Mirror,
  receive,
  receiveAll,
  withdraw,
} from './mirror.js';

type Of<T extends Message['type']> = Extract<Message, { type: T }>;

/** The board at its change 10, told in the first message. */
const documentOf = (records: Records, change: Partial<Of<'document'>> = {}): Of<'document'> => ({
  type: 'document',
  seq: 1,
  document: {
    reviewKey: 'r1',
    event: 10,
    records,
    overview: boardOf(3, [1]).overview,
    canUndo: null,
    canRedo: 'Hold shot 2',
    readOnly: null,
    opensAgain: false,
    notes: [],
    offeredBackup: null,
    skipped: [],
  },
  details: { shots: [], claims: {}, analyses: {} },
  jobs: [],
  making: {},
  source: SOURCE_AS_READ,
  watchesOnly: false,
  settings: DEFAULT_SETTINGS,
  problem: null,
  withheld: null,
  question: null,
  placings: [],
  waiting: null,
  ...change,
});

/** Change 11 in message 2, and so on. */
const changeTo = (
  from: Records,
  to: Records,
  nth: number,
  commandId: string | null = null,
): Of<'change'> => ({
  type: 'change',
  seq: 1 + nth,
  event: 10 + nth,
  patch: patchOf(diffBetween(from, to)),
  commandId,
  canUndo: 'Hold shot 1',
  canRedo: null,
});

const withStatus = (
  records: Records,
  shotId: string,
  status: 'approved' | 'on-hold' | 'rejected',
): Records => {
  const from = records.shot[shotId];
  return from ? { ...records, shot: { ...records.shot, [shotId]: { ...from, status } } } : records;
};

const claim = (id: string, shotId: string): Claim => ({ ...aClaim(0), id, shotId });

const { records } = boardOf(3, [1]);
const opened = (): Mirror => receive(EMPTY_MIRROR, documentOf(records));
const inputs = (id: string) => inputsOf({ id, at: 1000 }, DEFAULT_SETTINGS);
const hold: Command = { type: 'hold', shotId: 's0', reason: '' };
const expectHold = (mirror: Mirror): Mirror => expectChange(mirror, hold, inputs('c1'));

const job = (change: Partial<Job>): Job => ({
  id: 'j',
  kind: 'analysis',
  state: 'running',
  seq: 0,
  progress: 0,
  done: 0,
  total: 1,
  doing: '',
  secondsLeft: null,
  summary: '',
  warning: '',
  error: null,
  startedAt: 0,
  ...change,
});

describe('the mirror', () => {
  it('begins with the document, whatever was there before', () => {
    const before = { ...opened(), stale: true, seq: 40, canUndo: 'Hold shot 1', jobs: { j: job({}) } };
    const now = receive(before, documentOf(records, { jobs: [job({ id: 'other' })] }));
    expect(now).toMatchObject({
      open: true,
      seq: 1,
      stale: false,
      event: 10,
      canUndo: null,
      canRedo: 'Hold shot 2',
    });
    expect(now.records).toEqual(records);
    expect(now.overview).toEqual(boardOf(3, [1]).overview);
    expect(Object.keys(now.jobs)).toEqual(['other']);
    const none = receive(now, documentOf(records, { document: null, jobs: [job({})] }));
    expect(none).toMatchObject({
      open: false,
      records: EMPTY_MIRROR.records,
      overview: EMPTY_MIRROR.overview,
    });
    expect(Object.keys(none.jobs)).toEqual(['j']);
  });

  it('ends at the host’s records whatever changes were made', () => {
    const steps = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 4 }), fc.constantFrom('approved', 'on-hold', 'rejected')),
    );
    fc.assert(
      fc.property(steps, (made) => {
        let host = boardOf(5).records;
        let mirror = receive(EMPTY_MIRROR, documentOf(host));
        made.forEach(([at, status], i) => {
          const next = withStatus(host, `s${at}`, status as 'approved');
          mirror = receive(mirror, changeTo(host, next, i + 1));
          host = next;
        });
        expect(mirror.records).toEqual(host);
        expect(mirror.confirmed).toEqual(host);
        expect(mirror.stale).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  it('ignores what it already has, and asks anew after a gap', () => {
    const held = withStatus(records, 's0', 'on-hold');
    const once = receive(opened(), changeTo(records, held, 1));
    expect(once.stale).toBe(false);
    expect(receive(once, changeTo(held, records, 1))).toBe(once);
    const gap = receive(once, changeTo(held, records, 3));
    expect(gap.stale).toBe(true);
    expect(receive(gap, { ...changeTo(held, records, 4), seq: gap.seq + 1 }).stale).toBe(true);
    expect(receive(gap, documentOf(held)).stale).toBe(false);
  });

  it('makes no change twice that the document has in it already', () => {
    const moving: Command = { type: 'move-shots', shotIds: ['s0'], beside: 's2', side: 'after' };
    const moved = changeOf(records, moving, inputs('m'));
    const after = applyDiff(records, moved);
    const told = { ...changeTo(records, after, 1, 'm'), event: 10 };
    const now = receive(expectChange(receive(EMPTY_MIRROR, documentOf(after)), hold, inputs('m')), told);
    expect(now.records).toEqual(after);
    expect(now).toMatchObject({ event: 10, expected: [] });
  });

  it('takes what is derived, and keeps the objects that are the same', () => {
    const before = opened();
    const other = finding(1, { key: 'other' });
    const told = (seq: number, change: Of<'derived'>['change']): Message => ({
      type: 'derived',
      seq,
      change,
    });
    const after = receive(
      before,
      told(2, {
        summaries: { t0: summary(0.2), t2: null },
        findings: { s1: [other, { key: 'f1', changed: {} }], s2: [finding(2)] },
        suggestions: { s1: null, s2: suggestion(2) },
      }),
    );
    const { summaries, findings, suggestions } = after.overview;
    expect(Object.keys(summaries)).toEqual(['t0', 't1']);
    expect(summaries.t0?.scores.description).toBe(0.2);
    expect(summaries.t1).toBe(before.overview.summaries.t1);
    expect(findings.s1).toEqual([other, finding(1)]);
    expect(findings.s1?.[1]).toBe(before.overview.findings.s1?.[0]);
    expect(suggestions).toEqual({ s2: suggestion(2) });

    const reworded = finding(1, { message: 'Her coat is blue.' });
    const changes = told(3, { summaries: {}, findings: { s1: [reworded], s2: [] }, suggestions: {} });
    const last = receive(after, changes).overview;
    expect(last.findings).toEqual({ s1: [reworded] });
    expect(last.summaries).toBe(summaries);
    expect(last.suggestions).toBe(suggestions);
  });

  it('takes together what one after the other comes to, and puts each table together once', () => {
    const summed = (n: number) =>
      fc.constantFrom(null, summary(0.1), summary(0.9)).map((one) => ({ [`t${n}`]: one }));
    const found = (n: number) =>
      fc
        .constantFrom<(Finding | FindingChange)[]>(
          [],
          [finding(n)],
          [{ key: `f${n}`, changed: { message: 'It is blue.' } }],
          [{ key: `f${n}`, changed: {} }, finding(n, { key: 'other' })],
        )
        .map((list) => ({ [`s${n}`]: list }));
    const derived = fc.tuple(fc.nat(2), fc.nat(2), fc.option(fc.nat(2))).chain(([n, m, k]) =>
      fc.tuple(summed(n), found(m)).map(([summaries, findings]) => ({
        type: 'derived' as const,
        change: { summaries, findings, suggestions: k === null ? {} : { [`s${k}`]: suggestion(k) } },
      })),
    );
    const other = fc.constantFrom(
      { type: 'job' as const, job: job({ seq: 3 }) },
      { type: 'making' as const, requestId: 'r', making: null },
    );
    const gaps = fc.constantFrom(0, 1, 1, 1, 1, 2);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.oneof(derived, other), gaps), { maxLength: 8 }), (sent) => {
        let seq = 1;
        const messages = sent.map(([message, gap]): Message => {
          seq += gap;
          return { ...message, seq };
        });
        const before = opened();
        expect(receiveAll(before, messages)).toEqual(messages.reduce(receive, before));
        const anew = [...messages, documentOf(records)];
        expect(receiveAll(before, anew)).toEqual(anew.reduce(receive, before));
      }),
      { numRuns: 300 },
    );
    let copies = 0;
    const { summaries } = opened().overview;
    const counted = new Proxy(summaries, {
      ownKeys(table) {
        copies++;
        return Reflect.ownKeys(table);
      },
    });
    const before = { ...opened(), overview: { ...opened().overview, summaries: counted } };
    const many = Array.from({ length: 20 }, (_, at): Message => {
      const change = { summaries: { t0: summary(at / 20) }, findings: {}, suggestions: {} };
      return { type: 'derived', seq: at + 2, change };
    });
    expect(receiveAll(before, many).overview.summaries.t0?.scores.description).toBe(0.95);
    expect(copies).toBe(1);
  });

  it('knows everything of the shots that it looks at, and nothing more of the others', () => {
    const look = (seq: number, details: Of<'details'>['details']): Message => ({
      type: 'details',
      seq,
      details,
    });
    const first = receive(
      opened(),
      look(2, {
        shots: ['s0', 's1'],
        claims: sentClaimsOf([claim('a', 's0'), claim('b', 's1')]),
        analyses: { t0: analysis('t0', 0.3), t1: analysis('t1', 0.4) },
      }),
    );
    expect([...first.looked]).toEqual(['s0', 's1']);
    expect(Object.keys(first.records.claim)).toEqual(['a', 'b']);
    const changed = look(3, {
      shots: ['s0', 's1'],
      claims: {},
      analyses: { t0: { coarse: true } as Partial<TakeAnalysis> },
    });
    const second = receive(first, changed);
    expect(second.analyses.t0).toEqual({ ...analysis('t0', 0.3), coarse: true });
    expect(second.analyses.t1).toBe(first.analyses.t1);
    // Details of takes are no reason to join the board anew.
    expect(second.records).toBe(first.records);
    const third = receive(
      second,
      look(4, { shots: ['s1', 's2'], claims: sentClaimsOf([claim('c', 's2')]), analyses: { t0: null } }),
    );
    expect([...third.looked]).toEqual(['s1', 's2']);
    expect(Object.keys(third.records.claim)).toEqual(['b', 'c']);
    expect(third.records.claim.b).toBe(first.records.claim.b);
    expect(Object.keys(third.analyses)).toEqual(['t1']);
    expect(third.records.shot).toBe(first.records.shot);
    const fourth = receive(third, look(5, { shots: ['s1'], claims: {}, analyses: {} }));
    expect(Object.keys(fourth.records.claim)).toEqual(['b']);
  });

  it('has the details that come with the document at once', () => {
    const claims = { a: claim('a', 's0') };
    const details = {
      shots: ['s0'],
      claims: sentClaimsOf(Object.values(claims)),
      analyses: { t0: analysis('t0', 0.3) },
    };
    const now = receive(EMPTY_MIRROR, documentOf(records, { details }));
    expect([...now.looked]).toEqual(['s0']);
    expect(now.records.claim).toEqual(claims);
    expect(now.analyses).toEqual(details.analyses);
  });

  it('never lets a job go back', () => {
    const told = (seq: number, change: Partial<Job>): Message => ({ type: 'job', seq, job: job(change) });
    const running = receive(opened(), told(2, { seq: 0 }));
    const other = receive(running, told(3, { id: 'k' }));
    const done = receive(other, told(4, { seq: 1, state: 'done' }));
    const late = receive(done, told(5, { seq: 0 }));
    const again = receive(late, told(6, { seq: 1 }));
    expect(again.jobs.j?.state).toBe('done');
    expect(again.jobs.k?.state).toBe('running');
    expect(again.seq).toBe(6);
  });

  it('knows how far each picture is that is being made, until nothing is made of it any more', () => {
    const told = (seq: number, requestId: string, making: Mirror['making'][string] | null): Message =>
      ({ type: 'making', seq, requestId, making }) as Message;
    const half = { progress: 0.5 } as unknown as Mirror['making'][string];
    const first = receive(opened(), told(2, 'r1', half));
    const both = receive(first, told(3, 'r2', half));
    expect(both.making).toEqual({ r1: half, r2: half });
    expect([both.seq, both.source]).toEqual([3, first.source]);
    expect(receive(both, told(4, 'r1', null)).making).toEqual({ r2: half });
  });

  it('is read-only while another window decides, and as the review itself says after it', () => {
    const { settings, problem, withheld, question, placings, waiting } = documentOf(boardOf(3, []).records);
    const told = (mirror: Mirror, watchesOnly: boolean) =>
      receive(mirror, {
        type: 'settings',
        seq: mirror.seq + 1,
        watchesOnly,
        settings,
        problem,
        withheld,
        question,
        placings,
        waiting,
      });
    const watching = told(opened(), true);
    expect(watching).toMatchObject({ watchesOnly: true, barred: null, readOnly: expect.any(String) });
    expect(told(watching, false)).toMatchObject({ watchesOnly: false, readOnly: null });
    const document = documentOf(boardOf(3, []).records, { watchesOnly: true });
    if (!document.document) throw new Error('a document has one');
    const barred = receive(EMPTY_MIRROR, {
      ...document,
      document: { ...document.document, readOnly: 'Open by Ada.' },
    });
    expect(barred).toMatchObject({ barred: 'Open by Ada.', readOnly: 'Open by Ada.' });
    expect(told(barred, false).readOnly).toBe('Open by Ada.');
  });

  it('counts messages that change nothing in it', () => {
    const told = receive(opened(), {
      type: 'settings',
      seq: 2,
      watchesOnly: false,
      settings: DEFAULT_SETTINGS,
      problem: null,
      withheld: null,
      question: null,
      placings: [],
      waiting: null,
    });
    expect(told).toEqual({ ...opened(), seq: 2 });
  });
});

describe('what is expected', () => {
  it('shows at once and is settled by the host’s own change', () => {
    const before = opened();
    const expected = expectHold(before);
    expect(expected.records.shot.s0?.status).toBe('on-hold');
    expect(expected.confirmed).toBe(before.confirmed);
    const host = withStatus(before.confirmed, 's0', 'on-hold');
    const other = receive(expected, changeTo(before.confirmed, before.confirmed, 1, 'other'));
    expect(other.expected).toHaveLength(1);
    const settled = receive(expected, changeTo(before.confirmed, host, 1, 'c1'));
    expect(settled.expected).toEqual([]);
    expect(settled.records).toEqual(host);
    expect(settled.canUndo).toBe('Hold shot 1');
    expect(settled.canRedo).toBeNull();
  });

  it('leaves every table and record as it is when the host confirms it', () => {
    const shown = expectHold(opened());
    const host = changeOf(records, hold, inputs('c1'));
    const sent = JSON.parse(JSON.stringify(changeTo(records, applyDiff(records, host), 1, 'c1')));
    const confirmed = receive(shown, sent);
    expect(confirmed.expected).toEqual([]);
    for (const table of TABLE_NAMES) expect(confirmed.records[table], table).toBe(shown.records[table]);
    expect(confirmed.confirmed).toBe(confirmed.records);
  });

  it('keeps the records that the host says the same of, and takes those that it says more of', () => {
    const shown = expectHold(opened());
    const host = applyDiff(records, changeOf(records, hold, inputs('c1')));
    const more = withStatus(host, 's1', 'approved');
    const confirmed = receive(shown, changeTo(records, more, 1, 'c1'));
    expect(confirmed.records).toEqual(more);
    expect(confirmed.records.shot.s0).toBe(shown.records.shot.s0);
    expect(confirmed.records.decision).toBe(shown.records.decision);
    const gone = receive(confirmed, changeTo(more, { ...more, decision: {} }, 2));
    expect(gone.records.decision).toEqual({});
  });

  it('shows on between the host’s answer and its change', () => {
    const before = receive(opened(), {
      type: 'details',
      seq: 2,
      details: { shots: ['s0'], claims: sentClaimsOf([claim('a', 's0')]), analyses: {} },
    });
    const muted = (mirror: Mirror) => mirror.records.claim.a?.muted;
    const mute: Command = { type: 'edit-claim', claimId: 'a', muted: true };
    const expected = expectChange(before, mute, inputs('c1'));
    const told = answered(expected, 'c1', 11);
    const more = receive(told, {
      type: 'details',
      seq: 3,
      details: { shots: ['s0'], claims: {}, analyses: { t0: analysis('t0', 0.3) } },
    });
    const host = applyDiff(before.confirmed, changeOf(before.confirmed, mute, inputs('c1')));
    const settled = receive(more, { ...changeTo(before.confirmed, host, 1, 'c1'), seq: 4 });
    expect([before, expected, told, more, settled].map(muted)).toEqual([false, true, true, true, true]);
    expect(settled.expected).toEqual([]);
    // Answered after its change, or without one.
    expect(answered(expected, 'c1', 10).expected).toEqual([]);
  });

  it('outlives a document that does not have it yet, and no other', () => {
    const next: Command = { type: 'set-stars', shotId: 's1', stars: 3 };
    const both = answered(expectChange(expectHold(opened()), next, inputs('c2')), 'c2', 12);
    const early = receive(both, documentOf(records));
    expect(early.records.shot.s0?.status).toBe('on-hold');
    expect(early.records.shot.s1?.stars).toBe(3);
    const { document } = documentOf(records);
    const late = receive(both, documentOf(records, { document: document && { ...document, event: 12 } }));
    expect(late.expected.map(({ inputs }) => inputs.id)).toEqual(['c1']);
    expect(late.records.shot.s1?.stars).toBe(0);
  });

  it('is taken back when it is refused, and keeps what came meanwhile', () => {
    const before = opened();
    const meanwhile = withStatus(before.confirmed, 's2', 'rejected');
    const both = receive(expectHold(before), changeTo(before.confirmed, meanwhile, 1));
    expect(both.records.shot.s0?.status).toBe('on-hold');
    const back = withdraw(both, 'c1');
    expect(back.records).toEqual(meanwhile);
    expect(withdraw(back, 'c1')).toBe(back);
  });

  it('is taken back alone', () => {
    const note: Command = { type: 'set-note', shotId: 's0', note: 'Keep the fog.' };
    const both = expectChange(expectHold(opened()), note, inputs('c2'));
    expect(both.records.shot.s0).toMatchObject({ status: 'on-hold', note: 'Keep the fog.' });
    expect(withdraw(both, 'c1').records.shot.s0).toMatchObject({ status: 'pending', note: 'Keep the fog.' });
    expect(withdraw(both, 'c2').records.shot.s0).toMatchObject({ status: 'on-hold', note: '' });
  });

  it('shows nothing of a command that the rules refuse, and what follows it all the same', () => {
    const gone: Command = { type: 'hold', shotId: 'gone', reason: '' };
    const before = opened();
    const refused = expectChange(before, gone, inputs('c0'));
    expect(refused.records).toEqual(before.records);
    expect(expectHold(refused).records.shot.s0?.status).toBe('on-hold');
  });

  it('makes the very records that the host makes of the same command', () => {
    const order: Command = {
      type: 'approve-suggestion',
      shotId: 's0',
      takeId: 't0',
      prompt: 'a girl in a red coat',
      negativePrompt: '',
      seed: 'new',
      strength: null,
      acceptedEdits: [],
      edited: false,
    };
    const all: Command = { type: 'bulk', commands: [order, { ...order, shotId: 's1', takeId: 't1' }, hold] };
    const { id, at } = inputs('c1');
    const sent = inputsOf(JSON.parse(JSON.stringify({ id, at })), DEFAULT_SETTINGS);
    const host = changeOf(records, JSON.parse(JSON.stringify(all)), sent);
    expect(expectChange(opened(), all, inputs('c1')).records).toEqual(applyDiff(records, host));
    expect(Object.keys(host.request?.added ?? {})).toHaveLength(2);
  });
});
