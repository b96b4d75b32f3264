/** The board as it runs in time, with the keys of editing programs. */
import { FRAME_RATES } from '@shared/frame-rate.js';
import { inPlay, placeIn } from '../board/index.js';
import { type AppState, currentPlayed, currentVisible, type Session } from '../stores/index.js';
import { faster, going, placeOf, standing, stepped } from '../views/play/head.js';
import { type Range, rangeOf, shotAt, type Timeline, timelineOf } from '../views/play/timeline.js';
import type { Action, ActionContext } from './action.js';
import { isOpen, isPlayView } from './conditions.js';
import { aloneAt } from './moving.js';

interface Stand {
  readonly timeline: Timeline;
  readonly range: Range;
  readonly seconds: number;
  readonly now: number;
}

/** Where it is now. Outside of its view it is at the beginning of the shot on the screen, or the next that is in play. */
function standIn(state: AppState): Stand {
  const shots = currentPlayed(state);
  const { head, loop, shotId } = state.session;
  const timeline = timelineOf(shots.map(({ shot }) => shot));
  const range = rangeOf(timeline, shots, loop ?? []);
  const now = performance.now();
  if (!isPlayView(state)) {
    const shown = currentVisible(state);
    const from = placeIn(shown, shotId);
    const next = shown.slice(Math.max(0, from)).find(inPlay);
    return { timeline, range, now, seconds: timeline.starts[next ? shots.indexOf(next) : 0] ?? 0 };
  }
  return { timeline, range, now, seconds: placeOf(head, now, range, loop !== null).seconds };
}

/** Stands at a time, with its shot on the screen. */
export function standAt(context: Pick<ActionContext, 'state' | 'session'>, seconds: number): void {
  const state = context.state();
  const shots = currentPlayed(state);
  const timeline = timelineOf(shots.map(({ shot }) => shot));
  const within = Math.min(timeline.total, Math.max(0, seconds));
  const shotId = shots[shotAt(timeline, within)]?.shot.id ?? null;
  const moves = shotId !== state.session.shotId;
  context.session({
    ...(moves && aloneAt(shotId)),
    head: standing(within),
  });
}

const run = (context: ActionContext, speed: number): void => {
  const { seconds, now, range } = standIn(context.state());
  context.session({ view: 'play', head: going(speed, seconds, now, range), editing: null });
};

const playing = (action: Omit<Action, 'enabled' | 'group'> & Partial<Pick<Action, 'enabled'>>): Action => ({
  group: 'Play',
  enabled: (state) => isOpen(state) && isPlayView(state),
  ...action,
});

const towards = (direction: 1 | -1, id: string, title: string, key: string): Action =>
  playing({
    id,
    title,
    keys: [key],
    run: (context) => run(context, faster(context.state().session.head, direction)),
  });

const frame = (by: 1 | -1, id: string, title: string, key: string): Action =>
  playing({
    id,
    title,
    keys: [key],
    run: (context) => {
      const state = context.state();
      const { seconds, timeline } = standIn(state);
      const { exact } = FRAME_RATES[state.settings.frameRate];
      standAt(context, stepped(seconds, by, exact, { start: 0, end: timeline.total }));
    },
  });

const shows = (
  id: string,
  title: string,
  words: string,
  keys: string[],
  change: (session: Session) => Partial<Session>,
) => playing({ id, title, words, keys, run: (context) => context.session(change(context.state().session)) });

export const PLAYING: readonly Action[] = [
  playing({
    id: 'play',
    title: 'Play, or stop',
    words: 'animatic film time',
    keys: ['Space'],
    enabled: (state) => isOpen(state) && currentPlayed(state).length > 0,
    run: (context) => {
      const state = context.state();
      const runs = isPlayView(state) && state.session.head.since !== null;
      if (runs) standAt(context, standIn(state).seconds);
      else run(context, 1);
    },
  }),
  towards(-1, 'play-back', 'Play backwards; again: faster', 'J'),
  playing({
    id: 'play-stop',
    title: 'Stop',
    keys: ['K'],
    run: (context) => standAt(context, standIn(context.state()).seconds),
  }),
  towards(1, 'play-on', 'Play; again: faster', 'L'),
  frame(-1, 'frame-back', 'One frame back', ','),
  frame(1, 'frame-on', 'One frame on', '.'),
  playing({
    id: 'play-loop',
    title: 'Go round in the selected shots',
    words: 'loop repeat range',
    keys: ['R'],
    run: (context) => {
      const { loop, selected } = context.state().session;
      const at = standIn(context.state()).seconds;
      const { head } = context.state().session;
      context.session({
        loop: loop === null ? selected : null,
        head: head.since === null ? standing(at) : { ...head, at, since: performance.now() },
      });
    },
  }),
  shows('captions', 'Show captions', 'description words subtitles', ['T'], ({ captions }) => ({
    captions: !captions,
  })),
  shows(
    'first-takes',
    'Show the first takes beside the picks',
    'old new compare sync',
    [],
    ({ firstTakes }) => ({
      firstTakes: !firstTakes,
    }),
  ),
];
