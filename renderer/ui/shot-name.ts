import type { TakeSummary } from '@shared/overview.js';
import type { ShotView } from '../board/index.js';
import { findingWord } from './finding-words.js';
import { stateWord } from './StateMark.js';
import { score } from './text.js';

/** Why the sign stands beside that number: it is of the worst finding, and the number of the description alone. */
export function signReason({ sign, findings: [worst], dismissed }: ShotView): string {
  if (worst) return findingWord(worst.kind);
  if (sign === 'unsure') return 'Unsure';
  if (sign === 'unjudged') return 'Not judged';
  return dismissed.length > 0 ? 'Dismissed' : '';
}

const NO_SCORE: Record<TakeSummary['state'], string> = {
  waiting: 'not analysed yet',
  running: 'being analysed',
  failed: 'not judged, because the judge failed',
  unreadable: 'description not judged',
  done: 'description not judged',
};

/** How well its picture keeps to the description, or why there is no number. */
function descriptionWords({ pick, score: met, summary }: ShotView): string {
  if (met !== null) return `description ${score(met)} of 100`;
  if (!pick || pick.unreadable !== null) return NO_SCORE.done;
  return summary ? NO_SCORE[summary.state] : 'still being worked out';
}

/** All that its frame shows, for who does not see it: 'Shot 4, description 90 of 100, Pending, No fox can be seen here.' */
export const shotName = (view: ShotView): string =>
  [
    `Shot ${view.shot.number}`,
    descriptionWords(view),
    stateWord(view.state),
    view.findings[0]?.message ?? (view.sign === 'unjudged' ? '' : signReason(view).toLowerCase()),
  ]
    .filter(Boolean)
    .join(', ');
