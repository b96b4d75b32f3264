import { analysis } from '@testing/derived-board.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Measure, TakeAnalysis, Verdict } from './analysis.js';
import {
  type AnalysisChange,
  analysisChange,
  analysisChangeOf,
  sentChange,
  withAnalysisChange,
} from './analysis-change.js';

const measure = (name: string, fields: Partial<Measure> = {}): Measure => ({
  name,
  value: 1,
  unit: 'levels',
  z: 0.5,
  flagged: false,
  ...fields,
});
const measured = (quality: Measure[], style: Measure[] = []): TakeAnalysis => ({
  ...analysis('t0', 0.4),
  quality,
  style,
});

it('names only the measures that changed, and of those only what did', () => {
  const before = measured([measure('blur'), measure('noise'), measure('exposure')], [measure('line')]);
  const after = measured(
    [measure('blur'), measure('noise', { z: 0.6 }), measure('exposure', { value: 2, flagged: true })],
    [measure('line')],
  );
  const change = analysisChangeOf(before, after);
  expect(change).toEqual({ quality: { noise: { z: 0.6 }, exposure: { value: 2, flagged: true } } });
  const made = withAnalysisChange(before, change ?? {});
  expect(made).toEqual(after);
  expect(made.quality[0]).toBe(before.quality[0]);
  expect(made.style).toBe(before.style);
  expect(analysisChangeOf(after, structuredClone(after))).toBeNull();
});

it('sends whole lists where others are measured, in another order, or two by one name', () => {
  const before = measured([measure('blur'), measure('noise')]);
  for (const quality of [
    [measure('blur')],
    [measure('noise'), measure('blur')],
    [measure('blur'), measure('noise'), measure('seam')],
  ])
    expect(analysisChangeOf(before, measured(quality))).toEqual({ quality });
  const twice = measured([measure('blur'), measure('blur')]);
  const quality = [measure('blur'), measure('blur', { z: 2 })];
  expect(analysisChangeOf(twice, measured(quality))).toEqual({ quality });
});

it('names only the scores that changed, unless one is gone', () => {
  const before = analysis('t0', 0.4);
  const branded = { ...before, scores: { ...before.scores, brand: 0.7 } };
  const scored = { description: 0.5 };
  const raised = { ...branded, scores: { ...branded.scores, ...scored } };
  expect(analysisChangeOf(branded, raised)).toEqual({ scored });
  expect(analysisChangeOf(before, branded)).toEqual({ scored: { brand: 0.7 } });
  expect(analysisChangeOf(branded, before)).toEqual({ scores: before.scores });
  expect(withAnalysisChange(branded, { scored })).toEqual(raised);
  expect(withAnalysisChange(branded, { scores: before.scores })).toEqual(before);
});

const anyMeasure = fc.record({
  name: fc.constantFrom('blur', 'noise', '__proto__', 'exposure'),
  value: fc.constantFrom(0, 1.25, 40),
  unit: fc.constantFrom('', 'levels'),
  z: fc.constantFrom(null, -0.5, 3),
  flagged: fc.boolean(),
});
const score = fc.constantFrom(null, 0.25, 1);
const anyAnalysis = fc
  .record({
    quality: fc.array(anyMeasure, { maxLength: 4 }),
    style: fc.array(anyMeasure, { maxLength: 3 }),
    coarse: fc.boolean(),
    whole: fc.constantFrom(null, 0.5),
    scores: fc.record(
      {
        description: score,
        style: score,
        characters: score,
        quality: score,
        brand: fc.constantFrom(0.2, 0.9),
      },
      { requiredKeys: ['description', 'style', 'characters', 'quality'] },
    ),
  })
  .map((fields): TakeAnalysis => ({ ...analysis('t0', 0.4), ...fields }));

it('leads from any analysis to any other, over the wire', () => {
  fc.assert(
    fc.property(anyAnalysis, anyAnalysis, (before, after) => {
      const change = analysisChangeOf(before, after);
      const sent = JSON.parse(JSON.stringify(change));
      expect(analysisChange.nullable().safeParse(sent).success).toBe(true);
      expect(withAnalysisChange(before, sent ?? {})).toEqual(after);
    }),
    { numRuns: 400 },
  );
});

it('comes to the window as it is, though what is usual of verdicts and measures is not sent', () => {
  const verdict = fc.record<Verdict>({
    claimId: fc.constantFrom('a', 'b'),
    kind: fc.constant('entity'),
    text: fc.constant('a coat'),
    p: fc.option(fc.constantFrom(0, 0.3, 1)),
    outcome: fc.constantFrom('pass', 'fail', 'unsure'),
    reason: fc.constantFrom('', 'they disagree'),
    weight: fc.constantFrom(1, 0.5),
  });
  const of = fc.record({
    name: fc.constantFrom('blur', 'noise'),
    value: fc.constantFrom(0, 1),
    unit: fc.constantFrom('', 'px'),
    z: fc.option(fc.constantFrom(0, 2)),
    flagged: fc.boolean(),
  });
  const lists = fc.record({
    verdicts: fc.array(verdict, { maxLength: 3 }),
    quality: fc.array(of, { maxLength: 3 }),
    style: fc.array(of, { maxLength: 3 }),
  });
  const told = (change: AnalysisChange) =>
    analysisChange.parse(JSON.parse(JSON.stringify(sentChange(change))));
  fc.assert(
    fc.property(lists, lists, (first, then) => {
      const before = { ...analysis('t0', 0.4), ...first };
      const after = { ...before, ...then };
      const known = withAnalysisChange(undefined, told(before));
      expect(known).toEqual(before);
      const change = analysisChangeOf(before, after);
      expect(change ? withAnalysisChange(known, told(change)) : known).toEqual(after);
    }),
    { numRuns: 300 },
  );
  const passed = { claimId: 'a', kind: 'entity', text: 'a coat', p: 0.9 } as const;
  const usual = {
    ...measured([measure('blur', { unit: '' })]),
    verdicts: [{ ...passed, outcome: 'pass', reason: '', weight: 1 } as const],
  };
  expect(sentChange(usual)).toMatchObject({
    verdicts: [passed],
    quality: [{ name: 'blur', value: 1, z: 0.5 }],
  });
  expect(JSON.stringify(sentChange(usual))).not.toContain('flagged');
});
