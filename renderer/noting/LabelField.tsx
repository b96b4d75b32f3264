import { INKS, type Place } from '@shared/drawing/index.js';
import { wordsPlaced } from '@shared/over-picture.js';
import { type FigureColour, LONGEST_LABEL } from '@shared/records/index.js';
import { useEffect, useRef } from 'react';

interface Props {
  readonly place: Place;
  readonly colour: FigureColour;
  /** What stands there already. */
  readonly text: string;
  readonly onTyped: (text: string) => void;
  /** `back`: by a key, so that the focus goes where it was. */
  readonly onEnd: (back: boolean) => void;
}

/** Words that are written onto the picture; they stay whichever way it is left. */
export function LabelField({ place, colour, text, onTyped, onEnd }: Props) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const { ink, round } = INKS[colour];
  return (
    <input
      ref={field}
      className="label-field"
      style={{ ...wordsPlaced(place), color: ink, background: round }}
      aria-label="Words on the picture"
      data-testid="label-field"
      maxLength={LONGEST_LABEL}
      defaultValue={text}
      onChange={(event) => onTyped(event.target.value)}
      onBlur={() => onEnd(false)}
      onPointerDown={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter' || event.key === 'Escape') onEnd(true);
      }}
    />
  );
}
