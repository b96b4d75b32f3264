import type { ShotsById, ShotView } from '../board/index.js';
import { shotName, stateWord } from '../ui/index.js';

/** The shot that was on the screen, as it stood then. */
export type Stood = Pick<ShotView, 'shot' | 'state'>;

/**
 * What a screen reader says when the shot on the screen is another, or stands otherwise: what became of the one before,
 * and then which it is now. '' = nothing. `isHeard`: the list that has the focus says by itself which it is.
 */
export function announced(before: Stood, now: ShotView, byId: ShotsById, isHeard: boolean): string {
  const became = byId.get(before.shot.id);
  const parts = [
    became && became.state !== before.state ? `Shot ${became.shot.number}: ${stateWord(became.state)}` : '',
    now.shot.id !== before.shot.id && !isHeard ? shotName(now) : '',
  ];
  return parts
    .filter(Boolean)
    .map((part) => (part.endsWith('.') ? part : `${part}.`))
    .join(' ');
}
