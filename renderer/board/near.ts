import { placeIn } from './board-view.js';
import { isFlagged, isWaiting } from './filter.js';
import { nextShot } from './moving.js';
import type { ShotView } from './shot-view.js';

/** Steps from the shot on the screen, the likeliest first. */
const STEPS = [1, -1, 2, -2];

/** The shots that the artist may turn to next by a key, the likeliest first. `shots` in the order shown. */
export function nearShots(shots: readonly ShotView[], shotId: string | null): readonly string[] {
  const at = placeIn(shots, shotId);
  const near = [
    ...STEPS.map((step) => shots[at + step]),
    nextShot(shots, shotId, isFlagged),
    nextShot(shots, shotId, isWaiting),
    nextShot(shots, shotId, isFlagged, -1),
  ];
  return [...new Set(near.flatMap((view) => (view && view.shot.id !== shotId ? [view.shot.id] : [])))];
}
