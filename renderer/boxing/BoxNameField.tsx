import { useEffect, useId, useRef, useState } from 'react';
import type { Boxing } from './use-boxing.js';

interface Props {
  readonly boxing: Boxing;
  readonly at: number;
  /** Whoever leaves by key goes on with the box. */
  readonly onDone: () => void;
}

/** The name of a box, typed where it stands. However it is left, what was typed is kept. */
export function BoxNameField({ boxing, at, onDone }: Props) {
  const list = useId();
  const [text, setText] = useState(boxing.boxes[at]?.label ?? '');
  const field = useRef<HTMLInputElement>(null);
  const isLeft = useRef(false);
  const leave = () => {
    if (isLeft.current) return;
    isLeft.current = true;
    boxing.rename(at, text);
  };
  const latest = useRef(leave);
  latest.current = leave;
  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.select();
    // Another shot comes, or the editor ends, while it is typed.
    return () => latest.current();
  }, []);
  return (
    <>
      <input
        ref={field}
        className="field box-name"
        aria-label="What this box shows"
        list={list}
        value={text}
        maxLength={100}
        data-testid="box-name"
        onChange={(event) => setText(event.target.value)}
        onPointerDown={(event) => event.stopPropagation()}
        onDoubleClick={(event) => event.stopPropagation()}
        onBlur={() => {
          if (isLeft.current) return;
          leave();
          boxing.choose(at);
        }}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key !== 'Enter' && event.key !== 'Escape') return;
          event.preventDefault();
          leave();
          boxing.choose(at);
          onDone();
        }}
      />
      <datalist id={list}>
        {boxing.labels.map((label) => (
          <option key={label} value={label} />
        ))}
      </datalist>
    </>
  );
}
