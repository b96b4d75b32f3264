import { Recent } from '@shared/recent.js';
import type { Rewrite } from '../runtime/index.js';
import { canonicalClaim } from './world/canonical-claim.js';

/** A board asks the same of many frames, and reading a claim takes a good part of the time that its answer takes. */
const KEPT = 2_000;
const recent = new Recent<string, ReturnType<Rewrite>>(KEPT);

/** The embedded model knows one phrasing of each claim of its world and nothing outside it. */
export const rewriteForStorybook: Rewrite = (question) =>
  recent.of(`${question.kind}: ${question.text}`, () => phrased(question));

const phrased: Rewrite = ({ kind, text }) => {
  const canonical = canonicalClaim(kind, text);
  if ('text' in canonical) return canonical;
  const words = canonical.outside.map((word) => `“${word}”`).join(', ');
  return {
    declined: words ? `outside its world: ${words}` : `it cannot judge this kind of claim`,
  };
};
