import type { BrandScore } from '@core/brand/index.js';
import { type FrameStyle, scoreOf, styleExcuse } from '@core/measures/index.js';
import type { JudgeDescription } from '@models/judge/index.js';
import type { Measure, TakeAnalysis, TakeState, Verdict } from '@shared/analysis.js';
import { descriptionScore } from '@shared/claim-graph.js';
import type { Failure } from '@shared/failure.js';
import type { Claim } from '@shared/records/index.js';
import type { Sight } from './sight.js';

export interface AnalysisContext {
  readonly judge: JudgeDescription | null;
  readonly isRunning: boolean;
  readonly failure: Failure | null;
  readonly quality: readonly Measure[];
  readonly style: FrameStyle | null;
  readonly brand: BrandScore | null;
  /** It is the pick, and its shot's findings are of it. */
  readonly found: boolean;
}

const STATES = { picture: 'unreadable', judge: 'failed' } as const satisfies Record<Failure['of'], TakeState>;

/** What is shown of a take. */
export function analysisOf(
  { take, description, claims, verdicts, measures, heard, isAnswered, slips, composed, counts }: Sight,
  { judge, isRunning, failure, quality, style, brand, found }: AnalysisContext,
): TakeAnalysis {
  const whole = heard?.whole ?? null;
  const excuse = style && styleExcuse(style, description);
  return {
    takeId: take.id,
    state: failure ? STATES[failure.of] : isRunning ? 'running' : isAnswered && measures ? 'done' : 'waiting',
    error: failure && `${failure.message} ${failure.hint}`,
    scores: {
      description: descriptionScore(verdicts, whole, judge?.wholeWeight ?? 0),
      style: style?.score ?? null,
      ...(excuse !== null && { styleExcuse: excuse }),
      characters: charactersScore(claims, verdicts),
      quality: quality.length > 0 ? scoreOf(quality) : null,
      ...(brand && { brand: brand.p }),
    },
    found,
    verdicts: verdicts as Verdict[],
    whole,
    quality: quality as Measure[],
    style: (style?.measures ?? []) as Measure[],
    palette: measures?.palette ?? [],
    judge: heard?.judge ?? null,
    judgeVersion: heard?.judgeVersion ?? null,
    coarse: heard?.coarse ?? false,
    ...(composed && { composition: composed.composition }),
    ...(counts.length > 0 && { counts: [...counts] }),
    ...(slips.length > 0 && { slips: [...slips] }),
    milliseconds: heard?.milliseconds ?? null,
  };
}

/** How well the canon's facts hold on this frame, 0–1; null where no canon claim was judged. */
function charactersScore(claims: readonly Claim[], verdicts: readonly Verdict[]): number | null {
  const canon = new Set(claims.filter((claim) => claim.factId !== null).map((claim) => claim.id));
  return descriptionScore(
    verdicts.filter((verdict) => canon.has(verdict.claimId)),
    null,
  );
}
