import { placeIn } from './board-view.js';
import type { ShotView } from './shot-view.js';
import { folded, termsOf } from './words.js';

/** Other frames that can be looked at, nearest in the story first; with `words`, of that number or that say them. */
export function framesNear(views: readonly ShotView[], shotId: string, words: string): ShotView[] {
  const own = placeIn(views, shotId);
  const terms = termsOf(words);
  return views
    .map((view, at) => ({ view, away: Math.abs(at - own) }))
    .filter(({ view: { shot, pick } }) => {
      if (shot.id === shotId || !pick || pick.unreadable !== null) return false;
      return shot.number === words.trim() || terms.every((term) => folded(shot.description).includes(term));
    })
    .sort((a, b) => a.away - b.away)
    .map(({ view }) => view);
}
