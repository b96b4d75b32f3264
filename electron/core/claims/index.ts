export { headOf, withArticle } from './english.js';
export { type CastMember, isPlural, nounText } from './entities.js';
export { type ExtractedClaim, extractClaims, partsOf, statementOf } from './extract.js';
export { isColour } from './lexicon.js';
export { canBeName } from './names.js';
export { isPerson } from './people.js';
export { readClaims } from './read-claims.js';
export { claimsStated, type Stated } from './stated.js';
export { isWorn } from './worn.js';
