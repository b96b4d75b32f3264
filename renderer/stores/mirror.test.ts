import { type Command, changeOf, inputsOf } from '@shared/commands/index.js';
import type { Document, Message } from '@shared/contract/index.js';
import type { Job } from '@shared/job.js';
import { applyDiff, diffBetween, type Records } from '@shared/records/index.js';
import { DEFAULT_SETTINGS } from '@shared/settings.js';
import { analysis, boardOf, finding } from '@testing/derived-board.js';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_MIRROR, expectChange, type Mirror, receive, withdraw } from './mirror.js';

const documentOf = (records: Records, seq = 0): Message => {
  const document: Document = {
    seq,
    reviewKey: 'r1',
    records,
    derived: boardOf(3, [1]).derived,
    jobs: [],
    settings: DEFAULT_SETTINGS,
    canUndo: null,
    canRedo: null,
    readOnly: null,
    skipped: [],
  };
  return { type: 'document', document };
};

const changeTo = (from: Records, to: Records, seq: number, commandId: string | null = null): Message => ({
  type: 'change',
  seq,
  diff: diffBetween(from, to),
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

const opened = (): Mirror => receive(EMPTY_MIRROR, documentOf(boardOf(3, [1]).records));
const inputs = (id: string) => inputsOf({ id, at: 1000 }, DEFAULT_SETTINGS);
const hold: Command = { type: 'hold', shotId: 's0', reason: '' };
const expectHold = (mirror: Mirror): Mirror => expectChange(mirror, hold, inputs('c1'));

describe('the mirror', () => {
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
        expect(mirror.stale).toBe(false);
      }),
    );
  });

  it('ignores what it already has, and asks anew after a gap', () => {
    const mirror = opened();
    const held = withStatus(mirror.records, 's0', 'on-hold');
    const once = receive(mirror, changeTo(mirror.records, held, 1));
    expect(receive(once, changeTo(held, mirror.records, 1))).toBe(once);
    expect(receive(once, changeTo(held, mirror.records, 3)).stale).toBe(true);
  });

  it('follows a download while no storyboard is open, without asking anew', () => {
    const job: Job = {
      id: 'd1',
      kind: 'download',
      state: 'running',
      seq: 3,
      progress: 0.5,
      done: 5,
      total: 10,
      doing: 'config.json',
      secondsLeft: 4,
      summary: '',
      error: null,
      startedAt: 0,
    };
    const none = receive(EMPTY_MIRROR, { type: 'document', document: null });
    const heard = receive(none, { type: 'job', seq: 40, job });
    expect([heard.stale, heard.jobs.d1?.progress]).toEqual([false, 0.5]);
    expect(receive(heard, { type: 'job', seq: 45, job: { ...job, seq: 4 } }).stale).toBe(false);
  });

  it('shows an expected change at once and settles it by the host’s own', () => {
    const before = opened();
    const expected = expectHold(before);
    expect(expected.records.shot.s0?.status).toBe('on-hold');
    expect(expected.confirmed).toBe(before.confirmed);
    const host = withStatus(before.confirmed, 's0', 'on-hold');
    const settled = receive(expected, changeTo(before.confirmed, host, 1, 'c1'));
    expect(settled.expected).toEqual([]);
    expect(settled.records).toEqual(host);
    expect(settled.canUndo).toBe('Hold shot 1');
  });

  it('takes a refused change back and keeps what came meanwhile', () => {
    const before = opened();
    const meanwhile = withStatus(before.confirmed, 's2', 'rejected');
    const both = receive(expectHold(before), changeTo(before.confirmed, meanwhile, 1));
    expect(both.records.shot.s0?.status).toBe('on-hold');
    const back = withdraw(both, 'c1');
    expect(back.records).toEqual(meanwhile);
    expect(withdraw(back, 'c1')).toBe(back);
  });

  it('merges analyses, replaces findings, and keeps the objects that are the same', () => {
    const before = opened();
    const kept = before.derived.findings[0];
    const derived = {
      analyses: { t0: analysis('t0', 0.2) },
      findings: [finding(1), finding(2)],
      suggestions: {},
    };
    const after = receive(before, { type: 'derived', seq: 1, derived });
    expect(after.derived.analyses.t0?.scores.description).toBe(0.2);
    expect(after.derived.analyses.t1).toBe(before.derived.analyses.t1);
    expect(after.derived.findings).toHaveLength(2);
    expect(after.derived.findings[0]).toBe(kept);
    expect(after.derived.suggestions).toEqual({});
  });

  it('never lets a job go back', () => {
    const job = (seq: number, state: Job['state']): Message => ({
      type: 'job',
      seq: seq + 1,
      job: {
        id: 'j',
        kind: 'analysis',
        state,
        seq,
        progress: 0,
        done: 0,
        total: 1,
        doing: '',
        secondsLeft: null,
        summary: '',
        error: null,
        startedAt: 0,
      },
    });
    const done = receive(receive(opened(), job(0, 'running')), job(1, 'done'));
    const late = receive(done, { ...job(0, 'running'), seq: 3 } as Message);
    expect(late.jobs.j?.state).toBe('done');
  });

  it('lets one refused command take back only itself', () => {
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
    const { records } = opened();
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
