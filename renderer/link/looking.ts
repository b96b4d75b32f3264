/** Which shots the window has everything of: the one on the screen, what may come next, and those seen last. */
import { nearShots } from '../board/index.js';
import {
  type AppState,
  appState,
  comparedTake,
  currentVisible,
  keepLast,
  onAppState,
} from '../stores/index.js';
import { betweenFrames } from './inbox.js';

const MOST = 24;
/** Seen or pointed at, the latest first. */
let recent: readonly string[] = [];

const withFirst = (shotId: string): void => {
  recent = [shotId, ...recent.filter((one) => one !== shotId)].slice(0, MOST);
};

const lastNear = keepLast<readonly string[]>();

function lookedAt(state: AppState): readonly string[] {
  const { shotId } = state.session;
  if (shotId) withFirst(shotId);
  const compared = comparedTake(state)?.shotId;
  const visible = currentVisible(state);
  const near = lastNear([visible, shotId], () => nearShots(visible, shotId));
  const shots = [shotId ?? [], compared ?? [], near, recent].flat();
  return [...new Set(shots)].slice(0, MOST);
}

let changed = (): void => undefined;

export const shotsLookedAt = (): readonly string[] => lookedAt(appState());

/** The artist points at a shot: it is likely to be the next on the screen. */
export function lookAhead(shotId: string): void {
  withFirst(shotId);
  changed();
}

/** Calls `look` whenever other shots are looked at than those of the last call, between two frames. */
export function keepLooking(look: (shots: readonly string[]) => void): () => void {
  let last = new Set<string>(shotsLookedAt());
  let waiting = false;
  changed = () => {
    if (waiting) return;
    waiting = true;
    // What changed is shown first.
    betweenFrames(() => {
      waiting = false;
      const shots = shotsLookedAt();
      if (shots.length === last.size && shots.every((shot) => last.has(shot))) return;
      last = new Set(shots);
      look(shots);
    });
  };
  const stop = onAppState(changed);
  return () => {
    stop();
    changed = () => undefined;
  };
}
