import { useEffect, useRef, useState } from 'react';
import { aloneAt, CONTEXT, standAt } from '../../actions/index.js';
import { placeIn, type ShotView } from '../../board/index.js';
import { useSession } from '../../stores/index.js';
import { placeOf } from './head.js';
import { rangeOf, shotAt, type Timeline } from './timeline.js';

const TYPES = 'input:not([type=range]):not([type=checkbox]), textarea, [contenteditable=true]';

export interface SeenHead {
  /** The shot that is seen, by its place. */
  readonly at: number;
  /** Is told the seconds at once, and with every frame of the screen while it runs. Returns what ends that. */
  readonly follow: (tell: (seconds: number) => void) => () => void;
}

/**
 * Runs the head, and keeps it and the shot on the screen together: where one moves the other follows. Whoever begins to
 * type of a shot has it before them for as long as they do.
 */
export function useHead(shots: readonly ShotView[], timeline: Timeline): SeenHead {
  const head = useSession((session) => session.head);
  const loop = useSession((session) => session.loop);
  const shotId = useSession((session) => session.shotId);
  const [at, setAt] = useState(() => shotAt(timeline, head.at));
  const followers = useRef(new Set<(seconds: number) => void>());
  const last = useRef(head.at);
  /** The shot that both were at last; undefined before they ever were. */
  const seen = useRef<string | null | undefined>(undefined);

  useEffect(() => {
    const range = rangeOf(timeline, shots, loop ?? []);
    let frame = 0;
    const show = () => {
      const { seconds, ended } = placeOf(head, performance.now(), range, loop !== null);
      last.current = seconds;
      for (const tell of followers.current) tell(seconds);
      const index = shotAt(timeline, seconds);
      const id = shots[index]?.shot.id ?? null;
      setAt(index);
      if (ended || (head.since !== null && document.activeElement?.matches(TYPES))) {
        standAt(CONTEXT, seconds);
        return;
      }
      if (id !== seen.current) {
        const isFirst = seen.current === undefined;
        seen.current = id;
        if (!isFirst && id !== useSession.getState().shotId) CONTEXT.session(aloneAt(id));
      }
      if (head.since !== null) frame = requestAnimationFrame(show);
    };
    show();
    return () => cancelAnimationFrame(frame);
  }, [head, loop, shots, timeline]);

  // Chosen elsewhere. What was drawn last may be a frame behind what the head has put on the screen since.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is looked up when the shot on the screen changed
  useEffect(() => {
    const chosen = useSession.getState().shotId;
    if (chosen === seen.current) return;
    const to = placeIn(shots, chosen);
    if (to < 0) return;
    seen.current = chosen;
    standAt(CONTEXT, timeline.starts[to] ?? 0);
  }, [shotId, shots, timeline]);

  const follow = useRef((tell: (seconds: number) => void) => {
    followers.current.add(tell);
    tell(last.current);
    return () => void followers.current.delete(tell);
  });
  return { at, follow: follow.current };
}
