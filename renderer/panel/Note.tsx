import type { ShotView } from '../board/index.js';
import { send } from '../link/index.js';
import { SavedField } from './SavedField.js';
import { Stars } from './Stars.js';

/** Free words on the shot. */
export function Note({ view }: { view: ShotView }) {
  const { id, note, stars } = view.shot;
  return (
    <section aria-label="Shot note">
      <SavedField
        id="shot-note"
        shotId={id}
        what="note"
        sent={note}
        heading="Shot note"
        placeholder="For whoever makes the next take"
        rows={2}
        maxLength={10_000}
        onSave={(text) => send({ type: 'set-note', shotId: id, note: text })}
      >
        <Stars stars={stars} />
      </SavedField>
    </section>
  );
}
