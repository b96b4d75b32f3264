export { withArticle } from './english.js';
export type { CastMember } from './entities.js';
export { type ExtractedClaim, extractClaims } from './extract.js';
export { OPEN_CROWD, PEOPLE } from './lexicon.js';
