import { figureWords, isNear, within } from '@shared/drawing/index.js';
import type { Drawing, Figure, Take } from '@shared/records/index.js';
import { useRef, useState } from 'react';
import { newId, send } from '../link/index.js';
import { useSession } from '../stores/index.js';
import { useLeaving } from '../ui/index.js';
import { type Place, placeWords } from '../ui/places.js';
import { Figures } from './Figures.js';
import { begun, drawnTo, figureOf, labelOf, type Stroke, steppedTo } from './figures.js';
import { LabelField } from './LabelField.js';

interface Props {
  readonly take: Take;
  /** What is drawn over it already. */
  readonly drawings: readonly Drawing[];
}

const MIDDLE: Place = [0.5, 0.5];
/** CSS pixels within which the eraser takes a line. */
const REACH = 8;

/** Where figures are drawn over a take: by hand, with what the pen says of its pressure, and by keys. */
export function Drawer({ take, drawings }: Props) {
  const pen = useSession((session) => session.pen);
  const noteId = useSession((session) => session.noteId);
  const figureId = useSession((session) => session.figureId);
  const [stroke, setStroke] = useState<Stroke | null>(null);
  const [cursor, setCursor] = useState<Place | null>(null);
  const [label, setLabel] = useState<Place | null>(null);
  const [erased, setErased] = useState<readonly string[]>([]);
  const layer = useRef<SVGSVGElement>(null);
  /** As it is now, for what ends after the next drawing of this. */
  const now = useRef({ stroke, label: null as { place: Place; text: string } | null, noteId });
  now.current.noteId = noteId;
  const aspect = take.width / take.height;

  const add = (figure: Figure | null) => {
    if (!figure) return;
    const commentId = now.current.noteId ?? newId();
    if (now.current.noteId === null) useSession.setState({ noteId: commentId });
    now.current.noteId = commentId;
    void send({ type: 'draw', shotId: take.shotId, sha256: take.sha256, commentId, figure });
  };
  const hold = (next: Stroke | null) => {
    now.current.stroke = next;
    setStroke(next);
  };
  const endStroke = () => {
    const { stroke: drawn } = now.current;
    hold(null);
    if (drawn) add(figureOf(drawn, aspect));
  };
  const endLabel = () => {
    const { label: written } = now.current;
    now.current.label = null;
    setLabel(null);
    if (written) add(labelOf(written.text, written.place, useSession.getState().pen));
  };
  const endErasing = () => {
    if (erased.length > 0) void send({ type: 'erase', drawingIds: [...erased] });
    setErased([]);
  };
  useLeaving(() => {
    endStroke();
    endLabel();
    endErasing();
  });

  const at = ({ clientX, clientY }: { clientX: number; clientY: number }): Place => {
    const box = layer.current?.getBoundingClientRect();
    if (!box || box.width === 0) return MIDDLE;
    return [within((clientX - box.left) / box.width), within((clientY - box.top) / box.height)];
  };
  const under = (place: Place): string[] => {
    const box = layer.current?.getBoundingClientRect();
    const reach = box && box.width > 0 ? (REACH * take.width) / box.width : 0;
    return drawings
      .filter(({ id, figure }) => !erased.includes(id) && isNear(figure, place, take, reach))
      .map(({ id }) => id);
  };
  const setDown = (place: Place, pressure: number) => {
    if (pen.tool === 'text') {
      endLabel();
      now.current.label = { place, text: '' };
      setLabel(place);
    } else if (pen.tool === 'eraser') setErased([...erased, ...under(place)]);
    else hold(begun(pen, place, pressure));
  };
  const press = (event: React.KeyboardEvent) => {
    const from = cursor ?? MIDDLE;
    const to = steppedTo(from, event.key, aspect, event.shiftKey);
    const isSet = event.key === ' ' || event.key === 'Enter';
    if (to) {
      setCursor(to);
      if (now.current.stroke) hold(drawnTo(now.current.stroke, to, 0.5));
    } else if (isSet && now.current.stroke) endStroke();
    else if (isSet && pen.tool === 'eraser') {
      const [last] = under(from).slice(-1);
      if (last) void send({ type: 'erase', drawingIds: [last] });
    } else if (isSet) setDown(from, 0.5);
    else if (event.key === 'Escape' && now.current.stroke) endStroke();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const preview = stroke && figureOf(stroke, aspect);
  const chosen = drawings.find(({ id }) => id === figureId);
  const chosenAt = drawings.findIndex(({ id }) => id === figureId) + 1;
  return (
    <>
      {(preview || erased.length > 0) && (
        <Figures size={take} figures={preview ? [{ id: 'stroke', figure: preview }] : []} testId="stroke" />
      )}
      {erased.length > 0 && (
        <Figures
          size={take}
          className="erased"
          figures={drawings.filter(({ id }) => erased.includes(id))}
          testId="erased"
        />
      )}
      <svg
        ref={layer}
        className="layer drawer"
        data-tool={pen.tool}
        viewBox={`0 0 ${take.width} ${take.height}`}
        preserveAspectRatio="none"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what is drawn by hand can be drawn by keys
        tabIndex={0}
        role="application"
        aria-label="Draw on the picture"
        aria-describedby="drawing-keys"
        data-testid="drawer"
        onKeyDown={press}
        onFocus={(event) => event.currentTarget.matches(':focus-visible') && setCursor(cursor ?? MIDDLE)}
        onBlur={endStroke}
        // It takes the focus by keys alone: after a stroke of the hand they go on as before.
        onMouseDown={(event) => event.preventDefault()}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          // The hand draws here, and does not pan.
          event.stopPropagation();
          event.currentTarget.setPointerCapture(event.pointerId);
          setDown(at(event), event.pressure);
        }}
        onPointerMove={(event) => {
          if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
          event.stopPropagation();
          const seen = event.nativeEvent.getCoalescedEvents?.() ?? [];
          const moves = seen.length > 0 ? seen : [event.nativeEvent];
          if (now.current.stroke)
            hold(moves.reduce((all, move) => drawnTo(all, at(move), move.pressure), now.current.stroke));
          else if (pen.tool === 'eraser')
            setErased([...new Set([...erased, ...moves.flatMap((move) => under(at(move)))])]);
        }}
        onPointerUp={() => {
          endStroke();
          endErasing();
        }}
        onPointerCancel={() => {
          endStroke();
          endErasing();
        }}
        onDoubleClick={(event) => event.stopPropagation()}
      >
        {cursor && (
          <g className="drawing-cursor">
            <path d={crossAt(cursor, take)} />
            <path d={crossAt(cursor, take)} />
          </g>
        )}
      </svg>
      {label && (
        <LabelField
          key={label.join()}
          place={label}
          colour={pen.colour}
          onTyped={(text) => {
            now.current.label = { place: label, text };
          }}
          onEnd={(back) => {
            endLabel();
            if (back) layer.current?.focus();
          }}
        />
      )}
      <span className="unseen" id="drawing-keys">
        Arrow keys move the pen, with Shift further. Space sets it down and lifts it. D is the next tool, I
        the next colour; comma goes through what is drawn, and Delete erases it.
      </span>
      <span className="unseen" role="status">
        {chosen
          ? `${figureWords(chosen.figure)}, ${chosenAt} of ${drawings.length}`
          : cursor && `${stroke ? 'Drawing, ' : ''}${placeWords(cursor)}`}
      </span>
    </>
  );
}

/** A cross as large as a fortieth of the picture's shorter side. */
function crossAt([x, y]: Place, { width, height }: Take): string {
  const arm = Math.min(width, height) / 40;
  const [px, py] = [x * width, y * height];
  return `M${px - arm} ${py}h${arm * 2}M${px} ${py - arm}v${arm * 2}`;
}
