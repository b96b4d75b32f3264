/** Findings that rest on a verdict: the description or the canon asks for something that this frame does not show. */

import { type EditContext, forbid } from '@core/edits/index.js';
import type { Count, Edit, Evidence, Finding, FindingKind } from '@shared/analysis.js';
import type { Claim, Fact } from '@shared/records/index.js';
import type { Severity } from '@shared/severity.js';
import {
  type BoardAnswers,
  type Elsewhere,
  type LastSeen,
  LEAST_OTHERS,
  type Showing,
} from './board-answers.js';
import { type FindingRow, type Found, findingKind } from './finding-kind.js';
import type { Frame } from './frame.js';
import { otherShots } from './other-shots.js';

export interface FailedClaim extends Found {
  readonly claim: Claim;
  readonly fact: Fact | null;
  /** P that all is as wished, 0–1. */
  readonly p: number;
  readonly elsewhere: Elsewhere;
  /** The nearest earlier shot that shows it, where the kind says that; null = none before it does. */
  readonly lastSeen: LastSeen | null;
  /** How many are seen of what it asks a number of, where that is another number. */
  readonly count: Count | null;
  /** The number of the shot from which its fact holds on; null = from the beginning, or it is no fact. */
  readonly since: string | null;
}

interface ClaimParts<K extends FindingKind> {
  readonly kind: K;
  readonly answers: (claim: Claim, fact: Fact | null) => boolean;
  /** Says where it was seen last: all other shots are gone through for it. */
  readonly saysLastSeen?: boolean;
  /** Frames on which the kind has nothing to say. */
  readonly silent?: (frame: Frame) => boolean;
  /** Of a claim of usual weight that asks for something; others are less pressing. */
  severity(found: FailedClaim): Severity;
  message(found: FailedClaim): string;
  /** Of a claim that asks for something. */
  edits(finding: Finding, claim: Claim, context: EditContext): Edit[];
}

/** At or below this P the judge is as good as certain. */
const CERTAIN = 0.15;
const LOWER: Readonly<Record<Severity, Severity>> = { high: 'medium', medium: 'low', low: 'low' };
/** Claims of less weight were implied rather than said, or matter less to the artist. */
const SAID = 0.5;

/** One step more pressing where the judge is as good as certain. */
export const byCertainty = ({ p }: Pick<FailedClaim, 'p'>, certain: Severity): Severity =>
  p <= CERTAIN ? certain : LOWER[certain];

export function claimFinding<K extends FindingKind>(parts: ClaimParts<K>): FindingRow<K> {
  const { kind, silent = () => false } = parts;
  return findingKind<K, FailedClaim>({
    kind,
    answers: parts.answers,
    find: (frame, board) => (silent(frame) ? [] : failedClaims(frame, board, parts)),
    severity(found) {
      const { claim } = found;
      const severity = parts.severity(found);
      // "No model ranks negation": what rests on it alone is never the most pressing.
      return claim.negated || claim.weight < SAID ? LOWER[severity] : severity;
    },
    message: parts.message,
    edits(finding, context) {
      const claim = context.claims.get(finding.claimIds[0] ?? '');
      if (!claim) return [];
      if (!claim.negated) return parts.edits(finding, claim, context);
      return forbid(finding, unwanted(claim), context.reading.saying(claim), context);
    },
  });
}

/** What should not be there, without whom it should not be at: "hat" of "no girl in a hat". */
function unwanted({ kind, subject, attribute, relation, object, value, text }: Claim): string {
  const about = kind === 'attribute' ? [attribute, object] : [relation, object];
  const words = about.filter((word) => word !== null).join(' ');
  return words || subject || (value ?? text).replace(/^an? /, '');
}

/** What was asked and does not hold, in the verdicts' order, whoever answers for it. */
export function* failuresOf({ claims, verdicts }: Frame): Generator<{ claim: Claim; p: number }> {
  for (const { claimId, outcome, p } of verdicts) {
    // Few fail, and this is asked of every frame for every kind of finding: a table of the claims would be made for nothing.
    const claim = outcome === 'fail' ? claims.find(({ id }) => id === claimId) : undefined;
    if (claim && !claim.muted) yield { claim, p: p ?? 0 };
  }
}

function failedClaims(
  frame: Frame,
  board: BoardAnswers,
  { answers, saysLastSeen = false }: Pick<ClaimParts<FindingKind>, 'answers' | 'saysLastSeen'>,
): FailedClaim[] {
  const found: FailedClaim[] = [];
  for (const { claim, p } of failuresOf(frame)) {
    const fact = claim.factId === null ? null : board.fact(claim.factId);
    if (!answers(claim, fact)) continue;
    const elsewhere = board.elsewhere(frame, claim);
    const lastSeen = saysLastSeen ? board.lastSeen(frame, claim) : null;
    const skipped = skippedUnder(frame, claim.id);
    const count = frame.counts?.find(({ claimId }) => claimId === claim.id) ?? null;
    found.push({
      about: `${claim.negated ? 'no ' : ''}${claim.text}`,
      claimIds: [claim.id, ...skipped],
      factId: fact?.id ?? null,
      evidence: evidenceOf(frame, claim, p, elsewhere, lastSeen, skipped.length, count),
      claim,
      fact,
      p,
      elsewhere,
      lastSeen,
      count: count && count.seen !== count.asked ? count : null,
      since: fact?.firstShotId ? board.numberOf(fact.firstShotId) : null,
    });
  }
  return found;
}

/** Claims that hang on this one, however far down, and were not asked because it failed. */
function skippedUnder({ claims, verdicts }: Frame, id: string): string[] {
  const skipped = new Set(
    verdicts.flatMap(({ claimId, outcome }) => (outcome === 'skipped' ? [claimId] : [])),
  );
  const below = new Set<string>();
  const visit = (parent: string): void => {
    for (const claim of claims)
      if (claim.parents.includes(parent) && !below.has(claim.id)) {
        below.add(claim.id);
        visit(claim.id);
      }
  };
  visit(id);
  return [...below].filter((one) => skipped.has(one));
}

const two = (value: number): string => value.toFixed(2);

function evidenceOf(
  { shot, take, composed }: Frame,
  claim: Claim,
  p: number,
  { shots, holds, median, best }: Elsewhere,
  last: LastSeen | null,
  skipped: number,
  count: Count | null,
): Evidence {
  const label = claim.negated ? `not “${claim.text}”` : `“${claim.text}”`;
  const parts = [`P = ${two(p)} here`];
  if (shots >= LEAST_OTHERS) parts.push(`median ${two(median)} on ${shots} other shots, holds in ${holds}`);
  if (count) parts.push(`${count.seen} seen, ${count.asked} asked for`);
  if (skipped > 0) parts.push(`${skipped} ${skipped === 1 ? 'claim' : 'claims'} about it not asked`);
  if (claim.negated) parts.push('“no …” and “without …” are judged unreliably');
  const item = ({ shotId, takeId, p: value }: Showing) => ({ shotId, takeId, label, value, region: null });
  const where = composed?.detections.find(({ label }) => label === claim.subject);
  return {
    items: [
      {
        ...item({ shotId: shot.id, takeId: take.id, p }),
        region: where?.region ?? null,
      },
      ...otherShots(best, last, item),
    ],
    detail: `${parts.join('; ')}.`,
  };
}
