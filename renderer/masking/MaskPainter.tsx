import { placeWords } from '@shared/drawing/index.js';
import type { Size } from '@shared/mask/index.js';
import type { Mask } from '@shared/records/index.js';
import { useRef, useState } from 'react';
import { useSession } from '../stores/index.js';
import { begun, drawnTo, type Line, type Point, steppedTo, withShape } from './drawing.js';
import { MaskShapes } from './MaskShapes.js';

interface Props {
  /** Pixels of the picture. */
  readonly size: Size;
  readonly mask: Mask | null;
  readonly onDrawn: (mask: Mask) => void;
}

const MIDDLE: Point = [0.5, 0.5];

/** Where the part is painted: each stroke of the hand is one shape. */
export function MaskPainter({ size, mask, onDrawn }: Props) {
  const brush = useSession((session) => session.brush);
  const [line, setLine] = useState<Line | null>(null);
  const [cursor, setCursor] = useState<Point | null>(null);
  const drawing = useRef<Line | null>(null);
  const shown = line ? withShape(mask, line) : mask;
  const aspect = size.width / size.height;
  const reach = (brush.size * Math.min(size.width, size.height)) / 2;

  const at = (
    painter: Element,
    { clientX, clientY }: { clientX: number; clientY: number },
  ): [number, number] => {
    const { left, top, width, height } = painter.getBoundingClientRect();
    return [(clientX - left) / width, (clientY - top) / height];
  };
  const draw = (next: Line | null) => {
    drawing.current = next;
    setLine(next);
  };
  const end = () => {
    if (drawing.current) onDrawn(withShape(mask, drawing.current));
    draw(null);
  };
  const press = (event: React.KeyboardEvent) => {
    const from = cursor ?? MIDDLE;
    const to = steppedTo(from, event.key, brush, aspect, event.shiftKey);
    const isDown = drawing.current !== null;
    if (to) {
      setCursor(to);
      if (drawing.current) draw(drawnTo(drawing.current, to, aspect));
    } else if (event.key === ' ' && isDown) end();
    else if (event.key === ' ') draw(begun(brush, from));
    else if (event.key === 'Escape' && isDown) draw(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      {shown && <MaskShapes size={size} mask={shown} />}
      <svg
        className="layer mask-painter"
        viewBox={`0 0 ${size.width} ${size.height}`}
        preserveAspectRatio="none"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what is painted by hand can be painted by keys
        tabIndex={0}
        role="application"
        aria-label="Paint the part to make anew"
        aria-describedby="mask-keys"
        data-testid="mask-painter"
        onKeyDown={press}
        onFocus={(event) => event.currentTarget.matches(':focus-visible') && setCursor(cursor ?? MIDDLE)}
        onBlur={end}
        // It takes the focus by keys alone: after a stroke of the hand they go on as before.
        onMouseDown={(event) => event.preventDefault()}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          // The hand paints here, and does not pan.
          event.stopPropagation();
          event.currentTarget.setPointerCapture(event.pointerId);
          draw(begun(brush, at(event.currentTarget, event)));
        }}
        onPointerMove={(event) => {
          setCursor(at(event.currentTarget, event));
          if (!drawing.current) return;
          event.stopPropagation();
          const moves = event.nativeEvent.getCoalescedEvents?.() ?? [];
          const painter = event.currentTarget;
          const points = (moves.length > 0 ? moves : [event.nativeEvent]).map((move) => at(painter, move));
          draw(points.reduce((all, point) => drawnTo(all, point, aspect), drawing.current));
        }}
        onPointerUp={end}
        onPointerCancel={() => draw(null)}
        onPointerLeave={() => setCursor(null)}
        onDoubleClick={(event) => event.stopPropagation()}
      >
        {cursor && (
          <g className="mask-cursor">
            <circle cx={cursor[0] * size.width} cy={cursor[1] * size.height} r={reach} />
            <circle cx={cursor[0] * size.width} cy={cursor[1] * size.height} r={reach} />
          </g>
        )}
      </svg>
      <span className="unseen" id="mask-keys">
        Arrow keys move the brush, with Shift further. Space puts it down and lifts it; Escape takes the
        stroke back.
      </span>
      <span className="unseen" role="status">
        {cursor && `${line ? 'Painting, ' : ''}${placeWords(cursor)}`}
      </span>
    </>
  );
}
