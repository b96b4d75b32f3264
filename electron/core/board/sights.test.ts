import { answerKey, type FrameMeasures, type Judgement } from '@shared/analysis.js';
import { NO_WORD } from '@shared/examination/index.js';
import { type Claim, EMPTY_RECORDS, type Records } from '@shared/records/index.js';
import { aJudge } from '@testing/judge.js';
import { aClaim, aShot, aTake } from '@testing/records.js';
import { expect, it } from 'vitest';
import { judgementKey } from './judgement-key.js';
import { RowsBy } from './rows-by.js';
import { Sights } from './sights.js';
import type { Spotted } from './spotted.js';
import { someMeasures } from './testing/drawn-changes.js';

const SHOT = { ...aShot(0), description: '' };
const CLAIM: Claim = { ...aClaim(0), parents: [] };
const GIRLS: Spotted = {
  detections: [{ label: 'girl', region: { x: 0, y: 0, width: 0.5, height: 0.5 }, confidence: 0.9 }],
  boxes: { labels: ['girl'], detections: [], unknown: [] },
  isDrawn: true,
  isCorrected: false,
};

function looking() {
  const judge = aJudge('1');
  const state = {
    records: { ...EMPTY_RECORDS, shot: { 'shot-0': SHOT }, take: { 'take-0': aTake(0) } } as Records,
    judgements: new Map<string, Judgement>(),
    measures: null as FrameMeasures | null,
    spotted: null as Spotted | null,
  };
  const claims = new RowsBy<Claim>({ [CLAIM.id]: CLAIM }, ({ shotId }) => shotId);
  const known = {
    get records() {
      return state.records;
    },
    judgement: (key: string) => state.judgements.get(key) ?? null,
    measures: () => state.measures,
    isJudged: () => false,
    judgedFeatures: () => null,
  };
  const sights = new Sights(known, claims);
  const look = (by: typeof judge | null = judge) =>
    sights.look('take-0', { judge: by, word: NO_WORD, slips: false, spottedIn: () => state.spotted });
  const says = (p: number): void => {
    state.judgements.set(judgementKey(aTake(0), judge), {
      judge: 'test',
      judgeVersion: '1',
      answers: { [answerKey(CLAIM)]: { p, reason: '' } },
      whole: {},
      features: [],
      milliseconds: 1,
      coarse: false,
      at: 0,
    });
  };
  return { sights, state, look, says };
}

it('a take waits until it is measured and answered, and is there for as long as it and its shot are', () => {
  const { sights, state, look, says } = looking();
  expect([sights.get('take-0'), [...sights.waiting]]).toEqual([null, []]);
  expect(look()?.waits).toBe(true);
  expect([...sights.waiting]).toEqual(['take-0']);
  state.measures = someMeasures(1);
  says(0.9);
  expect(look()?.waits).toBe(false);
  expect([...sights.waiting]).toEqual([]);
  expect(sights.get('take-0')?.verdicts).toMatchObject([{ claimId: CLAIM.id, p: 0.9 }]);
  expect(look(null)?.verdicts, 'no judge is there').toEqual([]);
  expect([...sights.waiting]).toEqual(['take-0']);
  state.records = { ...state.records, shot: {} };
  expect([look(), sights.get('take-0'), [...sights.waiting]]).toEqual([null, null, []]);
  state.records = { ...state.records, shot: { 'shot-0': SHOT } };
  look();
  state.records = { ...state.records, take: {} };
  expect([look(), sights.get('take-0'), [...sights.waiting]]).toEqual([null, null, []]);
});

it('is measured once, and again only where that is said', () => {
  const { sights, state, look } = looking();
  const [first, second] = [someMeasures(1), someMeasures(2)];
  const lines = [{ text: 'HOTEL', confidence: 0.9, region: { x: 0, y: 0, width: 0.1, height: 0.1 } }];
  state.measures = { ...first, writing: lines };
  const seen = look();
  expect([seen?.measures?.hash, seen?.writing]).toEqual([first.hash, lines]);
  state.measures = second;
  expect(look()?.measures).toBe(seen?.measures);
  sights.measured('take-0');
  expect(look()?.measures?.hash).toBe(second.hash);
  const now = look()?.measures;
  state.measures = { ...structuredClone(second), writing: lines };
  sights.measured('take-0');
  const again = look();
  expect(again?.measures, 'it measures the same').toBe(now);
  expect(again?.writing).toEqual(lines);
  state.measures = first;
  expect(look()?.measures, 'nobody said so since').toBe(now);
});

it('keeps of what it saw all that is the same, and nothing that is not', () => {
  const { state, look, says } = looking();
  state.measures = someMeasures(1);
  state.spotted = GIRLS;
  says(0.9);
  const parts = ['verdicts', 'slips', 'composed', 'counts'] as const;
  const kept = (before: ReturnType<typeof look>) => {
    const after = look();
    return parts.filter((part) => after?.[part] === before?.[part]);
  };
  expect(kept(look())).toEqual(parts);
  const before = look();
  says(0.1);
  expect(kept(before)).toEqual(['slips', 'composed', 'counts']);
  const first = look();
  const [girl] = GIRLS.detections;
  state.spotted = {
    ...GIRLS,
    detections: girl ? [girl, { ...girl, region: { ...girl.region, x: 0.5 } }] : [],
  };
  expect(kept(first)).toEqual(['verdicts', 'slips']);
  expect(look()?.counts).toMatchObject([{ noun: 'girl', seen: 2 }]);
});
