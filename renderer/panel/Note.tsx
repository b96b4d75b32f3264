import type { ShotView } from '../board/index.js';
import { DraftMark, useWords } from '../drafts/index.js';
import { send } from '../link/index.js';
import { useDocument } from '../stores/index.js';
import { Stars } from './Stars.js';

/** Free words on the shot; saved when the field is left. */
export function Note({ view }: { view: ShotView }) {
  const { id, note, stars } = view.shot;
  const writable = useDocument((mirror) => mirror.readOnly === null);
  const { text, isDraft, write, discard, settle } = useWords(id, 'note', note);
  const save = async () => {
    if (isDraft && (await send({ type: 'set-note', shotId: id, note: text }))) settle(text);
  };
  return (
    <section aria-label="Shot note">
      <div className="section-head">
        <h3>
          <label htmlFor="shot-note">Shot note</label>
        </h3>
        {isDraft && <DraftMark onDiscard={discard} />}
        <Stars stars={stars} />
      </div>
      <textarea
        id="shot-note"
        className="field"
        rows={2}
        maxLength={10_000}
        placeholder="For whoever makes the next take"
        value={text}
        readOnly={!writable}
        onChange={(event) => write(event.target.value)}
        onBlur={() => void save()}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
    </section>
  );
}
