import type { ShotView } from '../board/index.js';
import { DraftMark, useWords } from '../drafts/index.js';
import { send } from '../link/index.js';
import { useDocument, useSession, useShownTake } from '../stores/index.js';
import { NoteField } from './NoteField.js';

/** A new note on the take on the screen, about all of it or a place in it. */
export function NewNote({ view }: { view: ShotView }) {
  const writable = useDocument((mirror) => mirror.readOnly === null);
  const take = useShownTake();
  const place = useSession((session) => session.notePlace);
  const { isDraft, discard } = useWords(view.shot.id, 'new-note', '');
  const sha256 = take?.sha256 ?? null;
  const setPlace = (notePlace: typeof place) => useSession.setState({ notePlace, notes: true });
  if (!writable) return null;
  return (
    <section aria-label="New note">
      <div className="section-head">
        <h3>
          <label htmlFor="new-note">New note</label>
        </h3>
        {isDraft && <DraftMark onDiscard={discard} />}
      </div>
      <NoteField
        id="new-note"
        shotId={view.shot.id}
        what="new-note"
        sent=""
        label="New note"
        placeholder={
          take ? `Write a note on take ${view.takes.indexOf(take) + 1}` : 'Write a note on the shot'
        }
        verb="Add note"
        onSend={async (text) => {
          const sent = await send({
            type: 'write-note',
            shotId: view.shot.id,
            sha256,
            place: sha256 === null ? null : place,
            text,
          });
          if (sent) setPlace(null);
          return sent;
        }}
      >
        {take && take.width > 0 && (
          <button
            type="button"
            className="quiet"
            aria-pressed={place !== null}
            data-testid="note-place"
            onClick={() => setPlace(place ? null : { x: 0.5, y: 0.5 })}
          >
            At a place
          </button>
        )}
      </NoteField>
    </section>
  );
}
