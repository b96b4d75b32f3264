/** One shot as it is shown: its records and what is derived of them, joined once and kept while nothing changes. */
import { type Finding, type Suggested, type Suggestion, suggestionIn } from '@shared/analysis.js';
import { type Lack, lacksOf } from '@shared/gaps.js';
import { asItIsNow, outdatedOrders, type ReferenceNow, shotOutOfDate } from '@shared/out-of-date/index.js';
import type { TakeSummary } from '@shared/overview.js';
import {
  type Decision,
  type Drawing,
  decisionsOf as decisionsInOrder,
  holdsAt,
  isInPlay,
  isUnderWay,
  type Note,
  oldestFirst,
  openSet,
  type PositionedFact,
  type Records,
  type Request,
  roundsAmong,
  type Shot,
  shot as shotSchema,
  shotStatus,
  type Take,
} from '@shared/records/index.js';
import { openAmong, SEVERITIES, type Severity } from '@shared/severity.js';
import { tagsOf } from '@shared/tags.js';
import { isByHand } from './by-hand.js';

/** The worst open finding as a sign: a shape and a colour, never a colour alone. */
export type Sign = Severity | 'unsure' | 'ok' | 'unjudged' | 'unknown';
/** A shot's status, and what stands above it. */
export const SHOT_STATES = [
  ...shotStatus.options,
  'regenerating',
  'approved-elsewhere',
  'out-of-date',
  'limit-reached',
  'missing-image',
  'no-picture',
  'omitted',
] as const;
export type ShotState = (typeof SHOT_STATES)[number];

export interface ShotView {
  readonly shot: Shot;
  /** Oldest first; take 1 is the first. */
  readonly takes: readonly Take[];
  readonly pick: Take | null;
  /** Of the pick. */
  readonly summary: TakeSummary | null;
  readonly findings: readonly Finding[];
  readonly dismissed: readonly Finding[];
  readonly suggestion: Suggestion | null;
  /** What is suggested for the pick is not known yet: something was found of it, or it is not known whether something is. */
  readonly suggesting: boolean;
  /** Reasons of its rejection that say what is malformed in the pick. */
  readonly tags: readonly string[];
  /** Ordered and not finished. */
  readonly request: Request | null;
  /** Approved on another machine, or for something that changed since, so that it waits for a yes: the oldest such order, as it would be made now. */
  readonly again: Request | null;
  /** What changed since it was approved, or since its picture was ordered, in a sentence; null = nothing did. */
  readonly outOfDate: string | null;
  /** Ordered together, and waiting for the artist to choose one; [] = none. */
  readonly candidates: readonly Request[];
  /** Orders that ended with a take. */
  readonly made: readonly Request[];
  /** Notes on it and their answers, by the artist and by clients, oldest first. */
  readonly notes: readonly Note[];
  /** What is drawn for them, oldest first. */
  readonly drawings: readonly Drawing[];
  readonly rounds: number;
  readonly limit: number;
  readonly sign: Sign;
  /** 0–1, how well the pick keeps its description. */
  readonly score: number | null;
  readonly state: ShotState;
  /** To be judged. */
  readonly lacks: readonly Lack[];
  readonly running: boolean;
  /** The last word on it is the artist's own: decisions by score leave it alone. */
  readonly byHand: boolean;
  /** When it was last decided on, or got a take; milliseconds since 1970. */
  readonly changedAt: number;
}

/** Newest first. */
export const decisionsOf = (records: Pick<Records, 'decision'>, shotId: string): readonly Decision[] =>
  decisionsInOrder(records, shotId).reverse();

/** Where the judge spoke of less of a description than this, what it said is no word on the frame. */
const MOSTLY_JUDGED = 0.5;
/** Below this share of its description no frame counts as right, whatever was or was not found in it. */
const DOUBTFUL = 0.75;

function signOf(
  findings: readonly Finding[],
  dismissed: readonly Finding[],
  summary: TakeSummary | null,
): Sign {
  const worst = SEVERITIES.find((severity) => findings.some((finding) => finding.severity === severity));
  if (worst) return worst;
  if (summary?.state !== 'done' && summary?.state !== 'failed') return 'unknown';
  const { description } = summary.scores;
  if (description === null || summary.judged < MOSTLY_JUDGED) return 'unjudged';
  // What the artist has dismissed explains a low number.
  const doubtful = description < DOUBTFUL && dismissed.length === 0;
  return summary.unsure || doubtful ? 'unsure' : 'ok';
}

function stateOf(
  view: Omit<ShotView, 'state' | 'lacks' | 'running' | 'byHand' | 'sign' | 'score' | 'changedAt'>,
): ShotState {
  if (!isInPlay(view.shot)) return 'omitted';
  if (view.request) return 'regenerating';
  if (view.again?.state === 'elsewhere') return 'approved-elsewhere';
  if (view.outOfDate !== null) return 'out-of-date';
  // Of what the artist put in no picture was ever there.
  if (!view.pick && view.shot.added) return 'no-picture';
  if (!view.pick || view.pick.unreadable !== null) return 'missing-image';
  const undecided = view.shot.status === 'pending' && (view.findings.length > 0 || view.suggestion !== null);
  return undecided && view.rounds >= view.limit ? 'limit-reached' : view.shot.status;
}

/** The same object, or lists of the same objects. */
export function sameParts(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

function sameView(a: ShotView, b: ShotView): boolean {
  return (Object.keys(b) as (keyof ShotView)[]).every((key) => sameParts(a[key], b[key]));
}

/** All that a view is made of beside its shot; while these are the same objects, so is the view. */
export type Parts = readonly [
  takes: readonly Take[],
  requests: readonly Request[],
  findings: readonly Finding[],
  suggested: Suggested | undefined,
  summary: TakeSummary | undefined,
  limit: number,
  decisions: readonly Decision[],
  notes: readonly Note[],
  facts: readonly PositionedFact[],
  references: readonly ReferenceNow[],
  drawings: readonly Drawing[],
];

/** The places of some among the parts. */
export const LIMIT = 5;
const FACTS = 8;
export const REFERENCES = 9;

/** Nothing was ordered or decided of the shot: then no part of its view hangs on the canon, nor on where it stands in it. */
const isApart = ([, ordered, , , , , decided]: Parts): boolean =>
  ordered.length === 0 && decided.length === 0;

export const NONE: readonly never[] = [];

export function joinShot(
  shot: Shot,
  [takes, ordered, found, suggested, known, limit, decisions, notes, facts, references, drawings]: Parts,
): ShotView {
  const inPlay = isInPlay(shot);
  // What was found in a take that is no longer the pick is not this frame's; of what is out of play nothing counts.
  const current = inPlay ? found.filter(({ takeId }) => takeId === shot.pickId) : NONE;
  const own = [...takes].sort((a, b) => a.round - b.round || a.createdAt - b.createdAt);
  const summary = known ?? null;
  const open = openAmong(current);
  const tags = tagsOf(decisions, shot.pickId).map(({ reason }) => reason);
  const isUnanswered = (open.length > 0 || tags.length > 0) && !isFor(suggested, shot.pickId);
  const all = { shot, takes, requests: ordered, decisions, facts, references };
  const outdated = new Set(inPlay ? outdatedOrders(all) : NONE);
  const again = inPlay ? ordered.find((one) => one.state === 'elsewhere' || outdated.has(one)) : undefined;
  const parts = {
    shot,
    takes: own,
    pick: own.find((take) => take.id === shot.pickId) ?? null,
    summary,
    findings: open,
    dismissed: current.filter((finding) => finding.dismissed),
    suggestion: inPlay ? suggestionIn(suggested) : null,
    suggesting: inPlay && shot.pickId !== null && (!summary?.found || isUnanswered),
    tags,
    request:
      ordered.find(({ state }) => state === 'running') ??
      ordered.find((one) => inPlay && isUnderWay(one) && !outdated.has(one)) ??
      null,
    again: again ? asItIsNow(all, again) : null,
    outOfDate: inPlay ? shotOutOfDate(all) : null,
    candidates:
      inPlay && (shot.status === 'pending' || shot.status === 'approved') ? openSet(shot, ordered) : NONE,
    made: ordered.filter(({ state }) => state === 'done'),
    rounds: roundsAmong(ordered),
    limit,
    notes: notes.length > 0 ? oldestFirst(notes) : NONE,
    drawings: drawings.length > 0 ? oldestFirst(drawings) : NONE,
  };
  return {
    ...parts,
    sign: signOf(parts.findings, parts.dismissed, summary),
    score: summary?.scores.description ?? null,
    state: stateOf(parts),
    lacks: lacksOf(shot, takes),
    running: summary?.state === 'running' || parts.request?.state === 'running',
    byHand: isByHand(decisions),
    changedAt: Math.max(0, ...takes.map(({ createdAt }) => createdAt), ...decisions.map(({ at }) => at)),
  };
}

/** What is known to be suggested is for this pick. */
const isFor = (suggested: Suggested | undefined, pickId: string | null): boolean =>
  suggested === 'none' || (suggested !== undefined && suggested.takeId === pickId);

const BUT_PLACE = (Object.keys(shotSchema.shape) as (keyof Shot)[]).filter((key) => key !== 'position');

const sameButPlace = (before: Shot, shot: Shot): boolean =>
  BUT_PLACE.every((key) => before[key] === shot[key]);

/** The same facts hold at both places. */
const holdAlike = (facts: readonly PositionedFact[], a: Shot, b: Shot): boolean =>
  facts.every((fact) => holdsAt(fact, a.position) === holdsAt(fact, b.position));

/**
 * The view of a shot of which no part changed but perhaps the canon: as it stands, or elsewhere, as thousands do after
 * one was moved far; null where it is to be joined anew.
 */
export function viewElsewhere(
  stood: ShotView,
  shot: Shot,
  parts: Parts,
  facts: readonly PositionedFact[],
): ShotView | null {
  if (parts[FACTS] !== facts && !isApart(parts)) return null;
  if (stood.shot === shot) return stood;
  if (!sameButPlace(stood.shot, shot)) return null;
  if (stood.shot.position === shot.position) return stood;
  return isApart(parts) || holdAlike(facts, stood.shot, shot) ? { ...stood, shot } : null;
}

export const sameButCanon = (was: Parts, now: Parts): boolean =>
  was.every((part, at) => at === FACTS || sameParts(part, now[at]));

export const keepIfSame = (known: ShotView | undefined, made: ShotView): ShotView =>
  known && sameView(known, made) ? known : made;
