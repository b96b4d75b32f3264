import type { Verdict } from '@shared/analysis.js';
import type { Skill } from '@shared/examination/index.js';
import { type Claim, claimKind, type Decision } from '@shared/records/index.js';
import { aClaim } from '@testing/records.js';
import { expect, it } from 'vitest';
import { casesOf, type Decided } from './overrules.js';

const claim = (id: string, more: Partial<Claim>): Claim => ({
  ...aClaim(0),
  id,
  shotId: 's',
  negated: false,
  ...more,
});
const CLAIMS = [
  claim('red', { kind: 'attribute', text: 'a girl in a red coat', attribute: 'red' }),
  claim('left', { kind: 'relation', text: 'a girl on the left' }),
  claim('night', { kind: 'time', text: 'at night' }),
];
const verdict = (claimId: string, p: number | null): Verdict => ({
  claimId,
  p,
  outcome: 'fail',
  reason: '',
  weight: 1,
  kind: 'time',
  text: '',
});

let made = 0;
const decision = (kind: Decision['kind'], more: Partial<Decision> = {}): Decision => ({
  id: `d${made++}`,
  shotId: 's',
  takeId: 't',
  kind,
  reason: '',
  acceptedEdits: [],
  prompt: null,
  negativePrompt: null,
  findingKey: null,
  who: '',
  at: 100,
  order: made,
  ...more,
});
const cases = (decisions: readonly Decision[], since: Decided['since'] = {}, ps = [0.1, 0.15, 0.7]) =>
  Object.fromEntries(
    casesOf({
      records: { decision: Object.fromEntries(decisions.map((one) => [one.id, one])) },
      claimsOf: () => CLAIMS,
      verdictsOf: (takeId) => (takeId === 't' ? CLAIMS.map(({ id }, at) => verdict(id, ps[at] ?? null)) : []),
      thresholds: Object.fromEntries(
        claimKind.options.map((kind) => [kind, { pass: 0.6, fail: 0.2 }]),
      ) as Decided['thresholds'],
      since,
    }),
  ) as Partial<Record<Skill, { p: number; overruled: boolean }[]>>;

const red = (overruled: boolean) => ({ colour: [{ p: 0.1, overruled }] });
const both = (overruled: boolean) => ({ ...red(overruled), side: [{ p: 0.15, overruled }] });

it.each([
  ['a frame approved as it is overrules every fail', [decision('approve')], both(true)],
  ['a prompt approved upholds them', [decision('approve', { prompt: 'x' })], both(false)],
  ['a frame rejected upholds them', [decision('reject')], both(false)],
  ['the last decision counts', [decision('reject'), decision('approve')], both(true)],
  ['what was reset does not', [decision('approve'), decision('reset')], {}],
  ['holding says nothing', [decision('hold')], {}],
  ['what follows from a score says nothing', [decision('approve', { byScore: 0.9 })], {}],
  ['nor a reject', [decision('reject'), decision('approve', { byScore: 0.9 })], both(false)],
  ['another take has none', [decision('approve', { takeId: 'other' })], {}],
  [
    'a finding put aside overrules its claim alone',
    [decision('dismiss', { findingKey: 'attribute-drift:s:a girl in a red coat' })],
    red(true),
  ],
  [
    'also on a frame that is rejected',
    [decision('dismiss', { findingKey: 'attribute-drift:s:a girl in a red coat' }), decision('reject')],
    { colour: [{ p: 0.1, overruled: true }], side: [{ p: 0.15, overruled: false }] },
  ],
  ['a finding of the picture says nothing of a claim', [decision('dismiss', { findingKey: 'blur:s' })], {}],
] as const)('%s', (_what, decisions, found) => {
  expect(cases(decisions)).toEqual(found);
});

it('counts a claim of a take once, and nothing that was decided before the artist began anew', () => {
  expect(cases([decision('approve'), decision('approve')])).toEqual(both(true));
  expect(cases([decision('approve')], { colour: 100 })).toEqual({ side: [{ p: 0.15, overruled: true }] });
  expect(cases([decision('approve', { at: 101 })], { colour: 100 })).toEqual(both(true));
});

it('counts what the judge failed alone: nothing that passed, nothing that was not judged', () => {
  expect(cases([decision('approve')], {}, [0.9, 0.3])).toEqual({});
});
