import { Recent } from '@shared/recent.js';
import type { CastMember } from './entities.js';
import { type ExtractedClaim, extractClaims } from './extract.js';

/** Texts whose claims are kept: reading one takes ten milliseconds, and undo or another edit reads it again. */
const KEPT = 512;
const read = new Recent<string, readonly ExtractedClaim[]>(KEPT);

/** What `extractClaims` gives; the same list for the same words, so it is not to be changed. */
export const readClaims = (text: string, cast: readonly CastMember[] = []): readonly ExtractedClaim[] =>
  read.of(JSON.stringify([text, cast]), () => extractClaims(text, cast));
