import { answerKey, type Verdict } from '@shared/analysis.js';
import { aJudge } from '@testing/judge.js';
import { aClaim, aTake } from '@testing/records.js';
import { describe, expect, it } from 'vitest';
import { Analyses } from './analyses.js';
import type { Sight } from './sight.js';
import { Standings } from './standings.js';
import { type AnalysisContext, analysisOf } from './take-analysis.js';
import { lacksWhole, unanswered } from './unanswered.js';

const verdict = (claimId: string, p: number): Verdict =>
  ({ claimId, p, outcome: 'pass', reason: '', weight: 1 }) as Verdict;
/** Of two claims one is the canon's. */
const SIGHT = {
  take: aTake(0),
  shotId: 'shot-0',
  description: 'A girl in the fog.',
  scene: null,
  claims: [
    { ...aClaim(0), id: 'own', factId: null },
    { ...aClaim(0), id: 'canon', factId: 'mira' },
  ],
  verdicts: [verdict('own', 1), verdict('canon', 0.5)],
  measures: { quality: {}, hash: '', palette: ['#102030'], features: {}, version: 1 },
  heard: { judge: 'test', judgeVersion: '1', coarse: true, milliseconds: 12, whole: 0.15, tower: '' },
  isAnswered: true,
  waits: false,
  slips: [],
  composed: null,
  writing: null,
  counts: [],
} as Sight;
const STYLE = { score: 0.4, measures: [], flagged: false, difference: null };
const CONTEXT: AnalysisContext = {
  judge: aJudge('1'),
  isRunning: false,
  failure: null,
  quality: [],
  style: null,
  brand: null,
  found: false,
};
const told = (sight: Partial<Sight> = {}, context: Partial<AnalysisContext> = {}) =>
  analysisOf({ ...SIGHT, ...sight }, { ...CONTEXT, ...context });

describe('what is shown of a take', () => {
  it('is how far it is: failed before all, then running, then what is known', () => {
    expect(told().state).toBe('done');
    expect(told({ isAnswered: false }).state).toBe('waiting');
    expect(told({ measures: null }).state).toBe('waiting');
    expect(told({}, { isRunning: true }).state).toBe('running');
    const failed = (of: 'picture' | 'judge') =>
      told({}, { isRunning: true, failure: { of, message: 'It is empty.', hint: 'Replace it.' } });
    expect(failed('judge').state).toBe('failed');
    expect(failed('picture')).toMatchObject({ state: 'unreadable', error: 'It is empty. Replace it.' });
    expect(told().error).toBeNull();
  });

  it('scores the description by its claims and as a whole, and the characters by the canon alone', () => {
    const { scores } = told();
    expect(scores.description).toBeCloseTo(0.75 * 0.75 + 0.25 * 0.15, 9);
    expect(scores.characters).toBe(0.5);
    expect(told({}, { judge: null }).scores.description).toBe(0.75);
    expect(told({ claims: SIGHT.claims.slice(0, 1) }).scores.characters).toBeNull();
    expect(told({ heard: null, verdicts: [] }).scores).toMatchObject({ description: null, characters: null });
  });

  it('scores what was measured, and excuses a style that the description asks for', () => {
    expect(told().scores).toMatchObject({ style: null, quality: null });
    expect(told().scores).not.toHaveProperty('styleExcuse');
    expect(told().scores).not.toHaveProperty('brand');
    const blur = { name: 'blur', value: 1, unit: '', z: null, flagged: true };
    const measured = told({}, { quality: [blur], style: { ...STYLE, flagged: true, measures: [blur] } });
    expect(measured.scores).toMatchObject({ style: 0.4, styleExcuse: expect.stringContaining('fog') });
    expect(measured.scores.quality).toBeLessThan(1);
    expect([measured.quality, measured.style]).toEqual([[blur], [blur]]);
    expect(told({}, { style: STYLE }).scores).not.toHaveProperty('styleExcuse');
    expect(told({}, { brand: { p: 0.2, off: true, difference: null } }).scores.brand).toBe(0.2);
  });

  it('is what the judge said and how long that took, and nothing where none was asked', () => {
    expect(told()).toMatchObject({
      takeId: SIGHT.take.id,
      whole: 0.15,
      judge: 'test',
      judgeVersion: '1',
      coarse: true,
      milliseconds: 12,
      palette: ['#102030'],
      verdicts: SIGHT.verdicts,
      found: false,
    });
    expect(told({ heard: null, measures: null }, { found: true })).toMatchObject({
      whole: null,
      judge: null,
      judgeVersion: null,
      coarse: false,
      milliseconds: null,
      palette: [],
      found: true,
    });
  });

  it('has counts, slips and composition only where there are any', () => {
    for (const part of ['counts', 'slips', 'composition']) expect(told()).not.toHaveProperty(part);
    const counts = [{ noun: 'girl', text: 'one girl', seen: 1, asked: null, wanted: '', claimId: null }];
    const slips = [{ id: 'hand', p: 0.9 }] as unknown as Sight['slips'];
    const composed = { detections: [], composition: { size: null } } as unknown as NonNullable<
      Sight['composed']
    >;
    expect(told({ counts, slips, composed })).toMatchObject({ counts, slips, composition: { size: null } });
  });
});

it('what is kept of a take is given back with the measures that it stands by now, and said where it changed', () => {
  const standings = new Standings();
  const analyses = new Analyses(standings);
  const quality = [{ name: 'blur', value: 1, unit: '', z: 2, flagged: false }];
  const style = [{ name: 'line', value: 3, unit: '', z: null, flagged: false }];
  const stand = (value: number) =>
    standings.put('a', {
      quality: quality.map((one) => ({ ...one, value })),
      style: { ...STYLE, measures: style },
      brand: null,
    });
  expect([analyses.get('a'), analyses.brief('a'), analyses.all()]).toEqual([null, null, {}]);
  expect(analyses.put('a', null)).toBe(false);
  const analysis = told({}, { quality, style: { ...STYLE, measures: style } });
  expect(analyses.put('a', analysis)).toBe(true);
  expect(analyses.put('a', { ...analysis })).toBe(false);
  expect(analyses.get('a'), 'it does not stand to anything yet').toMatchObject({ quality: [], style: [] });
  stand(1);
  expect(analyses.put('a', analysis), 'it stands otherwise').toBe(true);
  expect(analyses.put('a', analysis)).toBe(false);
  expect(analyses.get('a')).toEqual(analysis);
  expect(analyses.all()).toEqual({ a: analysis });
  const { quality: _, style: __, ...brief } = analysis;
  expect(analyses.brief('a')).toEqual(brief);
  stand(2);
  expect(analyses.get('a')?.quality[0]?.value).toBe(2);
  expect(analyses.put('a', { ...analysis, found: true })).toBe(true);
  expect(analyses.put('a', null)).toBe(true);
  expect([analyses.get('a'), analyses.all(), analyses.put('a', null)]).toEqual([null, {}, false]);
});

it('what is still to be asked is each question once, but no muted one and none that is answered', () => {
  const ask = (text: string, muted = false) => ({ ...aClaim(0), id: `${text} ${muted}`, text, muted });
  const [hat, again, dog, muted] = [ask('a hat'), ask('a hat'), ask('a dog'), ask('a cat', true)];
  expect(unanswered([hat, again, dog, muted], null)).toEqual([hat, dog]);
  const known = { whole: { 'A hat.': null }, answers: { [answerKey(hat)]: { p: null, reason: '' } } };
  const judgement = known as unknown as Parameters<typeof unanswered>[1];
  expect(unanswered([hat, dog], judgement)).toEqual([dog]);
  expect([lacksWhole('A hat.', judgement), lacksWhole('A dog.', judgement)]).toEqual([false, true]);
  expect([lacksWhole('A hat.', null), lacksWhole('', null)]).toEqual([true, false]);
});
