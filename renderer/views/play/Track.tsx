import type { FrameRate } from '@shared/frame-rate.js';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { CONTEXT, standAt } from '../../actions/index.js';
import type { ShotView } from '../../board/index.js';
import { send } from '../../link/index.js';
import { useDocument, useSession } from '../../stores/index.js';
import { Picture, shotName, useEscape } from '../../ui/index.js';
import { wholeFrames } from './durations.js';
import { rangeOf, secondsOf, type Timeline } from './timeline.js';
import type { SeenHead } from './use-head.js';

/** CSS pixels of a second, and at both ends. */
const PER_SECOND = 36;
const ENDS = 14;

interface Props {
  readonly shots: readonly ShotView[];
  readonly at: number;
  readonly timeline: Timeline;
  readonly rate: FrameRate;
  readonly follow: SeenHead['follow'];
}

interface Dragged {
  readonly shotId: string;
  /** From its left edge in CSS pixels, where the pointer took hold of it. */
  readonly from: number;
  readonly seconds: number;
}

/** The shots to scale: where one is pressed the head stands; its right edge makes it longer or shorter. */
export function Track({ shots, at, timeline, rate, follow }: Props) {
  const readOnly = useDocument((mirror) => mirror.readOnly !== null);
  const loop = useSession((session) => session.loop);
  const scroller = useRef<HTMLDivElement>(null);
  const needle = useRef<HTMLDivElement>(null);
  const [dragged, setDragged] = useState<Dragged | null>(null);
  const widthOf = (i: number): number => {
    const shot = shots[i]?.shot;
    if (!shot) return 0;
    return (dragged?.shotId === shot.id ? dragged.seconds : secondsOf(shot)) * PER_SECOND;
  };
  const virtual = useVirtualizer({
    horizontal: true,
    count: shots.length,
    getScrollElement: () => scroller.current,
    estimateSize: widthOf,
    getItemKey: (i) => shots[i]?.shot.id ?? i,
    paddingStart: ENDS,
    paddingEnd: ENDS,
    scrollPaddingStart: 80,
    scrollPaddingEnd: 80,
    overscan: 6,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: shots are as wide as they are long
  useEffect(() => {
    virtual.measure();
  }, [timeline, dragged]);
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' });
  }, [at, virtual]);
  useEffect(() => {
    const end = follow((seconds) => {
      if (needle.current) needle.current.style.transform = `translateX(${ENDS + seconds * PER_SECOND}px)`;
    });
    return () => end();
  }, [follow]);
  const isDragged = dragged !== null;
  useEscape(isDragged, () => setDragged(null));

  const take = (view: ShotView) => (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    const seconds = secondsOf(view.shot);
    setDragged({ shotId: view.shot.id, from: event.clientX - seconds * PER_SECOND, seconds });
  };
  const drag = (event: PointerEvent<HTMLElement>) =>
    setDragged(
      (now) => now && { ...now, seconds: wholeFrames((event.clientX - now.from) / PER_SECOND, rate) },
    );
  const drop = (view: ShotView) => () => {
    if (dragged && dragged.seconds !== secondsOf(view.shot))
      void send({ type: 'set-duration', shotId: dragged.shotId, seconds: dragged.seconds });
    setDragged(null);
  };
  const seek = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    const box = event.currentTarget.getBoundingClientRect();
    standAt(CONTEXT, (event.clientX - box.left - ENDS) / PER_SECOND);
  };
  const range = loop === null ? null : rangeOf(timeline, shots, loop);
  return (
    <section
      ref={scroller}
      className="play-track"
      aria-label="Shots to scale"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled with the keys
      tabIndex={0}
      data-testid="play-track"
    >
      <div className="play-rail" style={{ width: virtual.getTotalSize() }} onPointerDown={seek}>
        {virtual.getVirtualItems().map(({ index, key, start, size }) => {
          const view = shots[index];
          if (!view) return null;
          return (
            <div
              key={key}
              className="play-shot"
              style={{ transform: `translateX(${start}px)`, width: size }}
              data-current={index === at}
              data-testid={`play-shot-${view.shot.number}`}
              title={shotName(view)}
            >
              <Picture take={view.pick} width={160} alt="" />
              <span className="numbers play-number">{view.shot.number}</span>
              {dragged?.shotId === view.shot.id && (
                <span className="numbers play-dragged">{dragged.seconds.toFixed(2)} s</span>
              )}
              {!readOnly && (
                <span
                  className="play-edge"
                  data-testid={`play-edge-${view.shot.number}`}
                  onPointerDown={take(view)}
                  onPointerMove={isDragged ? drag : undefined}
                  onPointerUp={drop(view)}
                  onPointerCancel={() => setDragged(null)}
                />
              )}
            </div>
          );
        })}
        {range && (
          <div
            className="play-loop"
            style={{
              transform: `translateX(${ENDS + range.start * PER_SECOND}px)`,
              width: (range.end - range.start) * PER_SECOND,
            }}
          />
        )}
        <div ref={needle} className="play-needle" />
      </div>
    </section>
  );
}
