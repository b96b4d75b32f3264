/** What is known of one take by itself: what its picture measures, and what the judge says of its shot's claims. */
import { createHash } from 'node:crypto';
import { type Beside, compose, NATURAL, STORYBOOK } from '@core/composition/index.js';
import type { Features } from '@core/measures/index.js';
import type { JudgeDescription } from '@models/judge/index.js';
import { disagreementText } from '@shared/agreement.js';
import {
  answerKey,
  type Count,
  type FrameMeasures,
  type Judgement,
  type Verdict,
  type Writing,
} from '@shared/analysis.js';
import { type ClaimAnswer, type Reading, settle } from '@shared/claim-graph.js';
import { NO_WORD, readingOf, skillOf, type Word } from '@shared/examination/index.js';
import type { Claim, Shot, Take } from '@shared/records/index.js';
import { type SeenSlip, SLIP_QUESTIONS, type SlipQuestion, slipsIn } from '@shared/slips.js';
import { type Counting, counting, countsIn, NOT_COUNTED } from './counts.js';
import { packedFeatures } from './packed-features.js';
import type { Spotted } from './spotted.js';
import { lacksWhole, unanswered } from './unanswered.js';

/** Of `FrameMeasures`, without the layout, which is large and rarely asked for. */
export interface SeenMeasures extends Pick<FrameMeasures, 'quality' | 'hash' | 'palette' | 'composition'> {
  readonly features: Features;
  /** Of the way of measuring. */
  readonly version: number;
}

/** Of `Judgement`, without the answers, which the verdicts say. */
export interface Heard extends Pick<Judgement, 'judge' | 'judgeVersion' | 'coarse' | 'milliseconds'> {
  /** P(yes) of the whole description, 0–1. */
  readonly whole: number | null;
  /** Names what the judge's vision tower saw: another for other features, '' for none. */
  readonly tower: string;
}

export interface Sight {
  readonly take: Take;
  readonly shotId: string;
  /** The shot's. */
  readonly description: string;
  readonly scene: string | null;
  readonly claims: readonly Claim[];
  readonly verdicts: readonly Verdict[];
  readonly measures: SeenMeasures | null;
  readonly heard: Heard | null;
  /** Every claim that is not muted has an answer. */
  readonly isAnswered: boolean;
  /** Something is still to be measured or asked. */
  readonly waits: boolean;
  /** What the judge suspects of the drawing; [] where it was not asked. */
  readonly slips: readonly SeenSlip[];
  /** How it is composed, and of which boxes; null before its picture was measured. */
  readonly composed: Beside | null;
  /** What is written in the picture, which nothing is compared in; null where nobody read it. */
  readonly writing: readonly Writing[] | null;
  /** [] where nobody looked. */
  readonly counts: readonly Count[];
}

export interface SightInput {
  readonly take: Take;
  readonly shot: Shot;
  readonly claims: readonly Claim[];
  readonly measures: SeenMeasures | null;
  readonly judgement: Judgement | null;
  readonly judge: JudgeDescription | null;
  /** What the judge's word is worth on this board; absent = nothing is known of that. */
  readonly word?: Word;
  /** The judge is asked for slips; absent = it is not. */
  readonly slips?: boolean;
  /** Absent = nobody read the picture. */
  readonly writing?: readonly Writing[] | null;
  /** Absent = no eye looked. */
  readonly spotted?: Spotted | null;
}

/** Of slips a judge is asked only where it knows any world. */
export const slipsAskedOf = (judge: JudgeDescription | null, isWanted: boolean): readonly SlipQuestion[] =>
  isWanted && judge && !judge.closedWorld ? SLIP_QUESTIONS : [];

/** Claims that the judge is asked: not those of a skill that it is silenced in. */
export const askedAmong = (claims: readonly Claim[], { skills }: Word): readonly Claim[] =>
  skills.size === 0 ? claims : claims.filter((claim) => !skills.get(skillOf(claim))?.silenced);

export function sightOf({
  take,
  shot,
  claims,
  measures,
  judgement,
  judge,
  word = NO_WORD,
  slips = false,
  spotted = null,
  writing = null,
}: SightInput): Sight {
  const { description, scene } = shot;
  const open = unanswered(askedAmong(claims, word), judgement);
  const slipsAsked = slipsAskedOf(judge, slips);
  const counts = spotted ? countsIn(claims, spotted) : [];
  const counted = spotted ? counting(counts, spotted) : NOT_COUNTED;
  const verdicts = judgement && judge ? verdictsOf(claims, judgement, judge, word, counted) : [];
  return {
    take,
    shotId: shot.id,
    description,
    scene,
    claims,
    verdicts,
    measures,
    heard: judgement && heardFrom(judgement, description),
    isAnswered: judgement !== null && open.length === 0,
    waits:
      !measures ||
      !judgement ||
      open.length > 0 ||
      lacksWhole(description, judgement) ||
      unanswered(slipsAsked, judgement).length > 0,
    counts,
    writing,
    slips: judgement && slipsAsked.length > 0 ? slipsIn(judgement.answers) : [],
    composed: measures && {
      detections: spotted?.detections ?? [],
      composition: compose({
        detections: spotted?.detections ?? null,
        pixels: measures.composition ?? null,
        shape: take.width / Math.max(1, take.height),
        figures: spotted?.isDrawn ? STORYBOOK : NATURAL,
        description,
        claims,
        verdicts,
      }),
    },
  };
}

export function seenMeasures({
  quality,
  hash,
  palette,
  style,
  composition,
  version = 1,
}: FrameMeasures): SeenMeasures {
  const { layout: _, ...compared } = style;
  return {
    quality,
    hash,
    palette,
    version,
    ...(composition && { composition }),
    features: packedFeatures(compared) ?? unboxedAll(compared),
  };
}

const unboxedAll = (style: FrameMeasures['style']): Features =>
  Object.fromEntries(Object.entries(style).map(([name, values]) => [name, unboxed(values)]));

/**
 * A copy in eight bytes a number, without room to grow. In a list that another thread sent V8 has each number in a box
 * of sixteen more, and code that meets one such list puts those of all others that it meets into boxes. No typed array:
 * what V8 keeps of each takes more than these few numbers.
 */
function unboxed(values: readonly number[]): number[] {
  const { length } = values;
  const alone = new Array<number>(length);
  const typed = inRoom(values);
  for (let at = 0; at < length; at++) alone[at] = typed[at] as number;
  return alone;
}

const heardFrom = (judgement: Judgement, description: string): Heard => ({
  judge: judgement.judge,
  judgeVersion: judgement.judgeVersion,
  coarse: judgement.coarse,
  milliseconds: judgement.milliseconds,
  whole: judgement.whole[description] ?? null,
  tower: nameOf(judgement.features),
});

const nameOf = (features: readonly number[]): string =>
  features.length === 0 ? '' : createHash('sha1').update(inRoom(features)).digest('base64');

/** Where numbers are worked at: in one place, since thousands of lists come one after the other. */
let room = new Float64Array(1024);

/** The numbers, until it is called again. */
function inRoom(numbers: readonly number[]): Float64Array {
  const { length } = numbers;
  if (length > room.length) room = new Float64Array(2 * length);
  room.set(numbers);
  return room.subarray(0, length);
}

function verdictsOf(
  claims: readonly Claim[],
  judgement: Judgement,
  judge: JudgeDescription,
  word: Word,
  counted: Counting,
): Verdict[] {
  const answers = new Map<string, ClaimAnswer>();
  const readings = new Map<string, Reading>();
  const reasons = new Map<string, string>();
  /** Of claims that are decided by a count, whatever judges say of them. */
  const counts = new Set<string>();
  for (const claim of claims) {
    const answer = judgement.answers[answerKey(claim)];
    if (!answer) continue;
    const { p, contrast, reason } = answer;
    const said = p === null ? { notJudged: reason } : { p, contrast };
    const reading = readingOf(word, judge.thresholds, claim);
    const seen = counted(claim, said, reading);
    if (seen?.reason) reasons.set(claim.id, seen.reason);
    else if (seen) counts.add(claim.id);
    answers.set(claim.id, seen?.said ?? said);
    readings.set(claim.id, seen?.reading ?? reading);
  }
  const verdicts = settle(
    claims,
    answers,
    (claim) => readings.get(claim.id) ?? readingOf(word, judge.thresholds, claim),
  );
  for (const verdict of verdicts)
    if (verdict.outcome === 'unsure') verdict.reason = reasons.get(verdict.claimId) ?? verdict.reason;
  if (!judge.members) return verdicts;
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  return verdicts.map((verdict) =>
    withMembers(verdict, byId.get(verdict.claimId) as Claim, counts.has(verdict.claimId), judgement, judge),
  );
}

/** With what each judge of an ensemble said; for a negated claim turned round, as the verdict's own p is. */
function withMembers(
  verdict: Verdict,
  claim: Claim,
  isCounted: boolean,
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
    reason: reason && !isCounted ? disagreementText(members, nameOf) : verdict.reason,
    ...(agreement !== undefined && { agreement }),
  };
}
