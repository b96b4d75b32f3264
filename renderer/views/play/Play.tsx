import { FRAME_RATES } from '@shared/frame-rate.js';
import type { Take } from '@shared/records/index.js';
import { useMemo } from 'react';
import type { ShotView } from '../../board/index.js';
import { widthFor } from '../../link/index.js';
import { playedOf, useBoardView, useSession, useSettings, useVisible } from '../../stores/index.js';
import { frameAspect } from '../../strip/frame-shape.js';
import { sceneName } from '../../strip/scene-bands.js';
import { capitalised, useSize } from '../../ui/index.js';
import { besidePick } from './beside-pick.js';
import { Frames } from './Frames.js';
import { Track } from './Track.js';
import { Transport } from './Transport.js';
import { timelineOf } from './timeline.js';
import { useHead } from './use-head.js';
import './play.css';

/** Shots whose pictures are kept ready: the one before, and some to come. */
const BEFORE = 1;
const AFTER = 3;
/** CSS pixels between two pictures. */
const BETWEEN = 10;

const otherOf = (view: ShotView): Take | null => besidePick(view)?.take ?? null;

const takesOf = (shots: readonly ShotView[], of: (view: ShotView) => Take | null): readonly Take[] => {
  const byId = new Map(
    shots.flatMap((view) => {
      const take = of(view);
      return take ? [[take.id, take] as const] : [];
    }),
  );
  return [...byId.values()];
};

/** The board as an animatic: each pick for its shot's duration, with its words under it. */
export function Play() {
  const board = useBoardView();
  const shots = playedOf(useVisible());
  const timeline = useMemo(() => timelineOf(shots.map(({ shot }) => shot)), [shots]);
  const { at, follow } = useHead(shots, timeline);
  const captions = useSession((session) => session.captions);
  const firstTakes = useSession((session) => session.firstTakes);
  const rate = FRAME_RATES[useSettings().frameRate];
  const [size, measure] = useSize();
  const view = shots[at];
  const near = shots.slice(Math.max(0, at - BEFORE), at + 1 + AFTER);
  const across = firstTakes ? 2 : 1;
  const aspect = frameAspect(board);
  const room = Math.max(0, size.width - (across - 1) * BETWEEN) / across;
  const width = Math.floor(Math.min(room, size.height * aspect));
  const kept = widthFor(width, devicePixelRatio);
  const box = { width, height: Math.floor(width / aspect) };
  const name = view ? `Shot ${view.shot.number}` : 'No shot';
  const other = view ? besidePick(view) : null;
  const which = other?.which ?? 'first';
  return (
    <section className="play" aria-label="Animatic" data-testid="play" data-shot={view?.shot.number}>
      <div ref={measure} className="play-stage">
        {firstTakes && (
          <figure className="play-side" style={box}>
            {other ? (
              <Frames
                near={takesOf(near, otherOf)}
                shown={other.take}
                width={kept}
                alt={`${name}, ${which} take`}
              />
            ) : (
              <p className="play-none">{name} has no other take.</p>
            )}
            <figcaption className="play-label">{capitalised(which)} take</figcaption>
          </figure>
        )}
        <figure className="play-side" style={box}>
          {view ? (
            <Frames
              near={takesOf(near, ({ pick }) => pick)}
              shown={view.pick}
              width={kept}
              alt={`${name}. ${view.shot.description}`}
            />
          ) : (
            <p className="play-none">None of the shots shown is in play.</p>
          )}
          {firstTakes && <figcaption className="play-label">Pick</figcaption>}
        </figure>
      </div>
      {captions && view && (
        <p className="play-caption" data-testid="play-caption">
          <b>
            {view.shot.number}
            {view.shot.scene !== null && ` · ${sceneName(view.shot.scene)}`}
          </b>{' '}
          {view.shot.description}
        </p>
      )}
      <Transport shots={shots} at={at} timeline={timeline} rate={rate} follow={follow} />
      <Track shots={shots} at={at} timeline={timeline} rate={rate} follow={follow} />
    </section>
  );
}
