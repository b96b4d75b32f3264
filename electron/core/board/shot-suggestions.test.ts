import type { Finding } from '@shared/analysis.js';
import type { GeneratorCapability } from '@shared/contract/index.js';
import { type Claim, positionFacts } from '@shared/records/index.js';
import { TAGS, type Tag } from '@shared/tags.js';
import { aClaim, aFact, aShot, aTake } from '@testing/records.js';
import { expect, it } from 'vitest';
import { ShotSuggestions } from './shot-suggestions.js';
import type { Sight } from './sight.js';

const claim = (text: string, more: Partial<Claim>): Claim => ({
  ...aClaim(0),
  ...{ id: text, text, kind: 'place', subject: null, attribute: null, parents: [], span: null, ...more },
});
const CLAIMS = [
  claim('in a forest', { object: 'forest' }),
  claim('at night', { kind: 'time', value: 'night' }),
  claim('in the rain', { object: 'rain' }),
];
const judged = (p: readonly number[]) =>
  CLAIMS.map(({ id }, at) => ({
    claimId: id,
    p: p[at] as number,
    outcome: (p[at] as number) > 0.5 ? 'pass' : 'fail',
    reason: '',
    weight: 1,
  })) as unknown as Sight['verdicts'];
const sight = (p: readonly number[], more: Partial<Sight> = {}): Sight =>
  ({ take: { ...aTake(0), prompt: PROMPT }, claims: CLAIMS, verdicts: judged(p), ...more }) as Sight;
const failing = (text: string, more: Partial<Finding> = {}): Finding => ({
  key: `claim-failed ${text}`,
  kind: 'claim-failed',
  severity: 'high',
  shotId: 'shot-0',
  takeId: 'take-0',
  message: '',
  claimIds: [text],
  factId: null,
  evidence: { shots: [], regions: [] } as unknown as Finding['evidence'],
  dismissed: false,
  ...more,
});

const PROMPT = 'a fox, in a forest, at night';
const CAN: readonly GeneratorCapability[] = ['txt2img', 'seed', 'negative', 'weights'];
const BASE = {
  shot: { ...aShot(0), description: PROMPT, prompt: PROMPT },
  pick: sight([0.9, 0.1, 0.9]),
  tries: [] as readonly Sight[],
  findings: [failing('at night')] as readonly Finding[],
  tags: [] as readonly Tag[],
  facts: positionFacts([], []),
  styleBrief: '',
  capabilities: CAN,
};
type Given = typeof BASE;
const put = (
  to: ShotSuggestions,
  { shot, pick, tries, findings, tags, facts, styleBrief, capabilities }: Given,
) => to.put(shot, pick, tries, findings, tags, facts, styleBrief, capabilities);
const anew = (given: Given) => {
  const made = new ShotSuggestions();
  put(made, given);
  return made.of('shot-0');
};

it('is known once it is made, is the same while nothing changes, and goes with what it answers', () => {
  const made = new ShotSuggestions();
  expect([made.of('shot-0'), made.known('shot-0'), [...made.shots]]).toEqual([null, null, []]);
  expect(put(made, { ...BASE, findings: [] }), 'nothing is open').toBe(false);
  expect(put(made, { ...BASE, findings: [failing('at night', { dismissed: true })] })).toBe(false);
  expect(put(made, BASE)).toBe(true);
  const first = made.of('shot-0');
  expect(first?.edits.map(({ reason }) => reason)).toEqual([expect.stringContaining('“at night”')]);
  expect(made.known('shot-0')).toBe(first);
  expect([...made.shots]).toEqual(['shot-0']);
  expect(put(made, BASE)).toBe(false);
  expect(made.of('shot-0')).toBe(first);
  expect(put(made, { ...BASE, shot: { ...BASE.shot, note: 'fog' } })).toBe(false);
  expect(put(made, { ...BASE, findings: [] })).toBe(true);
  expect([made.of('shot-0'), made.remove('shot-0')]).toEqual([null, false]);
  expect(put(made, { ...BASE, findings: [], tags: TAGS.slice(0, 1) }), 'it is rejected for something').toBe(
    true,
  );
});

it('stays the one that it was where what went into it changes nothing of it', () => {
  const made = new ShotSuggestions();
  put(made, BASE);
  const first = made.of('shot-0');
  const verdicts = judged([0.9, 0.1, 0.8]);
  expect(put(made, { ...BASE, pick: { ...BASE.pick, verdicts } })).toBe(false);
  expect(made.of('shot-0')).toBe(first);
});

it('says that there is none, until something else is open', () => {
  const made = new ShotSuggestions();
  const nothing = { ...BASE, findings: [failing('x', { kind: 'unreadable', claimIds: [] })] };
  expect(
    made.opened('shot-0', BASE.findings, () => []),
    'it is not known',
  ).toBe(false);
  expect(put(made, nothing), 'that is known now').toBe(true);
  expect([made.known('shot-0'), made.of('shot-0')]).toEqual(['none', null]);
  expect(made.all([aShot(1), aShot(0)])).toEqual({ 'shot-0': 'none' });
  expect(put(made, nothing)).toBe(false);
  expect(made.opened('shot-0', nothing.findings, () => [])).toBe(false);
  expect(made.opened('shot-0', [...nothing.findings, failing('y', { dismissed: true })], () => [])).toBe(
    false,
  );
  expect(made.opened('shot-0', BASE.findings, () => [])).toBe(true);
  expect([made.known('shot-0'), made.remove('shot-0')]).toEqual([null, false]);
  put(made, nothing);
  expect(
    made.opened('shot-0', nothing.findings, () => TAGS.slice(0, 1)),
    'it is rejected for something',
  ).toBe(true);
  put(made, BASE);
  const first = made.of('shot-0');
  expect(
    made.opened('shot-0', nothing.findings, () => []),
    'a suggestion stays until the next',
  ).toBe(false);
  expect(made.of('shot-0')).toBe(first);
});

it('answers, for each shot by itself, in the order in which shots are asked for', () => {
  const made = new ShotSuggestions();
  for (const n of [1, 0]) put(made, { ...BASE, shot: { ...BASE.shot, id: `shot-${n}` } });
  expect(Object.keys(made.all([aShot(0), aShot(1), aShot(2)]))).toEqual(['shot-0', 'shot-1']);
  expect(made.remove('shot-1')).toBe(true);
  expect(Object.keys(made.all([aShot(0), aShot(1)]))).toEqual(['shot-0']);
});

const fact = { ...aFact('f'), subject: 'style' as const, name: '', statement: 'an ink drawing' };
const CHANGES: readonly [what: string, change: (given: Given) => Given][] = [
  ['the prompt', (of) => ({ ...of, shot: { ...of.shot, prompt: 'a fox at noon' } })],
  ['the negative prompt', (of) => ({ ...of, shot: { ...of.shot, negativePrompt: 'night' } })],
  ['the description', (of) => ({ ...of, shot: { ...of.shot, description: 'A fox by day.' } })],
  ['the take', (of) => ({ ...of, pick: { ...of.pick, take: { ...of.pick.take, seed: '5' } } })],
  [
    'the claims',
    (of) => ({ ...of, pick: { ...of.pick, claims: [{ ...(CLAIMS[1] as Claim), weight: 0.1 }] } }),
  ],
  ['the verdicts', (of) => ({ ...of, pick: sight([0.1, 0.1, 0.9]) })],
  ['what is found', (of) => ({ ...of, findings: [failing('in a forest')] })],
  ['how much is found', (of) => ({ ...of, findings: [failing('at night'), failing('in a forest')] })],
  ['what was lost in a try', (of) => ({ ...of, tries: [sight([0.1, 0.9, 0.9])] })],
  ['what it is rejected for', (of) => ({ ...of, tags: TAGS.slice(0, 1) })],
  ['the canon', (of) => ({ ...of, facts: positionFacts([fact], [aShot(0)]) })],
  ['the style', (of) => ({ ...of, styleBrief: 'ink' })],
  ['what can be made', (of) => ({ ...of, capabilities: ['txt2img'] })],
];

it.each(CHANGES)('is what would be suggested anew where %s changes', (_, change) => {
  const made = new ShotSuggestions();
  put(made, BASE);
  const before = made.of('shot-0');
  const now = change(BASE);
  const isOther = put(made, now);
  expect(made.of('shot-0')).toEqual(anew(now));
  if (isOther) expect(made.of('shot-0')).not.toEqual(before);
  else expect(made.of('shot-0')).toBe(before);
});

it('asks more firmly for what a try lost that the pick has, unless it is muted', () => {
  const firm = (tries: readonly Sight[], more: Partial<Sight> = {}) =>
    anew({ ...BASE, tries, pick: { ...BASE.pick, ...more } })
      ?.edits.filter(({ reason }) => reason.includes('a try lost it'))
      .map(({ reason }) => reason);
  const lost = sight([0.1, 0.1, 0.9]);
  expect(firm([])).toEqual([]);
  expect(firm([sight([0.9, 0.1, 0.9])])).toEqual([]);
  expect(firm([sight([0.9, 0.9, 0.9]), lost])).toEqual([expect.stringContaining('“in a forest”')]);
  const muted = CLAIMS.map((one, at) => ({ ...one, muted: at === 0 }));
  expect(firm([lost], { claims: muted })).toEqual([]);
});
