import { type FrameRate, USUAL_SECONDS } from '@shared/frame-rate.js';
import { useId, useState } from 'react';
import type { ShotView } from '../../board/index.js';
import { send } from '../../link/index.js';
import { useDocument } from '../../stores/index.js';
import { durationOf, readDuration } from './durations.js';

interface Props {
  readonly view: ShotView;
  readonly rate: FrameRate;
}

/** How long the shot is, in seconds; empty = as long as one usually is. Counts when it is left or Enter is pressed. */
export function Duration({ view, rate }: Props) {
  const id = useId();
  const readOnly = useDocument((mirror) => mirror.readOnly !== null);
  const [text, setText] = useState<string | null>(null);
  const { id: shotId, duration } = view.shot;
  const commit = () => {
    const read = text === null ? undefined : readDuration(text, rate);
    setText(null);
    if (read !== undefined && read !== duration) void send({ type: 'set-duration', shotId, seconds: read });
  };
  const isWrong = text !== null && readDuration(text, rate) === undefined;
  return (
    <label className="play-duration" htmlFor={id}>
      <span className="play-duration-word">Duration</span>
      <input
        id={id}
        className="field number-field numbers"
        inputMode="decimal"
        aria-invalid={isWrong}
        aria-label={`Duration of shot ${view.shot.number} in seconds`}
        disabled={readOnly}
        placeholder={String(USUAL_SECONDS)}
        value={text ?? durationOf(duration)}
        onChange={(event) => setText(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
          if (event.key === 'Escape') setText(null);
        }}
      />
      s
    </label>
  );
}
