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

const SHAPES: Record<Sign, React.ReactNode> = {
  high: <rect x="1" y="1" width="9" height="9" rx="1" fill="currentColor" />,
  medium: <path d="M5.5 0.8 L10.7 10 H0.3 Z" fill="currentColor" />,
  low: <path d="M5.5 0.4 L10.6 5.5 L5.5 10.6 L0.4 5.5 Z" fill="currentColor" />,
  unsure: (
    <>
      <circle cx="5.5" cy="5.5" r="3.9" fill="none" stroke="currentColor" strokeWidth="1.4" />
      <path d="M5.5 1.6 A3.9 3.9 0 0 0 5.5 9.4 Z" fill="currentColor" />
    </>
  ),
  ok: <circle cx="5.5" cy="5.5" r="4.4" fill="currentColor" />,
  unjudged: <rect x="1" y="4.4" width="9" height="2.2" rx="1" fill="currentColor" />,
  unknown: <circle cx="5.5" cy="5.5" r="3.9" fill="none" stroke="currentColor" strokeWidth="1.4" />,
};

/** A severity as shape and colour: square, triangle, diamond, half a dot, dot, bar, ring. */
export function SignMark({ sign }: { sign: Sign }) {
  return (
    <svg className={`sign sign-${sign}`} viewBox="0 0 11 11" role="img" aria-label={WORDS[sign]}>
      {SHAPES[sign]}
    </svg>
  );
}
