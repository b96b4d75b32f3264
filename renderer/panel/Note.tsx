import { useEffect, useState } from 'react';
import type { ShotView } from '../board/index.js';
import { send } from '../link/index.js';
import { useDocument } from '../stores/index.js';
import { Stars } from './Stars.js';

/** Free words on the shot; saved when the field is left. */
export function Note({ view }: { view: ShotView }) {
  const { id, note, stars } = view.shot;
  const writable = useDocument((mirror) => mirror.readOnly === null);
  const [text, setText] = useState(note);
  useEffect(() => void setText(note), [note]);
  const save = () => {
    if (text !== note) void send({ type: 'set-note', shotId: id, note: text });
  };
  return (
    <section aria-label="Note">
      <div className="section-head">
        <h3>
          <label htmlFor="shot-note">Note</label>
        </h3>
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
        onChange={(event) => setText(event.target.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
    </section>
  );
}
