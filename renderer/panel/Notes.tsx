import type { Note, NoteState } from '@shared/records/index.js';
import { useEffect, useRef, useState } from 'react';
import { runAction } from '../actions/index.js';
import { isOpenNote, type NoteView, notesOf, numberOf, type ShotView } from '../board/index.js';
import { send } from '../link/index.js';
import { useDocument, useSession } from '../stores/index.js';
import { count, moment } from '../ui/index.js';
import { AskForChange } from './AskForChange.js';
import { NoteField } from './NoteField.js';
import './notes.css';

const setState = (noteId: string, state: NoteState) => void send({ type: 'set-note-state', noteId, state });

/** Over which of the shot’s pictures it lies, and at which place; a way there. */
function SaidOf({ view, of }: { view: ShotView; of: NoteView }) {
  const { note, take, takeNumber, drawings } = of;
  const { id, sha256, place } = note;
  const isPinned = useSession(({ pinned }) => pinned?.kind === 'note' && pinned.noteId === id);
  if (sha256 === null) return null;
  if (!take) return <span className="faint">on a picture that is not here any more</span>;
  const shows = place !== null || drawings.length > 0;
  if (view.takes.length < 2 && !shows) return null;
  const show = () =>
    useSession.setState({
      takeId: take.id,
      compareTakeId: null,
      flipped: false,
      ...(shows && { pinned: isPinned ? null : { kind: 'note', noteId: id }, notes: true }),
    });
  const words = [
    ...(drawings.length > 0 ? [count(drawings.length, 'figure')] : place ? ['at a place'] : []),
    ...(view.takes.length < 2 ? ['in the picture'] : [`on take ${takeNumber}`]),
  ];
  return (
    <button type="button" className="link" aria-pressed={shows ? isPinned : undefined} onClick={show}>
      {words.join(' ')}
    </button>
  );
}

/** Who said it and when; the words. */
function Said({ note, children }: { note: Note; children?: React.ReactNode }) {
  const { author, at, text } = note;
  return (
    <>
      <p className="note-head">
        <b dir="auto">{author}</b>
        <span className="faint numbers">{moment(at)}</span>
        {children}
      </p>
      {text !== '' && (
        <p className="note-text selectable" dir="auto">
          {text}
        </p>
      )}
    </>
  );
}

/** The order that was approved for a note, and what came of it. */
function OrderedFor({ view, of }: { view: ShotView; of: NoteView }) {
  const { order } = of;
  const made = order && view.takes.find(({ id }) => id === order.resultTakeId);
  if (!order) return null;
  if (!made) return <p className="faint">A new picture is ordered for it.</p>;
  return (
    <p className="faint">
      Made for it:{' '}
      <button
        type="button"
        className="link"
        onClick={() => useSession.setState({ takeId: made.id, compareTakeId: of.take?.id ?? null })}
      >
        take {view.takes.indexOf(made) + 1}
      </button>
      {view.shot.pickId === made.id && view.shot.status === 'approved' && ', which is approved.'}
    </p>
  );
}

interface RowProps {
  readonly view: ShotView;
  readonly of: NoteView;
  readonly writable: boolean;
}

function NoteRow({ view, of, writable }: RowProps) {
  const { note, answers, drawings } = of;
  const { id, text, state } = note;
  const [answering, setAnswering] = useState(false);
  const [editing, setEditing] = useState(false);
  const isPinned = useSession(({ pinned }) => pinned?.kind === 'note' && pinned.noteId === id);
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isPinned) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isPinned]);
  const shot = view.shot.id;
  const point = { kind: 'note', noteId: id } as const;
  const number = numberOf(view, id);
  const draw = () => {
    useSession.setState({ pinned: point, takeId: of.take?.id ?? null });
    runAction('draw');
  };
  const isOnlyDrawn = text === '' && drawings.length > 0;
  return (
    <li
      ref={row}
      className="note"
      data-testid="note"
      data-state={state}
      data-chosen={isPinned || undefined}
      aria-label={`Note ${number}`}
      onPointerEnter={() => useSession.setState({ hovered: point })}
      onPointerLeave={() => useSession.setState({ hovered: null })}
    >
      <Said note={editing ? { ...note, text: '' } : note}>
        <SaidOf view={view} of={of} />
      </Said>
      {writable && (editing || isOnlyDrawn) && (
        <NoteField
          id={`note-${id}`}
          shotId={shot}
          what={`note ${id}`}
          sent={text}
          label={`Words of note ${number}`}
          placeholder="What is drawn, in words"
          verb="Save"
          autoFocus={editing}
          onSend={(words) => send({ type: 'edit-note', noteId: id, text: words })}
          onEnd={() => setEditing(false)}
        />
      )}
      {answers.length > 0 && (
        <ul className="answers">
          {answers.map((answer) => (
            <li key={answer.id} data-testid="answer">
              <Said note={answer} />
            </li>
          ))}
        </ul>
      )}
      <OrderedFor view={view} of={of} />
      {answering && (
        <NoteField
          id={`answer-${id}`}
          shotId={shot}
          what={`answer ${id}`}
          sent=""
          label={`Answer to note ${number}`}
          placeholder="Your answer"
          verb="Answer"
          autoFocus
          onSend={(words) =>
            send({
              type: 'write-note',
              shotId: shot,
              sha256: note.sha256,
              place: null,
              text: words,
              replyTo: id,
            })
          }
          onEnd={() => setAnswering(false)}
        />
      )}
      {writable && (
        <p className="note-buttons">
          {state === 'open' ? (
            <>
              <button type="button" className="link" onClick={() => setState(id, 'resolved')}>
                Resolve
              </button>
              <button type="button" className="link" onClick={() => setAnswering(!answering)}>
                Answer
              </button>
              <AskForChange view={view} of={of} />
              {of.take && (
                <button type="button" className="link" onClick={draw}>
                  Draw
                </button>
              )}
              {!isOnlyDrawn && (
                <button type="button" className="link" onClick={() => setEditing(!editing)}>
                  Edit
                </button>
              )}
              <button type="button" className="link" onClick={() => setState(id, 'dismissed')}>
                Dismiss
              </button>
            </>
          ) : (
            <>
              <span className="faint">{state === 'resolved' ? 'Resolved' : 'Dismissed'}</span>
              <button type="button" className="link" onClick={() => setState(id, 'open')}>
                Reopen
              </button>
            </>
          )}
          <button
            type="button"
            className="link"
            aria-label={`Remove note ${number}`}
            onClick={() => void send({ type: 'remove-note', noteId: id })}
          >
            Remove
          </button>
        </p>
      )}
    </li>
  );
}

/** What is said of the shot and drawn on its takes, by the artist and by clients, oldest first; what is settled is folded away. */
export function Notes({ view }: { view: ShotView }) {
  const writable = useDocument((mirror) => mirror.readOnly === null);
  const notes = notesOf(view);
  const open = notes.filter(isOpenNote);
  const settled = notes.filter((one) => !isOpenNote(one));
  if (notes.length === 0) return null;
  const rows = (some: readonly NoteView[]) =>
    some.map((of) => <NoteRow key={of.note.id} view={view} of={of} writable={writable} />);
  return (
    <section aria-label="Notes" data-testid="notes">
      <div className="section-head">
        <h3>Notes</h3>
        {open.length > 0 && <span className="faint numbers">{open.length} open</span>}
      </div>
      {open.length > 0 && <ul className="notes">{rows(open)}</ul>}
      {settled.length > 0 && (
        <details className="section">
          <summary>{settled.length} settled</summary>
          <ul className="notes">{rows(settled)}</ul>
        </details>
      )}
    </section>
  );
}
