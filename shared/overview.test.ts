import { finding, suggestion, summary } from '@testing/derived-board.js';
import { expect, it } from 'vitest';
import { type FindingChange, type Overview, type OverviewChange, withOverviewChanges } from './overview.js';

const BEFORE: Overview = {
  summaries: { t0: summary(0.4), t1: summary(0.5) },
  findings: { s0: [finding(0), finding(1)], s1: [finding(2)] },
  suggestions: { s0: suggestion(0), s1: suggestion(1) },
};
const changed = (change: Partial<OverviewChange>) =>
  withOverviewChanges(BEFORE, [{ summaries: {}, findings: {}, suggestions: {}, ...change }]);

it('sets what is new and takes out what is gone', () => {
  const after = changed({
    summaries: { t1: null, t2: summary(0.9) },
    suggestions: { s0: null, s2: suggestion(2) },
  });
  expect(after.summaries).toEqual({ t0: summary(0.4), t2: summary(0.9) });
  expect(after.suggestions).toEqual({ s1: suggestion(1), s2: suggestion(2) });
  expect(BEFORE.summaries).toHaveProperty('t1');
});

it('sets what changed of a take at a glance, and leaves the rest of it', () => {
  const { scores, ...rest } = summary(0.4);
  const raised = { ...scores, description: 0.7 };
  expect(changed({ summaries: { t0: { scores: raised } } }).summaries).toEqual({
    t0: { ...rest, scores: raised },
    t1: summary(0.5),
  });
});

it('sets the scores that changed of a take at a glance, and leaves the others', () => {
  const { scores, ...rest } = summary(0.4);
  expect(changed({ summaries: { t0: { scored: { style: 0.7 } } } }).summaries.t0).toEqual({
    ...rest,
    scores: { ...scores, style: 0.7 },
  });
});

/** What is sent of a finding that was there before. */
const kept = (key: string, changed: FindingChange['changed'] = {}) => ({ key, changed });

it('finds what has not changed by its key, in its new place, as the same object', () => {
  const other = finding(7);
  const { findings } = changed({ findings: { s0: [other, kept('f1')], s2: [finding(3)] } });
  expect(findings).toEqual({ s0: [other, finding(1)], s1: [finding(2)], s2: [finding(3)] });
  expect(findings.s0?.[1]).toBe(BEFORE.findings.s0?.[1]);
});

it('sets what changed of a finding, and leaves the rest of it', () => {
  const { findings } = changed({ findings: { s0: [kept('f0'), kept('f1', { message: 'Green here.' })] } });
  expect(findings.s0).toEqual([finding(0), { ...finding(1), message: 'Green here.' }]);
  expect(BEFORE.findings.s0?.[1]).toEqual(finding(1));
});

it('sets what changed of the evidence of a finding, and leaves the rest of it', () => {
  const { evidence } = finding(1);
  const { findings } = changed({
    findings: { s0: [kept('f1', { evidence: { detail: 'P = 0.10 here.' } })] },
  });
  expect(findings.s0).toEqual([{ ...finding(1), evidence: { ...evidence, detail: 'P = 0.10 here.' } }]);
  expect(findings.s0?.[0]?.evidence.items).toBe(BEFORE.findings.s0?.[1]?.evidence.items);
  const dismissed = changed({ findings: { s0: [kept('f1', { dismissed: true })] } });
  expect(dismissed.findings.s0?.[0]?.evidence).toBe(BEFORE.findings.s0?.[1]?.evidence);
});

it('leaves out a key that it does not know, and a shot without findings', () => {
  expect(changed({ findings: { s0: [kept('f0'), kept('unknown')] } }).findings.s0).toEqual([finding(0)]);
  expect(changed({ findings: { s9: [kept('f0')] } }).findings).toEqual(BEFORE.findings);
  expect(changed({ findings: { s1: [] } }).findings).toEqual({ s0: BEFORE.findings.s0 });
});

it('leaves what the change does not name the same object', () => {
  const after = changed({ summaries: { t1: null } });
  expect(after.findings).toBe(BEFORE.findings);
  expect(after.suggestions).toBe(BEFORE.suggestions);
  expect(changed({}).summaries).toBe(BEFORE.summaries);
});
