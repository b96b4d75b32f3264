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

/** All that its frame shows, for who does not see it: 'Shot 4, description 90 of 100, Pending, No fox can be seen here.' */
export const shotName = (view: ShotView): string =>
  [
    `Shot ${view.shot.number}`,
    view.score === null ? 'description not judged' : `description ${score(view.score)} of 100`,
    stateWord(view.state),
    view.findings[0]?.message ?? (view.sign === 'unjudged' ? '' : signReason(view).toLowerCase()),
  ]
    .filter(Boolean)
    .join(', ');
