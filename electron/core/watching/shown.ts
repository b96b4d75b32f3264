/** What is known of a take, with the decimals that are shown: what nobody can see is no change. */
import type { Measure, Scores, TakeAnalysis, Verdict } from '@shared/analysis.js';
import type { TakeSummary } from '@shared/overview.js';
import { judgedShare } from '@shared/silence.js';

/** Adding zero makes 0 of -0, which JSON does not know. */
const rounded = (value: number, decimals: number): number =>
  Math.round(value * 10 ** decimals) / 10 ** decimals + 0;

const score = (value: number | null): number | null => (value === null ? null : rounded(value, 2));

const shownScores = ({ description, style, styleExcuse, characters, quality, brand }: Scores): Scores => ({
  description: score(description),
  style: score(style),
  ...(styleExcuse !== undefined && { styleExcuse }),
  characters: score(characters),
  quality: score(quality),
  ...(brand !== undefined && { brand: rounded(brand, 2) }),
});

const shownMeasure = (measure: Measure): Measure => ({
  ...measure,
  value: rounded(measure.value, 2),
  z: measure.z === null ? null : rounded(measure.z, 1),
});

const shownVerdict = (verdict: Verdict): Verdict => ({
  ...verdict,
  p: verdict.p === null ? null : rounded(verdict.p, 4),
});

/** All of it. */
export const shownAnalysis = (analysis: TakeAnalysis): TakeAnalysis => ({
  ...analysis,
  scores: shownScores(analysis.scores),
  verdicts: analysis.verdicts.map(shownVerdict),
  quality: analysis.quality.map(shownMeasure),
  style: analysis.style.map(shownMeasure),
});

/** At a glance. */
export const summaryOf = ({ state, error, scores, found, verdicts, palette }: TakeAnalysis): TakeSummary => ({
  state,
  error,
  scores: shownScores(scores),
  found,
  unsure: verdicts.some(({ outcome }) => outcome === 'unsure'),
  judged: rounded(judgedShare(verdicts), 2),
  palette,
});
