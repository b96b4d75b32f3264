/** The feedback JSON of a board as it stands. Pure: same board, same text, but for `exportedAt`. */
import { type Count, type Finding, suggestionIn, type TakeAnalysis } from '@shared/analysis.js';
import { isUnsteady, type SkillWord, type Word } from '@shared/examination/index.js';
import type { Feedback, FeedbackShot } from '@shared/feedback.js';
import { groupBy } from '@shared/group-by.js';
import { orderOutOfDate, shotOutOfDate, shotParts } from '@shared/out-of-date/index.js';
import {
  byShot,
  type Correction,
  decisionsOf,
  isInPlay,
  oldestFirst,
  positionFacts,
  type Shot,
  shotsInOrder,
  takesOf,
} from '@shared/records/index.js';
import { openAmong } from '@shared/severity.js';
import { silenceOf } from '@shared/silence.js';
import type { WriteContext } from '../format.js';
import { pathFrom } from '../path-from.js';
import { rounded } from './rounded.js';

export const feedbackOf = (context: WriteContext): Feedback =>
  feedbackWith(context, [...feedbackShots(context)]);

/** In story order, one at a time: a large board takes longer than an answer may. */
export function* feedbackShots(context: WriteContext): Generator<FeedbackShot> {
  const { review, derived } = context.board;
  const findings = groupBy(derived.findings, (finding) => finding.shotId);
  for (const shot of shotsInOrder(review.records))
    yield rounded(feedbackShot(shot, context, findings.get(shot.id) ?? []));
}

/** `shots`: what `feedbackShots` gives. */
export const feedbackWith = (context: WriteContext, shots: readonly FeedbackShot[]): Feedback => ({
  ...rounded(aboutBoard(context, shots)),
  shots: [...shots],
});

function aboutBoard(context: WriteContext, shots: readonly FeedbackShot[]): Omit<Feedback, 'shots'> {
  const { review, judge } = context.board;
  const { records } = review;
  const [storyboard] = Object.values(records.storyboard);
  const portraits = Object.values(records.portrait).sort((a, b) => compare(a.path, b.path));
  const played = shots.filter(isInPlay);
  const omitted = shots.length - played.length;
  const count = (test: (shot: FeedbackShot) => boolean) => played.filter(test).length;
  return {
    format: 'continuist-feedback',
    version: 2,
    exportedAt: isoTime(context.now),
    application: { name: 'continuist', version: context.version },
    storyboard: {
      title: storyboard?.title ?? '',
      source: storyboard?.source ?? { kind: '', name: '', format: '' },
      styleBrief: storyboard?.styleBrief ?? '',
    },
    judge: judge && {
      id: judge.id,
      version: judge.version,
      limits: [...judge.limits],
      device: judge.device,
      dtype: judge.dtype ?? null,
      thresholds: { ...judge.thresholds },
      errorRates: judge.errorRates ?? null,
      ...examinationOf(context.board.word),
      ...(judge.refused && { refused: [...judge.refused] }),
      ...(judge.members && { members: judge.members.map(({ id, version }) => ({ id, version })) }),
    },
    generator: context.generator,
    totals: {
      shots: played.length,
      ...(omitted > 0 && { omitted }),
      judged: count((shot) => shot.verdicts.some(({ outcome }) => outcome !== 'not-judged')),
      notJudged: count(({ notJudged }) => notJudged !== undefined),
      flagged: count(({ findings }) => openAmong(findings).length > 0),
      approved: count(({ status }) => status === 'approved'),
      rejected: count(({ status }) => status === 'rejected'),
      waiting: count(({ status }) => status === 'pending'),
      regenerated: count(({ takes }) => takes.some(({ origin }) => origin === 'regenerated')),
      unreadable: count(({ findings }) => findings.some(({ kind }) => kind === 'unreadable')),
    },
    canon: positionFacts(Object.values(records.fact), Object.values(records.shot))
      .map(({ subject, name, statement, from, to }) => ({ subject, name, statement, from, to }))
      .sort(
        (a, b) => compare(a.subject, b.subject) || compare(a.name, b.name) || (a.from ?? -1) - (b.from ?? -1),
      ),
    ...(portraits.length > 0 && {
      portraits: portraits.map(({ id, name, path, sha256, unreadable }) => ({
        id,
        name,
        path: pathFrom(context, path),
        sha256,
        unreadable,
      })),
    }),
    skipped: [...review.skipped].sort((a, b) => compare(a.name, b.name) || compare(a.reason, b.reason)),
  };
}

function examinationOf(word?: Word): Pick<NonNullable<Feedback['judge']>, 'examination' | 'steadiness'> {
  if (!word || word.skills.size === 0) return {};
  const { steadiness } = word;
  return {
    ...(steadiness && { steadiness: { ...steadiness, unsteady: isUnsteady(steadiness) } }),
    examination: Object.fromEntries(
      [...word.skills.values()].map(({ skill, drawn, board, silenced, fail, cases, overruled }) => [
        skill,
        { drawn: drawn && drawnOf(drawn), board, silenced, fail, cases, overruled },
      ]),
    ),
  };
}

const drawnOf = ({ answers, ...told }: NonNullable<SkillWord['drawn']>) => ({
  ...told,
  wrong: answers.rate,
  wrongLow: answers.low,
  wrongHigh: answers.high,
  claims: answers.claims,
  calibration: answers.calibration,
});

function feedbackShot(shot: Shot, context: WriteContext, findings: readonly Finding[]): FeedbackShot {
  const { review, derived } = context.board;
  const { records } = review;
  const analysis = shot.pickId ? derived.analyses[shot.pickId] : undefined;
  const takes = takesOf(records, shot.id);
  const suggestion = suggestionIn(derived.suggestions[shot.id]);
  const drawings = oldestFirst(byShot(records.drawing).get(shot.id) ?? []);
  const drawnFor = (note: string) =>
    drawings.flatMap(({ commentId, figure }) => (commentId === note ? [figure] : []));
  const comments = oldestFirst(byShot(records.comment).get(shot.id) ?? []).map(
    ({ id, replyTo, sha256, author, at, text, state, place }) => ({
      id,
      ...(replyTo !== undefined && { replyTo }),
      author,
      at: isoTime(at),
      text,
      state,
      take: takes.find((take) => take.sha256 === sha256)?.id ?? null,
      sha256,
      ...(place && { place }),
      ...(drawnFor(id).length > 0 && { drawing: drawnFor(id) }),
    }),
  );
  const parts = shotParts(records, shot.id);
  const nothing = { description: null, style: null, characters: null, quality: null };
  return {
    number: shot.number,
    position: shot.position,
    scene: shot.scene,
    description: shot.description,
    status: shot.status,
    ...(shot.omitted && { omitted: shot.omitted }),
    ...outOfDate(parts && shotOutOfDate(parts)),
    pick: shot.pickId,
    scores: analysis?.scores ?? nothing,
    ...silent(analysis),
    whole: analysis?.whole ?? null,
    verdicts: (analysis?.verdicts ?? []).map((verdict) => ({
      ...verdict,
      ...(records.claim[verdict.claimId]?.negated && { negated: true as const }),
    })),
    quality: analysis?.quality ?? [],
    style: analysis?.style ?? [],
    ...seenOf(context, shot, analysis?.counts ?? []),
    findings: findings.map(({ key, kind, severity, message, evidence, dismissed }) => ({
      key,
      kind,
      severity,
      message,
      evidence,
      dismissed,
    })),
    suggestion: suggestion
      ? {
          prompt: suggestion.prompt,
          negativePrompt: suggestion.negativePrompt,
          newSeed: suggestion.newSeed,
          edits: suggestion.edits,
        }
      : null,
    decisions: decisionsOf(records, shot.id).map(
      ({ kind, reason, who, at, acceptedEdits, prompt, negativePrompt, findingKey }) => ({
        kind,
        reason,
        who,
        at: isoTime(at),
        acceptedEdits,
        prompt,
        negativePrompt,
        findingKey,
      }),
    ),
    requests: [...(byShot(records.request).get(shot.id) ?? [])]
      .sort((a, b) => a.round - b.round || a.createdAt - b.createdAt)
      .map((request) => ({
        round: request.round,
        state: request.state,
        prompt: request.prompt,
        negativePrompt: request.negativePrompt,
        seed: request.seed,
        generator: request.generator,
        approvedBy: request.approvedBy,
        from: request.fromTakeId,
        result: request.resultTakeId,
        error: request.error,
        ...outOfDate(parts && orderOutOfDate(parts, request)),
        ...(request.instruction !== undefined && { instruction: request.instruction }),
        ...(request.references && {
          references: request.references.map((one) => ({
            ...('takeId' in one ? { take: one.takeId } : { portrait: one.portraitId }),
            region: one.region,
          })),
        }),
      })),
    takes: takes.map((take) => ({
      id: take.id,
      path: pathFrom(context, take.path),
      sha256: take.sha256,
      round: take.round,
      origin: take.origin.kind,
      prompt: take.prompt,
      negativePrompt: take.negativePrompt,
      seed: take.seed,
      width: take.width,
      height: take.height,
      settings: take.settings,
      made: take.made,
      scores: derived.analyses[take.id]?.scores ?? nothing,
      unreadable: take.unreadable,
      ...boxesOf(records.correction[take.id]),
    })),
    note: shot.note,
    ...(comments.length > 0 && { comments }),
    stars: shot.stars,
  };
}

function seenOf({ board }: WriteContext, shot: Shot, counts: readonly Count[]): Pick<FeedbackShot, 'seen'> {
  const on = board.seenOn?.(shot);
  if (!on) return {};
  const { eye, boxes, resemblances } = on;
  return {
    seen: {
      eye,
      boxes: boxes.map(({ label, region, confidence }) => ({ label, region, confidence })),
      counts: [...counts],
      identity: resemblances.map(({ who, likeness, usual, shots, holds, isOff, isTested }) => ({
        name: who.name || who.noun,
        likeness,
        usual,
        shots,
        alike: holds,
        off: isOff,
        tested: isTested,
      })),
    },
  };
}

const outOfDate = (why: string | null) => (why === null ? {} : { outOfDate: why });

const boxesOf = (by: Correction | undefined) =>
  by ? { boxes: by.boxes.map(({ label, region }) => ({ label, region })) } : {};

function silent(analysis: TakeAnalysis | undefined): Pick<FeedbackShot, 'notJudged' | 'judgeFailed'> {
  const verdicts = analysis?.verdicts ?? [];
  const why = silenceOf(verdicts);
  if (analysis?.state !== 'failed') return why === null ? {} : { notJudged: why };
  const isUnheard = verdicts.length === 0 || why !== null;
  return { ...(isUnheard && { notJudged: analysis.error ?? '' }), judgeFailed: true };
}

const isoTime = (at: number): string => new Date(at).toISOString();
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
