import type { Rewrite } from '../runtime/index.js';
import { canonicalClaim } from './world/canonical-claim.js';

/** The embedded model knows one phrasing of each claim of its world and nothing outside it. */
export const rewriteForStorybook: Rewrite = ({ kind, text }) => {
  const canonical = canonicalClaim(kind, text);
  if ('text' in canonical) return canonical;
  const words = canonical.outside.map((word) => `“${word}”`).join(', ');
  return {
    declined: words ? `outside its world: ${words}` : `it cannot judge this kind of claim`,
  };
};
