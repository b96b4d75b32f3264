import type { ClaimKind, ClaimParts } from '@shared/records/index.js';

export interface ReadClaim extends ClaimParts {
  readonly kind: ClaimKind;
  readonly text: string;
  /** Indexes of the claims it hangs on, in the same list. */
  readonly parents: readonly number[];
  /** Characters [start, end) of the description; null for what is only implied. */
  readonly span: readonly [number, number] | null;
  readonly weight: number;
  readonly negated: boolean;
  /** Name of the character that the canon's words stand for; null when the description says it itself. */
  readonly canonOf: string | null;
}
