import type { Sign } from '../board/index.js';

const WORDS: Record<Sign, string> = {
  high: 'serious finding',
  medium: 'finding',
  low: 'minor finding',
  unsure: 'nothing found; the judge is unsure of some claims',
  ok: 'nothing found',
  unjudged: 'nothing found; the description is not judged, or not most of it',
  unknown: 'not analysed',
};

/**
 * A severity as shape and colour: square, triangle, diamond, half a dot, dot, bar, ring. Drawn by its style: an SVG of its own in
 * each frame takes the page as much memory as all else of the frame, and what lets go of that is seen as a scroll stutters.
 */
export const SignMark = ({ sign }: { sign: Sign }) => (
  <i className={`sign sign-${sign}`} role="img" aria-label={WORDS[sign]} />
);
