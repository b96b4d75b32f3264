/**
 * From what is stored to what is shown: verdicts, scores, findings and suggestions of a whole storyboard.
 * Pure: no model, no disk. Everything that depends on the storyboard around a frame happens here, so that a
 * judgement of a picture stays valid when its neighbours change.
 */
import { findingsOfFrame, mostPressingFirst, wholeBoard } from '@core/findings/index.js';
import { type FrameStyle, qualityOf, scoreOf, styleOf } from '@core/measures/index.js';
import { suggest } from '@core/suggestions/index.js';
import type { JudgeDescription } from '@models/judge/index.js';
import { disagreementText } from '@shared/agreement.js';
import {
  answerKey,
  type Derived,
  type FrameMeasures,
  type Judgement,
  type Measure,
  type Suggestion,
  type TakeAnalysis,
  type Verdict,
} from '@shared/analysis.js';
import { type Answer, descriptionScore, settle } from '@shared/claim-graph.js';
import type { GeneratorCapability } from '@shared/contract/index.js';
import { groupBy } from '@shared/group-by.js';
import {
  type Claim,
  placeFacts,
  type Records,
  type Shot,
  shotsInOrder,
  type Take,
} from '@shared/records/index.js';

export interface DeriveInput {
  readonly records: Records;
  /** Null before any judge was loaded. */
  readonly judge: JudgeDescription | null;
  readonly judgement: (take: Take) => Judgement | null;
  readonly measures: (take: Take) => FrameMeasures | null;
  readonly running: ReadonlySet<string>;
  /** What went wrong with a take's picture, by take id. */
  readonly failed: ReadonlyMap<string, string>;
  readonly capabilities: readonly GeneratorCapability[];
}

/** A take with all that is known of it by itself. */
export interface SeenTake {
  readonly take: Take;
  readonly shot: Shot;
  readonly claims: readonly Claim[];
  readonly verdicts: readonly Verdict[];
  readonly judgement: Judgement | null;
  readonly measures: FrameMeasures | null;
  /** Why the picture could not be judged; null where nothing went wrong. */
  readonly failure: string | null;
}

export function deriveBoard(input: DeriveInput): Derived {
  const { records } = input;
  const shots = shotsInOrder(records);
  const seen = seenTakes(input, shots);
  const measured = seen.filter(hasMeasures);
  const quality = qualityOf(
    measured.map(({ take, measures, shot }) => ({
      takeId: take.id,
      measures,
      description: shot.description,
    })),
  );
  const style = styleOf(
    measured.map(({ take, measures, shot, judgement }) => ({
      takeId: take.id,
      scene: shot.scene,
      features: measures.style,
      tower: judgement?.features ?? [],
    })),
  );
  const analyses: Record<string, TakeAnalysis> = {};
  for (const frame of seen) {
    const { id } = frame.take;
    analyses[id] = analysisOf(frame, input, quality[id] ?? [], style[id] ?? null);
  }
  const picks = seen.filter(({ take, shot }) => shot.pickId === take.id);
  const answers = wholeBoard({ frames: picks, facts: records.fact, quality, style });
  const findings = mostPressingFirst(
    picks.map((pick) => findingsOfFrame(pick, answers)),
    records.decision,
  );
  const suggestions: Record<string, Suggestion> = {};
  const facts = placeFacts(Object.values(records.fact), shots);
  for (const { take, shot, claims, verdicts } of picks) {
    const open = findings.filter((finding) => finding.shotId === shot.id && !finding.dismissed);
    const suggestion = suggest({
      shot,
      take,
      claims,
      verdicts,
      findings: open,
      facts,
      styleBrief: Object.values(records.storyboard)[0]?.styleBrief ?? '',
      capabilities: input.capabilities,
    });
    if (suggestion) suggestions[shot.id] = suggestion;
  }
  return { analyses, findings, suggestions };
}

function seenTakes(input: DeriveInput, shots: readonly Shot[]): SeenTake[] {
  const claims = groupBy(Object.values(input.records.claim), (claim) => claim.shotId);
  const takes = groupBy(Object.values(input.records.take), (take) => take.shotId);
  return shots.flatMap((shot) =>
    (takes.get(shot.id) ?? []).map((take) => {
      const judgement = input.judgement(take);
      const asked = claims.get(shot.id) ?? [];
      const verdicts = judgement && input.judge ? verdictsOf(asked, judgement, input.judge) : [];
      return {
        take,
        shot,
        claims: asked,
        verdicts,
        judgement,
        measures: input.measures(take),
        failure: take.unreadable ?? input.failed.get(take.id) ?? null,
      };
    }),
  );
}

function verdictsOf(claims: readonly Claim[], judgement: Judgement, judge: JudgeDescription): Verdict[] {
  const answers = new Map<string, Answer>();
  for (const claim of claims) {
    const answer = judgement.answers[answerKey(claim)];
    if (answer) answers.set(claim.id, answer.p ?? { notJudged: answer.reason });
  }
  const verdicts = settle(claims, answers, (kind) => judge.thresholds[kind]);
  if (!judge.members) return verdicts;
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  return verdicts.map((verdict) =>
    withMembers(verdict, byId.get(verdict.claimId) as Claim, judgement, judge),
  );
}

/** With what each judge of an ensemble said; for a negated claim turned round, as the verdict's own p is. */
function withMembers(
  verdict: Verdict,
  claim: Claim,
  judgement: Judgement,
  { members: judges = [] }: JudgeDescription,
): Verdict {
  const answer = judgement.answers[answerKey(claim)];
  if (!answer?.members || verdict.p === null) return verdict;
  const { agreement, reason } = answer;
  const members = answer.members.map(({ id, p }) => ({ id, p: claim.negated && p !== null ? 1 - p : p }));
  const nameOf = (id: string) => judges.find((judge) => judge.id === id)?.name ?? id;
  return {
    ...verdict,
    members,
    reason: reason && disagreementText(members, nameOf),
    ...(agreement !== undefined && { agreement }),
  };
}

function analysisOf(
  { take, shot, claims, verdicts, judgement, measures, failure }: SeenTake,
  { judge, running }: DeriveInput,
  quality: Measure[],
  style: FrameStyle | null,
): TakeAnalysis {
  const whole = judgement?.whole[shot.description] ?? null;
  const answered = judgement && claims.every((claim) => claim.muted || judgement.answers[answerKey(claim)]);
  return {
    takeId: take.id,
    state: failure ? 'failed' : running.has(take.id) ? 'running' : answered && measures ? 'done' : 'waiting',
    error: failure,
    scores: {
      description: descriptionScore(verdicts, whole, judge?.wholeWeight ?? 0),
      style: style?.score ?? null,
      characters: charactersScore(claims, verdicts),
      quality: quality.length > 0 ? scoreOf(quality) : null,
    },
    verdicts: [...verdicts],
    whole,
    quality,
    style: style?.measures ?? [],
    palette: measures?.palette ?? [],
    judge: judgement?.judge ?? null,
    judgeVersion: judgement?.judgeVersion ?? null,
    coarse: judgement?.coarse ?? false,
    milliseconds: judgement?.milliseconds ?? null,
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

const hasMeasures = (frame: SeenTake): frame is SeenTake & { measures: FrameMeasures } =>
  frame.measures !== null;
