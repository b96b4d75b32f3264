import { type FrameRate, timecode } from '@shared/frame-rate.js';
import { ChevronFirst, ChevronLast, Pause, Play as PlayIcon, Repeat } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { CONTEXT, standAt } from '../../actions/index.js';
import type { ShotView } from '../../board/index.js';
import { useSession } from '../../stores/index.js';
import { ActionButton } from '../../ui/index.js';
import { Duration } from './Duration.js';
import type { Timeline } from './timeline.js';
import type { SeenHead } from './use-head.js';

interface Props {
  readonly shots: readonly ShotView[];
  readonly at: number;
  readonly timeline: Timeline;
  readonly rate: FrameRate;
  readonly follow: SeenHead['follow'];
}

/** Where the board is, and what sets it going. */
export function Transport({ shots, at, timeline, rate, follow }: Props) {
  const { since, speed } = useSession((session) => session.head);
  const loop = useSession((session) => session.loop);
  // The frame that is seen.
  const code = (seconds: number): string => timecode(Math.floor(seconds * rate.exact + 1e-6), rate);
  const told = useRef(code);
  told.current = code;
  const slider = useRef<HTMLInputElement>(null);
  const clock = useRef<HTMLOutputElement>(null);
  useEffect(() => {
    const end = follow((seconds) => {
      const words = told.current(seconds);
      if (clock.current && clock.current.textContent !== words) clock.current.textContent = words;
      if (!slider.current) return;
      slider.current.value = String(seconds);
      slider.current.setAttribute('aria-valuetext', words);
    });
    return () => end();
  }, [follow]);
  const view = shots[at];
  const runs = since !== null;
  return (
    <div className="play-bar" role="toolbar" aria-label="Playing">
      <ActionButton action="frame-back" className="quiet square" label="One frame back">
        <ChevronFirst size={16} aria-hidden />
      </ActionButton>
      <ActionButton
        action="play"
        className="quiet square"
        label={runs ? 'Stop' : 'Play'}
        testId="play-button"
      >
        {runs ? <Pause size={16} aria-hidden /> : <PlayIcon size={16} aria-hidden />}
      </ActionButton>
      <ActionButton action="frame-on" className="quiet square" label="One frame on">
        <ChevronLast size={16} aria-hidden />
      </ActionButton>
      <ActionButton
        action="play-loop"
        className="quiet square"
        pressed={loop !== null}
        label={loop === null || loop.length > 0 ? 'Go round in the selected shots' : 'Go round in all shots'}
      >
        <Repeat size={15} aria-hidden />
      </ActionButton>
      <output ref={clock} className="numbers play-clock" aria-label="Timecode" data-testid="play-clock" />
      <span className="numbers faint play-speed">{runs && speed !== 1 ? `${speed} ×` : ''}</span>
      <input
        ref={slider}
        type="range"
        className="play-slider"
        aria-label="Place in the board"
        min={0}
        max={timeline.total}
        step={1 / rate.exact}
        defaultValue={0}
        onChange={(event) => standAt(CONTEXT, Number(event.target.value))}
      />
      <span className="numbers faint play-total">{code(timeline.total)}</span>
      {view && <Duration key={view.shot.id} view={view} rate={rate} />}
    </div>
  );
}
