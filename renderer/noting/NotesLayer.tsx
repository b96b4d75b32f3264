import { fittedIn, placeWords, steppedTo, within } from '@shared/drawing/index.js';
import { boxStyle, placed } from '@shared/over-picture.js';
import type { Note, Take } from '@shared/records/index.js';
import { useState } from 'react';
import { drawnOver, ghostOf, notesOver, numberOf, type ShotView } from '../board/index.js';
import { send } from '../link/index.js';
import { focusInPanel, useDocument, useSession, useSessionParts } from '../stores/index.js';
import { Figures } from './Figures.js';
import './noting.css';

type Place = NonNullable<Note['place']>;

interface PinProps {
  readonly place: Place;
  readonly name: string;
  readonly face: string;
  readonly aspect: number;
  readonly isChosen: boolean;
  /** Null where it cannot be moved. */
  readonly onMoved: ((place: Place) => void) | null;
  readonly onChosen: () => void;
}

/** A note at its place: chosen by a click, moved by hand and by the arrow keys. */
function Pin({ place, name, face, aspect, isChosen, onMoved, onChosen }: PinProps) {
  const [held, setHeld] = useState<Place | null>(null);
  const at = held ?? place;
  const press = (event: React.KeyboardEvent) => {
    const to = onMoved && steppedTo([at.x, at.y], event.key, aspect, event.shiftKey);
    if (!to) return;
    event.preventDefault();
    event.stopPropagation();
    setHeld({ x: to[0], y: to[1] });
  };
  const settle = () => {
    if (held && onMoved) onMoved(held);
    setHeld(null);
  };
  return (
    <button
      type="button"
      className="pin numbers"
      data-testid="pin"
      aria-label={`${name}, ${placeWords([at.x, at.y])}`}
      aria-pressed={isChosen}
      style={placed([at.x, at.y])}
      onKeyDown={press}
      onBlur={settle}
      onClick={onChosen}
      onDoubleClick={(event) => event.stopPropagation()}
      onPointerDown={(event) => {
        event.stopPropagation();
        if (onMoved) event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        const picture = event.currentTarget.parentElement?.getBoundingClientRect();
        if (!picture || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
        const x = within((event.clientX - picture.left) / picture.width);
        const y = within((event.clientY - picture.top) / picture.height);
        if (held || Math.hypot((x - at.x) * picture.width, (y - at.y) * picture.height) > 4)
          setHeld({ x, y });
      }}
      onPointerUp={settle}
    >
      {face}
    </button>
  );
}

interface Props {
  readonly view: ShotView;
  readonly take: Take;
  /** Its drawings are what is being drawn on: nothing of it is taken by hand. */
  readonly isDrawn: boolean;
}

/** What was said of places in a take, what is drawn over it, and faintly what was drawn over the one that it came from. */
export function NotesLayer({ view, take, isDrawn }: Props) {
  const { notes, ghosts, pinned, notePlace, figureId, figureHeld, figureTyped, nudged } = useSessionParts(
    'notes',
    'ghosts',
    'pinned',
    'notePlace',
    'figureId',
    'figureHeld',
    'figureTyped',
    'nudged',
  );
  const writable = useDocument((mirror) => mirror.readOnly === null);
  const pointed = useSession(({ hovered, pinned: kept }) => hovered ?? kept);
  if (!notes || take.width === 0 || take.unreadable !== null) return null;
  const pointedId = pointed?.kind === 'note' ? pointed.noteId : null;
  const ghost = ghosts ? ghostOf(view, take) : null;
  const aspect = take.width / take.height;
  const choose = (noteId: string) => {
    const isChosen = pinned?.kind === 'note' && pinned.noteId === noteId;
    useSession.setState({ pinned: isChosen ? null : { kind: 'note', noteId } });
  };
  // What is held or typed anew stands where the hand is.
  const away = isDrawn && (figureHeld || figureTyped || nudged) ? figureId : null;
  const figures = drawnOver(view, take, pointedId).filter(({ id }) => id !== away);
  const region = ghost && fittedIn(ghost.take, take);
  return (
    <div className="layer notes-layer" data-drawn={isDrawn || undefined}>
      {ghost && (
        <Figures
          size={ghost.take}
          figures={ghost.drawings}
          className="ghost"
          testId="ghost"
          style={region ? boxStyle(region) : undefined}
        />
      )}
      <Figures size={take} figures={figures} testId="figures" />
      {!isDrawn &&
        notesOver(view, take, pointedId).map(
          ({ note }) =>
            note.place && (
              <Pin
                key={note.id}
                place={note.place}
                face={String(numberOf(view, note.id))}
                name={`Note ${numberOf(view, note.id)} by ${note.author}`}
                aspect={aspect}
                isChosen={pointedId === note.id}
                onChosen={() => choose(note.id)}
                onMoved={
                  writable ? (place) => void send({ type: 'edit-note', noteId: note.id, place }) : null
                }
              />
            ),
        )}
      {!isDrawn && notePlace && (
        <Pin
          place={notePlace}
          face="+"
          name="Place of the new note"
          aspect={aspect}
          isChosen
          onChosen={() => focusInPanel('new-note')}
          onMoved={(place) => useSession.setState({ notePlace: place })}
        />
      )}
    </div>
  );
}
