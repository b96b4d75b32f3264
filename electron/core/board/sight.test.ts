import type { JudgeDescription } from '@models/judge/index.js';
import { answerKey, type Judgement } from '@shared/analysis.js';
import { NO_WORD, skillOf, type Word } from '@shared/examination/index.js';
import { type Claim, type ClaimKind, claimKind } from '@shared/records/index.js';
import { SLIP_QUESTIONS, SLIPS } from '@shared/slips.js';
import { aClaim, aShot, aTake } from '@testing/records.js';
import { describe, expect, it } from 'vitest';
import { seenMeasures, sightOf } from './sight.js';

const JUDGE: JudgeDescription = {
  id: 'judge',
  name: 'Judge',
  version: '1',
  licence: '',
  limits: [],
  device: 'cpu',
  thresholds: Object.fromEntries(
    claimKind.options.map((kind) => [kind, { pass: 0.6, fail: 0.4 }]),
  ) as JudgeDescription['thresholds'],
  wholeWeight: 0.5,
};
const ENSEMBLE: JudgeDescription = {
  ...JUDGE,
  members: [
    { id: 'a', name: 'Ada', version: '1' },
    { id: 'b', name: 'Bo', version: '1' },
  ],
};
const SHOT = { ...aShot(0), description: 'A red umbrella.' };
const CLAIM: Claim = { ...aClaim(0), parents: [] };
const NOT: Claim = { ...CLAIM, id: 'not', text: 'a hat', negated: true };
const MEASURES = seenMeasures({
  quality: { blur: 2 },
  style: { colour: [0.5, 0.25], layout: [1, 2, 3] },
  hash: 'f',
  palette: [],
  width: 4,
  height: 2,
});

type Answers = Judgement['answers'];
const answer = (p: number | null, more: Partial<Answers[string]> = {}) => ({ p, reason: '', ...more });
const judgement = (answers: Answers, more: Partial<Judgement> = {}): Judgement => ({
  judge: 'judge',
  judgeVersion: '1',
  answers,
  whole: { [SHOT.description]: 0.7 },
  features: [0.5, 0.25],
  milliseconds: 12,
  coarse: false,
  at: 0,
  ...more,
});
const see = (more: Partial<Parameters<typeof sightOf>[0]> = {}) =>
  sightOf({
    take: aTake(0),
    shot: SHOT,
    claims: [CLAIM],
    measures: MEASURES,
    judgement: judgement({ [answerKey(CLAIM)]: answer(0.9) }),
    judge: JUDGE,
    ...more,
  });

describe('what is known of a take', () => {
  it('is what its picture measures and what the judge says', () => {
    const { measures, ...seen } = see();
    expect(seen).toMatchObject({
      take: aTake(0),
      shotId: SHOT.id,
      description: SHOT.description,
      scene: SHOT.scene,
      claims: [CLAIM],
      verdicts: [{ claimId: CLAIM.id, p: 0.9, outcome: 'pass', reason: '' }],
      heard: { judge: 'judge', judgeVersion: '1', coarse: false, milliseconds: 12, whole: 0.7 },
      isAnswered: true,
      waits: false,
    });
    expect(measures).toBe(MEASURES);
    expect([MEASURES.features.colour, MEASURES.features.layout]).toEqual([[0.5, 0.25], undefined]);
  });

  it('waits for what is still to be measured or asked', () => {
    const state = (more: Parameters<typeof see>[0]) => {
      const { isAnswered, waits } = see(more);
      return [isAnswered, waits];
    };
    expect(state({ measures: null })).toEqual([true, true]);
    expect(state({ judgement: null })).toEqual([false, true]);
    expect(state({ judgement: judgement({}) })).toEqual([false, true]);
    expect(state({ judgement: judgement({}), claims: [{ ...CLAIM, muted: true }] })).toEqual([true, false]);
    const noWhole = judgement({ [answerKey(CLAIM)]: answer(0.9) }, { whole: {} });
    expect(state({ judgement: noWhole })).toEqual([true, true]);
    expect(see({ judgement: noWhole }).heard?.whole).toBeNull();
    expect(state({ judgement: noWhole, shot: { ...SHOT, description: '' } })).toEqual([true, false]);
  });

  it('waits for no answer in a skill that the judge is silenced in', () => {
    const skill = skillOf(CLAIM);
    const silencedIn = (of: typeof skill): Word => ({
      ...NO_WORD,
      skills: new Map([[of, { skill: of, silenced: true } as never]]),
    });
    const known = judgement({});
    expect(see({ judgement: known, word: silencedIn(skill) })).toMatchObject({
      isAnswered: true,
      waits: false,
    });
    expect(see({ judgement: known, word: silencedIn('place') })).toMatchObject({
      isAnswered: false,
      waits: true,
    });
    expect(see({ judgement: known, word: NO_WORD }).isAnswered).toBe(false);
  });

  it('is not answered before a judge was asked, although nothing is claimed', () => {
    expect(see({ judgement: null, claims: [] }).isAnswered).toBe(false);
    expect(see({ judgement: judgement({}), claims: [] }).isAnswered).toBe(true);
  });

  it('has no verdicts while no judge is there, and none heard while none was asked', () => {
    expect(see({ judge: null }).verdicts).toEqual([]);
    expect(see({ judgement: null })).toMatchObject({ verdicts: [], heard: null });
  });

  it('is measured in the proportions of the world that its eye sees, whoever judges it', () => {
    const region = { x: 0.4, y: 0.1, width: 0.3, height: 0.85 };
    const sizes = [null, { ...JUDGE, closedWorld: true }].map((judge) =>
      [true, false].map((isDrawn) => {
        const detections = [{ label: 'girl', region, confidence: 0.9 }];
        const boxes = { labels: ['girl'], detections, unknown: [] };
        const spotted = { isDrawn, isCorrected: false, boxes, detections };
        return see({ judge, spotted }).composed?.composition.size;
      }),
    );
    expect(sizes).toEqual([
      ['medium shot', 'full shot'],
      ['medium shot', 'full shot'],
    ]);
    expect(see().composed?.composition.size).toBeNull();
  });

  it('settles by counting what the judge leaves open, and what hangs on it with it', () => {
    const two: Claim = { ...CLAIM, kind: 'count', text: 'two people', subject: 'person', value: '2' };
    const child: Claim = { ...CLAIM, id: 'child', text: 'they smile', parents: [two.id] };
    const detections = [0, 0.5].map((x) => ({
      label: 'person',
      region: { x, y: 0, width: 0.2, height: 0.6 },
      confidence: 0.9,
    }));
    const outcomes = (people: number, p = 0.5) => {
      const seen = detections.slice(0, people);
      const boxes = { labels: ['person'], detections: seen, unknown: [] };
      const spotted = { isDrawn: true, isCorrected: false, boxes, detections: seen };
      const said = judgement({ [answerKey(two)]: answer(p), [answerKey(child)]: answer(0.9) });
      const sight = see({ claims: [two, child], judgement: said, spotted });
      return sight.verdicts.map(({ outcome, reason }) => `${outcome} ${reason}`);
    };
    expect([outcomes(2), outcomes(1), outcomes(1, 0.9)]).toEqual([
      ['pass ', 'pass '],
      ['fail ', 'skipped “two people” was not found'],
      ['unsure one person is seen, and the judge says yes', 'pass '],
    ]);
  });

  it('says why a claim was not judged', () => {
    const declined = judgement({ [answerKey(CLAIM)]: answer(null, { reason: 'too small' }) });
    expect(see({ judgement: declined }).verdicts).toMatchObject([
      { p: null, outcome: 'not-judged', reason: 'too small' },
    ]);
    expect(see({ judgement: judgement({}) }).verdicts).toMatchObject([{ outcome: 'not-judged' }]);
  });

  it('tells by a name whether the judge saw the same of the picture', () => {
    const tower = (features: number[]) => see({ judgement: judgement({}, { features }) }).heard?.tower;
    expect(tower([])).toBe('');
    expect(tower([0.5, 0.1])).toBe(tower([0.5, 0.1]));
    expect(new Set([[], [0.5], [0.5, 0.1], [0.1, 0.5]].map(tower)).size).toBe(4);
  });
});

describe('slips', () => {
  const { text = '', id } = SLIPS[0] ?? {};
  const asked = Object.fromEntries(SLIP_QUESTIONS.map((question) => [answerKey(question), answer(0.1)]));
  const suspected = { ...asked, [answerKey({ kind: 'phrase', text })]: answer(0.9, { contrast: 0.1 }) };
  const claimed = { [answerKey(CLAIM)]: answer(0.9) };

  it('are asked only where that is wanted and the judge knows any world, and are waited for by nothing else', () => {
    expect(see().waits).toBe(false);
    expect(see({ slips: true })).toMatchObject({ waits: true, isAnswered: true, slips: [] });
    expect(see({ slips: true, judge: { ...JUDGE, closedWorld: true } })).toMatchObject({
      waits: false,
      slips: [],
    });
    expect(see({ slips: true, judgement: judgement({ ...claimed, ...asked }) })).toMatchObject({
      waits: false,
      slips: [],
    });
  });

  it('are shown while they are wanted, and are no verdict', () => {
    const known = judgement({ ...claimed, ...suspected });
    const wanted = see({ slips: true, judgement: known });
    expect(wanted.slips).toEqual([{ id, p: expect.closeTo(0.9, 9) }]);
    expect(wanted.verdicts).toEqual(see().verdicts);
    expect(see({ judgement: known }).slips).toEqual([]);
  });
});

describe('what each judge of an ensemble said', () => {
  const MEMBERS = [
    { id: 'a', p: 0.9 },
    { id: 'c', p: 0.25 },
    { id: 'b', p: null },
  ];
  const verdict = (claim: Claim, more: Partial<Answers[string]>, judge = ENSEMBLE) =>
    see({
      claims: [claim],
      judge,
      judgement: judgement({ [answerKey(claim)]: answer(0.75, { members: MEMBERS, ...more }) }),
    }).verdicts[0];

  it('stands beside the verdict, by name where they disagree', () => {
    expect(verdict(CLAIM, { reason: 'they disagree', agreement: 0.35 })).toMatchObject({
      p: 0.75,
      members: MEMBERS,
      agreement: 0.35,
      reason: 'the judges disagree: Ada 0.90, c 0.25',
    });
    expect(verdict(CLAIM, {})).toMatchObject({ members: MEMBERS, reason: '' });
    expect(verdict(CLAIM, {})).not.toHaveProperty('agreement');
  });

  it('is turned round for what should not be there', () => {
    expect(verdict(NOT, { reason: 'they disagree' })).toMatchObject({
      p: 0.25,
      members: [
        { id: 'a', p: expect.closeTo(0.1) },
        { id: 'c', p: 0.75 },
        { id: 'b', p: null },
      ],
      reason: 'the judges disagree: Ada 0.10, c 0.75',
    });
  });

  it('is no disagreement about what was counted', () => {
    const two: Claim = { ...CLAIM, kind: 'count', text: 'two people', subject: 'person', value: '2' };
    const detections = [0, 0.5].map((x) => ({
      label: 'person',
      region: { x, y: 0, width: 0.2, height: 0.6 },
      confidence: 0.9,
    }));
    const boxes = { labels: ['person'], detections, unknown: [] };
    const said = answer(0.5, { members: MEMBERS, reason: 'they disagree' });
    const reason = (isDrawn: boolean) =>
      see({
        claims: [two],
        judge: ENSEMBLE,
        judgement: judgement({ [answerKey(two)]: said }),
        spotted: { isDrawn, isCorrected: false, boxes, detections },
      }).verdicts[0]?.reason;
    expect(reason(true)).toBe('');
    expect(reason(false)).toBe('the judges disagree: Ada 0.90, c 0.25');
  });

  it('is left out where there is no verdict, no members, or one judge alone', () => {
    expect(verdict(CLAIM, { p: null, reason: 'too small' })).not.toHaveProperty('members');
    expect(verdict(CLAIM, { members: undefined })).not.toHaveProperty('members');
    expect(verdict(CLAIM, {}, JUDGE)).not.toHaveProperty('members');
  });
});

it('asks the judge by the kind of a claim how sure is sure', () => {
  const strict = (kind: ClaimKind) => ({
    ...JUDGE,
    thresholds: { ...JUDGE.thresholds, [kind]: { pass: 0.95, fail: 0.4 } },
  });
  expect(see({ judge: strict(CLAIM.kind) }).verdicts[0]?.outcome).toBe('unsure');
  expect(see({ judge: strict('place') }).verdicts[0]?.outcome).toBe('pass');
});
