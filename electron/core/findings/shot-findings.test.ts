import type { Finding } from '@shared/analysis.js';
import type { Decision } from '@shared/records/index.js';
import { aDecision } from '@testing/records.js';
import { expect, it } from 'vitest';
import { ShotFindings } from './index.js';

const finding = (shotId: string, about: string): Finding => ({
  key: `claim-failed:${shotId}:${about}`,
  kind: 'claim-failed',
  severity: 'medium',
  shotId,
  takeId: `t${shotId}`,
  message: '',
  claimIds: [],
  factId: null,
  evidence: { items: [], detail: '' },
  dismissed: false,
});
const DOG = finding('1', 'a dog');
const CAT = finding('1', 'a cat');
const FOX = finding('2', 'a fox');

const decision = (id: string, findingKey: string | null, kind: Decision['kind'] = 'dismiss'): Decision =>
  aDecision(id, { shotId: '1', kind, findingKey });
const NOTHING = { added: {}, updated: {}, removed: {} };

/** Two shots, three findings; `before` are the decisions there are when they are found. */
function board(...before: Decision[]) {
  const findings = new ShotFindings(Object.fromEntries(before.map((one) => [one.id, one])));
  findings.put('1', [DOG, CAT]);
  findings.put('2', [FOX]);
  const dismissed = () =>
    ['1', '2'].flatMap((id) => findings.of(id)).flatMap(({ key, dismissed }) => (dismissed ? [key] : []));
  return { findings, dismissed };
}

it('knows what was found last of each shot, and says whether that is another', () => {
  const { findings } = board();
  expect(findings.put('1', [{ ...DOG }, CAT])).toBe(false);
  expect(findings.put('1', [CAT])).toBe(true);
  expect(findings.of('1')).toEqual([CAT]);
  expect(findings.put('1', [])).toBe(true);
  expect(findings.put('3', [])).toBe(false);
  expect([findings.of('1'), findings.of('3')]).toEqual([[], []]);
  expect([...findings.shots]).toEqual(['2']);
});

it('marks what is dismissed, and no more when that is taken back', () => {
  const { findings, dismissed } = board();
  const one = decision('d', DOG.key);
  expect(findings.follow({ ...NOTHING, added: { d: one } })).toEqual(['1']);
  expect(dismissed()).toEqual([DOG.key]);
  expect(findings.follow({ ...NOTHING, removed: { d: one } })).toEqual(['1']);
  expect(dismissed()).toEqual([]);
});

it('keeps a dismissal that was made twice until both are taken back', () => {
  const [one, two] = [decision('d', DOG.key), decision('e', DOG.key)];
  const { findings, dismissed } = board(one);
  expect(dismissed()).toEqual([DOG.key]);
  expect(findings.follow({ ...NOTHING, added: { e: two } })).toEqual([]);
  expect(findings.follow({ ...NOTHING, removed: { d: one } })).toEqual([]);
  expect(dismissed()).toEqual([DOG.key]);
  expect(findings.follow({ ...NOTHING, removed: { e: two } })).toEqual(['1']);
  expect(dismissed()).toEqual([]);
});

it('follows a decision that is changed, and names each shot that looks otherwise', () => {
  const { findings, dismissed } = board(decision('d', DOG.key));
  const change = (to: Decision) =>
    findings.follow({ ...NOTHING, updated: { d: [decision('d', DOG.key), to] } });
  expect(change(decision('d', FOX.key))).toEqual(['1', '2']);
  expect(dismissed()).toEqual([FOX.key]);
});

it('takes nothing for dismissed that another decision speaks of', () => {
  const { findings, dismissed } = board();
  const added = { d: decision('d', DOG.key, 'reject'), e: decision('e', null), f: decision('f', 'gone') };
  expect(findings.follow({ ...NOTHING, added })).toEqual([]);
  expect(findings.follow({ ...NOTHING, added: { e: added.e } })).toEqual([]);
  expect(dismissed()).toEqual([]);
});
