import {
  begun,
  drawnTo,
  figureOf,
  figureWords,
  isNear,
  labelOf,
  type Place,
  placeWords,
  type Stroke,
  steppedTo,
  within,
} from '@shared/drawing/index.js';
import type { Drawing, Figure, Take } from '@shared/records/index.js';
import { useEffect, useRef, useState } from 'react';
import { CONTEXT } from '../actions/index.js';
import { newId, send } from '../link/index.js';
import { useDocument, useSession, useSessionParts } from '../stores/index.js';
import { useLeaving } from '../ui/index.js';
import { Figures } from './Figures.js';
import { Handles } from './Handles.js';
import { LabelField } from './LabelField.js';
import { noteDrawnFor } from './note-drawn-for.js';
import { JOINED, settleNudged } from './nudging.js';
import { useHand } from './use-hand.js';

interface Props {
  readonly take: Take;
  /** What is drawn over it already. */
  readonly drawings: readonly Drawing[];
}

/** Words that are typed onto the picture. */
interface Label {
  readonly place: Place;
  readonly text: string;
}

const MIDDLE: Place = [0.5, 0.5];
/** CSS pixels within which the eraser takes a line. */
const REACH = 8;

/** Where figures are drawn over a take: by hand, with what the pen says of its pressure, and by keys. */
export function Drawer({ take, drawings }: Props) {
  const { pen, noteId, figureId, figureTyped, nudged } = useSessionParts(
    'pen',
    'noteId',
    'figureId',
    'figureTyped',
    'nudged',
  );
  const [stroke, setStroke] = useState<Stroke | null>(null);
  const [cursor, setCursor] = useState<Place | null>(null);
  const [label, setLabel] = useState<Place | null>(null);
  const [erased, setErased] = useState<readonly string[]>([]);
  const layer = useRef<SVGSVGElement>(null);
  const hand = useHand(take, drawings);
  const chosen = drawings.find(({ id }) => id === figureId);
  const typed =
    figureTyped && chosen?.figure.kind === 'text' ? { id: chosen.id, figure: chosen.figure } : null;
  /** As it is now, for what ends after the next drawing of this. */
  const now = useRef({
    stroke,
    label: null as Label | null,
    noteId,
    /** The note that was begun over this take, of which the host may not have told yet. */
    begun: null as string | null,
    typed,
    words: null as string | null,
  });
  now.current.noteId = noteId;
  now.current.typed = typed;
  const aspect = take.width / take.height;

  const add = (figure: Figure | null) => {
    if (!figure) return;
    const { noteId, begun } = now.current;
    const id = noteDrawnFor(noteId, take, useDocument.getState().records.comment, begun) ?? newId();
    now.current.begun = id;
    if (now.current.noteId !== id) useSession.setState({ noteId: id });
    now.current.noteId = id;
    void send({ type: 'draw', shotId: take.shotId, sha256: take.sha256, noteId: id, figure });
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
  /** Words that stood there; without any they are erased. */
  const endTyping = () => {
    const { typed: before, words } = now.current;
    now.current.words = null;
    now.current.typed = null;
    if (!before) return;
    useSession.setState({ figureTyped: false });
    const text = words?.trim() ?? before.figure.text;
    if (text === '') void send({ type: 'erase', drawingIds: [before.id] });
    else if (text !== before.figure.text)
      void send({ type: 'change-drawing', drawingId: before.id, figure: { ...before.figure, text } });
  };
  const endErasing = () => {
    if (erased.length > 0) void send({ type: 'erase', drawingIds: [...erased] });
    setErased([]);
  };
  const endAll = () => {
    endStroke();
    endErasing();
    hand.letGo();
  };
  useEffect(() => {
    if (!nudged) return undefined;
    const settles = setTimeout(() => settleNudged(CONTEXT), nudged.drawingId === figureId ? JOINED : 0);
    return () => clearTimeout(settles);
  }, [nudged, figureId]);
  useLeaving(() => {
    settleNudged(CONTEXT);
    endAll();
    endLabel();
    endTyping();
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
    settleNudged(CONTEXT);
    endTyping();
    if (pen.tool === 'hand') {
      hand.take(place, null, under(place));
      layer.current?.focus({ preventScroll: true });
      return;
    }
    useSession.setState({ figureId: null });
    if (pen.tool === 'text') {
      endLabel();
      now.current.label = { place, text: '' };
      setLabel(place);
    } else if (pen.tool === 'eraser') setErased([...erased, ...under(place)]);
    else hold(begun(pen, place, pressure));
  };
  const press = (event: React.KeyboardEvent) => {
    const from = cursor ?? MIDDLE;
    // Keys are about the figure that is chosen, but for the pen that is set down.
    const to = chosen && !now.current.stroke ? null : steppedTo(from, event.key, aspect, event.shiftKey);
    const isSet = event.key === ' ' || (event.key === 'Enter' && !chosen);
    if (to) {
      setCursor(to);
      if (now.current.stroke) hold(drawnTo(now.current.stroke, to, 0.5));
    } else if (isSet && now.current.stroke) endStroke();
    else if (isSet && pen.tool === 'hand') useSession.setState({ figureId: under(from).at(-1) ?? null });
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
  const chosenAt = drawings.findIndex(({ id }) => id === figureId) + 1;
  const heldFigure = hand.figure ?? (nudged?.drawingId === figureId ? nudged?.figure : null) ?? null;
  const chosenFigure = heldFigure ?? chosen?.figure;
  return (
    <>
      {heldFigure && (
        <Figures size={take} figures={[{ id: 'held', figure: heldFigure }]} testId="held-figure" />
      )}
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
        onFocus={(event) =>
          !chosen && event.currentTarget.matches(':focus-visible') && setCursor(cursor ?? MIDDLE)
        }
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
          if (pen.tool === 'hand') hand.move(at(event));
          else if (now.current.stroke)
            hold(moves.reduce((all, move) => drawnTo(all, at(move), move.pressure), now.current.stroke));
          else if (pen.tool === 'eraser')
            setErased([...new Set([...erased, ...moves.flatMap((move) => under(at(move)))])]);
        }}
        onPointerUp={endAll}
        onPointerCancel={endAll}
        onDoubleClick={(event) => {
          event.stopPropagation();
          if (pen.tool === 'hand' && chosen?.figure.kind === 'text')
            useSession.setState({ figureTyped: true });
        }}
      >
        {cursor && !chosen && (
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
          text=""
          onTyped={(text) => {
            now.current.label = { place: label, text };
          }}
          onEnd={(back) => {
            endLabel();
            if (back) layer.current?.focus();
          }}
        />
      )}
      {typed && (
        <LabelField
          key={typed.id}
          place={[...typed.figure.at]}
          colour={typed.figure.colour}
          text={typed.figure.text}
          onTyped={(text) => {
            now.current.words = text;
          }}
          onEnd={(back) => {
            endTyping();
            if (back) layer.current?.focus();
          }}
        />
      )}
      {chosenFigure && !typed && (
        <Handles
          figure={chosenFigure}
          take={take}
          onTaken={(event, handle) => {
            event.stopPropagation();
            layer.current?.setPointerCapture(event.pointerId);
            layer.current?.focus({ preventScroll: true });
            settleNudged(CONTEXT);
            hand.take(at(event), handle, []);
          }}
        />
      )}
      <span className="unseen" id="drawing-keys">
        Arrow keys move the pen, with Shift further. Space sets it down and lifts it. D is the next tool, I
        the next colour. Comma goes through what is drawn: arrow keys move the figure that is chosen, with
        Shift they change its size, Enter its words, Delete erases it and Escape lets go of it.
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
