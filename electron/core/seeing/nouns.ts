/** What an eye is asked for. */
import type { Claim } from '@shared/records/index.js';
import { SOMEBODY } from '@shared/sighting.js';

/** The nouns of a shot's claims, each once, and people. */
export function nounsOf(claims: readonly Pick<Claim, 'subject' | 'object' | 'kind'>[]): string[] {
  const said = claims.flatMap(({ kind, subject, object }) =>
    kind === 'phrase' || kind === 'text' ? [] : [subject, kind === 'relation' ? object : null],
  );
  return [...new Set([...said.flatMap((noun) => noun ?? []), SOMEBODY])];
}
