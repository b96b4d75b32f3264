/**
 * How two reviews of one storyboard have to do with each other, as their histories say: one goes on from the other, or
 * both went on apart from where they were the same.
 */
import { createHash } from 'node:crypto';
import {
  applyDiff,
  diffBetween,
  type Records,
  type RecordsDiff,
  reverseDiff,
} from '@shared/records/index.js';
import type { ToldEvent } from './events.js';

export interface History {
  readonly events: readonly ToldEvent[];
  /** Marks of events of other reviews up to which those were taken in. */
  readonly takenIn: ReadonlySet<string>;
}

/** Names an event in all copies of a review. */
export const markOf = ({ seq, at, who, kind, label, commandId }: ToldEvent): string =>
  createHash('sha256')
    .update(JSON.stringify([seq, at, who, kind, label, commandId]))
    .digest('hex');

/** How many of the first events of `theirs` are in `ours` already, whether shared from the start or taken in. */
export function knownOf(ours: History, theirs: History): number {
  const marks = theirs.events.map(markOf);
  let shared = 0;
  while (shared < marks.length && shared < ours.events.length) {
    const own = ours.events[shared] as ToldEvent;
    if (markOf(own) !== marks[shared]) break;
    shared++;
  }
  return Math.max(shared, marks.findLastIndex((mark) => ours.takenIn.has(mark)) + 1);
}

export type Kinship =
  /** All of the other is in this one. */
  | 'contains'
  /** The other goes on from this one. */
  | 'goes-on'
  /** Each has something that the other has not. */
  | 'apart';

export function kinshipOf(ours: History, theirs: History): Kinship {
  if (knownOf(ours, theirs) === theirs.events.length) return 'contains';
  return knownOf(theirs, ours) === ours.events.length ? 'goes-on' : 'apart';
}

/** Milliseconds since 1970-01-01 UTC; 0 where nothing ever happened. */
export const changedAt = ({ events }: History): number => events.at(-1)?.at ?? 0;

/**
 * What a review changed after its first `known` events; null where an event on the way cannot be read. Where nothing is
 * known, after its import: what both imported is the same storyboard. `changeOf`: of an event, by its number.
 */
export function changeSince(
  records: Records,
  { events }: History,
  known: number,
  changeOf: (seq: number) => RecordsDiff | null,
): RecordsDiff | null {
  const from = Math.max(known, events[0]?.kind === 'import' ? 1 : 0);
  let before = records;
  for (const { seq } of events.slice(from).reverse()) {
    const change = changeOf(seq);
    if (change === null) return null;
    before = applyDiff(before, reverseDiff(change));
  }
  return diffBetween(before, records);
}
