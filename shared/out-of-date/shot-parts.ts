/** What is looked at of a shot to know whether what was approved of it still counts. */
import {
  byShot,
  type Decision,
  type PositionedFact,
  positionFacts,
  type Records,
  type Request,
  type Shot,
  sameValue,
  type Take,
} from '../records/index.js';
import { type ReferenceNow, referencesNow } from './references.js';

export interface ShotParts {
  readonly shot: Shot;
  readonly takes: readonly Take[];
  readonly requests: readonly Request[];
  /** In any order. */
  readonly decisions: readonly Decision[];
  /** Of the whole board. */
  readonly facts: readonly PositionedFact[];
  /** Of all that its approvals gave to look like. */
  readonly references: readonly ReferenceNow[];
}

/** The tables that are looked at. */
export type BoardRecords = Pick<
  Records,
  'shot' | 'take' | 'portrait' | 'request' | 'decision' | 'fact' | 'reference'
>;

interface Stood {
  /** The facts, and where their ends were. */
  readonly where: readonly unknown[];
  readonly facts: readonly PositionedFact[];
}

const known = new WeakMap<Records['fact'], Stood>();

/** The facts where they stand; the same list while facts and the ends of their stretches are where they were. */
export function factsOnBoard({ fact, shot }: Pick<Records, 'fact' | 'shot'>): readonly PositionedFact[] {
  // It is asked for shot after shot, so facts are compared as they are and not as they are given out.
  const where: unknown[] = [];
  for (const one of Object.values(fact))
    where.push(one, shot[one.firstShotId ?? '']?.position, shot[one.lastShotId ?? '']?.position);
  const before = known.get(fact);
  if (before && sameValue(before.where, where)) return before.facts;
  const facts = positionFacts(Object.values(fact), Object.values(shot));
  known.set(fact, { where, facts });
  return facts;
}

/** Null where the shot is not there. */
export function shotParts(
  records: BoardRecords,
  shotId: string,
  facts = factsOnBoard(records),
): ShotParts | null {
  const shot = records.shot[shotId];
  if (!shot) return null;
  const requests = byShot(records.request).get(shotId) ?? [];
  const decisions = byShot(records.decision).get(shotId) ?? [];
  return {
    shot,
    takes: byShot(records.take).get(shotId) ?? [],
    requests,
    decisions,
    facts,
    references: referencesNow(records, requests, decisions),
  };
}
