/** A noun phrase on its own, as the canon states it. */
import type { ClaimParts } from '@shared/records/index.js';
import { NO_PARTS } from '@shared/records/no-parts.js';
import type { ReadClaim } from './read-claim.js';

export interface Statement {
  /** Without what turns it round: "a lantern" of "no lantern". */
  readonly text: string;
  readonly negated: boolean;
  /** What a picture shows before any attribute: "girl" of "a girl in a red coat". */
  readonly noun: string;
  readonly parts: ClaimParts;
}

/** The parts of a claim alone. */
export const partsOf = ({ subject, attribute, relation, object, value }: ClaimParts): ClaimParts => ({
  subject,
  attribute,
  relation,
  object,
  value,
});

/** What the words state, of the claims that were read from them alone. */
export function statementIn(words: string, claims: readonly ReadClaim[]): Statement {
  const entity = claims.find((claim) => claim.kind === 'entity');
  const stated = entity?.negated ? entity : claims.find((claim) => claim.text === words);
  return {
    text: stated?.text ?? words,
    negated: stated?.negated ?? false,
    noun: entity?.subject ?? words.replace(/^(?:an?|the) /, ''),
    parts: partsOf(stated ?? NO_PARTS),
  };
}
