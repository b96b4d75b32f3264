/** What changed of all that is known of a take, as it crosses to the window: of its measures only those that did. */
import { z } from 'zod';
import {
  type Measure,
  measure,
  type Scores,
  scores,
  type TakeAnalysis,
  takeAnalysis,
  type Verdict,
  verdict,
} from './analysis.js';
import { sameValue } from './records/index.js';
import { withoutUsual, withUsual } from './usual-fields.js';

/** Most claims hold, and most measures are as those of the other frames. */
type UsualOfVerdict = 'weight' | 'outcome' | 'reason';
type UsualOfMeasure = 'unit' | 'flagged';
const USUAL_VERDICT: Pick<Verdict, UsualOfVerdict> = { weight: 1, outcome: 'pass', reason: '' };
const USUAL_MEASURE: Pick<Measure, UsualOfMeasure> = { unit: '', flagged: false };

const sentVerdict = verdict.partial({ weight: true, outcome: true, reason: true });
const sentMeasure = measure.partial({ unit: true, flagged: true });
type SentMeasure = z.infer<typeof sentMeasure>;

/** By name: the fields that changed. What is not named stays. */
const measuresChange = z.record(z.string(), measure.omit({ name: true }).partial());
type MeasuresChange = z.infer<typeof measuresChange>;

/** Whole lists where others are measured than before. */
const measures = z.union([z.array(sentMeasure), measuresChange]);

/** Beside the fields of whatever has scores: those of its scores that changed, where none is gone. */
export const scoresChange = { scored: scores.partial().optional() };
type ScoresChange = z.infer<z.ZodObject<typeof scoresChange>>;

/** For one of them another number; null where that cannot be said so. */
export function scoresChangeOf(before: Scores, after: Scores): ScoresChange['scored'] | null {
  const names = Object.keys(after) as (keyof Scores)[];
  if (Object.keys(before).some((name) => !Object.hasOwn(after, name))) return null;
  return Object.fromEntries(
    names.flatMap((name) => (before[name] === after[name] ? [] : [[name, after[name]]])),
  );
}

/** `change` without `scored`, which is in its scores. */
export function withScores<T extends ScoresChange & { scores?: Scores }>(
  before: Scores | undefined,
  { scored, ...change }: T,
): Omit<T, 'scored'> {
  return scored && before ? { ...change, scores: { ...before, ...scored } } : change;
}

/** All fields of a take that is new, and of another those that changed. */
export const analysisChange = takeAnalysis.partial().extend({
  verdicts: z.array(sentVerdict).optional(),
  quality: measures.optional(),
  style: measures.optional(),
  ...scoresChange,
});
export type AnalysisChange = z.infer<typeof analysisChange>;

const MEASURED: ReadonlySet<string> = new Set(['quality', 'style'] satisfies (keyof TakeAnalysis)[]);

/** null where nothing changed. */
export function analysisChangeOf(before: TakeAnalysis, after: TakeAnalysis): AnalysisChange | null {
  const change: Record<string, unknown> = {};
  for (const field of Object.keys(after) as (keyof TakeAnalysis)[]) {
    const [was, is] = [before[field], after[field]];
    if (sameValue(was, is)) continue;
    const scored = field === 'scores' ? scoresChangeOf(before.scores, after.scores) : null;
    if (scored) change.scored = scored;
    else change[field] = MEASURED.has(field) ? measuresChangeOf(was as Measure[], is as Measure[]) : is;
  }
  return Object.keys(change).length > 0 ? change : null;
}

function measuresChangeOf(before: readonly Measure[], after: Measure[]): Measure[] | MeasuresChange {
  const isAsNamed =
    before.length === after.length && after.every(({ name }, at) => before[at]?.name === name);
  if (!isAsNamed || new Set(after.map(({ name }) => name)).size < after.length) return after;
  return Object.fromEntries(
    after.flatMap((is, at) => {
      const was = before[at] as Measure;
      const fields = Object.entries(is).filter(([field, value]) => value !== was[field as keyof Measure]);
      return fields.length > 0 ? [[is.name, Object.fromEntries(fields)]] : [];
    }),
  );
}

/** As it is sent: lists without what is usual in them. */
export function sentChange({ verdicts, quality, style, ...change }: AnalysisChange): AnalysisChange {
  return {
    ...change,
    ...(verdicts && {
      verdicts: verdicts.map((one) => withoutUsual<Verdict, UsualOfVerdict>(one, USUAL_VERDICT)),
    }),
    ...(quality && { quality: sentMeasures(quality) }),
    ...(style && { style: sentMeasures(style) }),
  };
}

const sentMeasures = (change: SentMeasure[] | MeasuresChange): SentMeasure[] | MeasuresChange =>
  Array.isArray(change)
    ? change.map((one) => withoutUsual<Measure, UsualOfMeasure>(one, USUAL_MEASURE))
    : change;

/** `before` with what changed; undefined where nothing was known before: then the change has all fields. */
export function withAnalysisChange(before: TakeAnalysis | undefined, change: AnalysisChange): TakeAnalysis {
  const { verdicts, quality, style, ...rest } = change;
  return {
    ...before,
    ...withScores(before?.scores, rest),
    ...(verdicts && {
      verdicts: verdicts.map((one) => withUsual<Verdict, UsualOfVerdict>(one, USUAL_VERDICT)),
    }),
    quality: withMeasures(before?.quality, quality),
    style: withMeasures(before?.style, style),
  } as TakeAnalysis;
}

/** What did not change stays the same object. */
function withMeasures(before: Measure[] = [], change: SentMeasure[] | MeasuresChange | undefined): Measure[] {
  if (change === undefined) return before;
  if (Array.isArray(change))
    return change.map((one) => withUsual<Measure, UsualOfMeasure>(one, USUAL_MEASURE));
  return before.map((one) => (Object.hasOwn(change, one.name) ? { ...one, ...change[one.name] } : one));
}
