import type { ShotView } from '../board/index.js';
import { send } from '../link/index.js';
import { SavedField } from './SavedField.js';
import './prompt.css';

/** What the first picture of a shot is made from: its description, until other words are typed. */
export function FirstPrompt({ view }: { view: ShotView }) {
  const { id, prompt, negativePrompt } = view.shot;
  if (view.takes.length > 0) return null;
  return (
    <section aria-label="Prompt" data-testid="first-prompt">
      <SavedField
        id="first-prompt"
        shotId={id}
        what="prompt"
        sent={prompt}
        heading="Prompt"
        placeholder="What its first picture is made from"
        rows={4}
        className="prompt-field"
        onSave={(text) => send({ type: 'edit-prompt', shotId: id, prompt: text, negativePrompt })}
      />
    </section>
  );
}
