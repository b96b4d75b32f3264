import type { Outcome } from '@shared/analysis.js';
import type { Sign } from '../board/index.js';
import { SignMark } from '../ui/index.js';

const SIGNS: Record<Outcome, Sign> = {
  pass: 'ok',
  unsure: 'medium',
  fail: 'high',
  skipped: 'unknown',
  'not-judged': 'unknown',
};

/** A verdict in the shapes of the signs. */
export const OutcomeMark = ({ outcome }: { outcome: Outcome | undefined }) => (
  <SignMark sign={SIGNS[outcome ?? 'not-judged']} />
);
