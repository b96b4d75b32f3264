import { type Decision, inDecisionOrder } from '@shared/records/index.js';

/** The last word on a shot is the artist's own, not a score's; a dismissed finding is no word on the shot. */
export function isByHand(decisions: readonly Decision[]): boolean {
  const last = decisions
    .filter(({ kind }) => kind !== 'dismiss')
    .sort(inDecisionOrder)
    .at(-1);
  return last !== undefined && last.byScore === undefined;
}
