/** What an eye is asked for. */
import type { Claim } from '@shared/records/index.js';

/** Whoever is in a picture unasked is somebody. */
const SOMEBODY = 'person';

/** The nouns of a shot's claims, each once, and people. */
export function nounsOf(claims: readonly Pick<Claim, 'subject' | 'object' | 'kind'>[]): string[] {
  const said = claims.flatMap(({ kind, subject, object }) =>
    kind === 'phrase' || kind === 'text' ? [] : [subject, kind === 'relation' ? object : null],
  );
  return [...new Set([...said.flatMap((noun) => noun ?? []), SOMEBODY])];
}
