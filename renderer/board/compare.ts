import type { TakeAnalysis, Verdict } from '@shared/analysis.js';
import { isMadeFrom, type Take } from '@shared/records/index.js';
import type { ShotView } from './shot-view.js';

const placeAmong = (takes: readonly Take[], { id }: Take): number =>
  takes.findIndex((take) => take.id === id);

/** The take of the shot that one came from: what it was made of, else the one before it. */
export function cameFrom({ takes }: Pick<ShotView, 'takes'>, take: Take): Take | null {
  // A first picture was made like one of another shot.
  return takes.find(({ id }) => isMadeFrom(take, id)) ?? takes[placeAmong(takes, take) - 1] ?? null;
}

/** The take to compare with when none was chosen: the one it came from, else the one after. */
export const otherTake = (view: ShotView, shown: Take): Take | null =>
  cameFrom(view, shown) ?? view.takes[placeAmong(view.takes, shown) + 1] ?? null;

/** The older of two takes first. */
export const inOrder = (a: Take, b: Take): readonly [older: Take, newer: Take] =>
  (a.round - b.round || a.createdAt - b.createdAt) > 0 ? [b, a] : [a, b];

interface ClaimChange {
  readonly claimId: string;
  readonly text: string;
  readonly before: Verdict | null;
  readonly after: Verdict | null;
  /** p after less p before; null where one was not judged. */
  readonly delta: number | null;
}

/** Claim by claim, the largest change first. */
export function claimChanges(
  before: TakeAnalysis | null,
  after: TakeAnalysis | null,
): readonly ClaimChange[] {
  const old = new Map((before?.verdicts ?? []).map((verdict) => [verdict.claimId, verdict]));
  const now = new Map((after?.verdicts ?? []).map((verdict) => [verdict.claimId, verdict]));
  const changes = [...new Set([...now.keys(), ...old.keys()])].map((claimId): ClaimChange => {
    const was = old.get(claimId) ?? null;
    const is = now.get(claimId) ?? null;
    const delta = was?.p != null && is?.p != null ? is.p - was.p : null;
    return { claimId, text: (is ?? was)?.text ?? '', before: was, after: is, delta };
  });
  return changes.sort((a, b) => Math.abs(b.delta ?? 0) - Math.abs(a.delta ?? 0));
}

/** Claims that passed on the first and fail on the second, the largest change first. */
export const brokenClaims = (
  before: TakeAnalysis | null,
  after: TakeAnalysis | null,
): readonly ClaimChange[] =>
  claimChanges(before, after).filter(
    (change) => change.before?.outcome === 'pass' && change.after?.outcome === 'fail',
  );

/** Claims that passed on the first and of which nothing is known on the second. */
export const untoldClaims = (
  before: TakeAnalysis | null,
  after: TakeAnalysis | null,
): readonly ClaimChange[] =>
  claimChanges(before, after).filter(
    (change) => change.before?.outcome === 'pass' && (change.after?.outcome ?? 'not-judged') === 'not-judged',
  );
