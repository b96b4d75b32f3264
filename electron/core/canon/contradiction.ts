/** Which states of one thing cannot both be seen. */
import { headOf, statementOf } from '@core/claims/index.js';
import type { Clash } from '@shared/canon-offer.js';
import type { ClaimParts, PositionedFact, Shot } from '@shared/records/index.js';
import { excluded } from './states.js';

/** What is said of a thing: of "a girl in a red coat" its noun, "red" and "coat". */
export interface State extends Pick<ClaimParts, 'attribute' | 'object' | 'value'> {
  readonly noun: string;
  readonly negated: boolean;
}

const AGES: ReadonlySet<string> = new Set(['young', 'old', 'elderly']);

export function stateOf(statement: string): State {
  const { noun, negated, parts } = statementOf(statement);
  const { attribute, object, value } = parts;
  // Somebody's age is in the noun: "old woman".
  const age = object === null ? noun.split(' ').find((word) => AGES.has(word)) : undefined;
  return { noun, negated, attribute: attribute ?? age ?? null, object, value };
}

/** Of the same subject. What is gone is not there in any state; else both speak of one thing, and one excludes the other. */
export function contradicts(a: State, b: State): boolean {
  if (headOf(a.noun) !== headOf(b.noun)) return false;
  if (a.negated || b.negated) return a.negated !== b.negated;
  if (headOf(a.object ?? '') !== headOf(b.object ?? '')) return false;
  if (a.value !== null && b.value !== null) return a.value !== b.value;
  return excluded(a.attribute ?? '', b.attribute ?? '').length > 0;
}

const meet = (a: PositionedFact, b: PositionedFact): number | null => {
  const from = Math.max(a.from ?? 0, b.from ?? 0);
  const to = Math.min(a.to ?? Number.POSITIVE_INFINITY, b.to ?? Number.POSITIVE_INFINITY);
  return from <= to ? from : null;
};

/** Facts that cannot both hold, where they meet. `shots` in story order. */
export function clashesAmong(facts: readonly PositionedFact[], shots: readonly Pick<Shot, 'id'>[]): Clash[] {
  const clashes: Clash[] = [];
  const states = facts.map((fact) => ({ fact, state: stateOf(fact.statement) }));
  for (const [at, { fact, state }] of states.entries())
    for (const other of states.slice(at + 1)) {
      if (fact.subject !== other.fact.subject || fact.name !== other.fact.name) continue;
      const from = meet(fact, other.fact);
      const shot = from === null ? undefined : shots[from];
      if (shot && contradicts(state, other.state))
        clashes.push({ factIds: [fact.id, other.fact.id], shotId: shot.id });
    }
  return clashes;
}
