import type { ShotView } from '../board/index.js';
import { DraftMark, useWords } from '../drafts/index.js';
import { send } from '../link/index.js';
import { useDocument } from '../stores/index.js';
import './prompt.css';

/** What the first picture of a shot is made from: its description, until other words are typed. Saved when the field is left. */
export function FirstPrompt({ view }: { view: ShotView }) {
  const { id, prompt, negativePrompt } = view.shot;
  const writable = useDocument((mirror) => mirror.readOnly === null);
  const { text, isDraft, write, discard, settle } = useWords(id, 'prompt', prompt);
  if (view.takes.length > 0) return null;
  const save = async () => {
    if (isDraft && (await send({ type: 'edit-prompt', shotId: id, prompt: text, negativePrompt })))
      settle(text);
  };
  return (
    <section aria-label="Prompt" data-testid="first-prompt">
      <div className="section-head">
        <h3>
          <label htmlFor="first-prompt">Prompt</label>
        </h3>
        {isDraft && <DraftMark onDiscard={discard} />}
      </div>
      <textarea
        id="first-prompt"
        className="field prompt-field"
        rows={4}
        placeholder="What its first picture is made from"
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
