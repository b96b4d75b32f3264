import { type RefObject, useEffect, useRef } from 'react';
import type { Proposal } from '../board/index.js';
import { send } from '../link/index.js';
import { type Draft, say, useSession } from '../stores/index.js';
import { useReturnFocus } from '../ui/index.js';

interface Props {
  readonly proposal: Proposal;
  readonly shotId: string;
  readonly change: (part: Partial<Draft>) => void;
  /** Where the focus goes when the editor closes. */
  readonly back: RefObject<HTMLElement | null>;
}

const close = () => useSession.setState({ editing: null });

/**
 * Free hand over both prompts. What is typed is what Approve orders; until then it stays a draft, however the editor
 * is left, or is kept with the shot without an order.
 */
export function PromptEditor({ proposal, shotId, change, back }: Props) {
  const { prompt, negativePrompt, suggested } = proposal;
  const field = useRef<HTMLDivElement>(null);
  useEffect(() => void field.current?.scrollIntoView({ block: 'center' }), []);
  useReturnFocus(back);
  const keep = async () => {
    close();
    if (await send({ type: 'edit-prompt', shotId, prompt, negativePrompt }))
      say('done', 'The prompt is saved with the shot. Nothing is regenerated.');
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))) close();
  };
  return (
    <div className="stack" ref={field}>
      <textarea
        className="field prompt-field"
        aria-label="Prompt"
        data-testid="prompt-field"
        rows={5}
        value={prompt}
        // The artist asked to edit, so the words are what the next key is for.
        // biome-ignore lint/a11y/noAutofocus: see above
        autoFocus
        onChange={({ target: { value } }) => change({ prompt: value === suggested.prompt ? null : value })}
        onKeyDown={onKeyDown}
      />
      <textarea
        className="field prompt-field"
        aria-label="Negative prompt"
        placeholder="Negative prompt: what should not be seen"
        rows={2}
        value={negativePrompt}
        onChange={({ target: { value } }) =>
          change({ negativePrompt: value === suggested.negativePrompt ? null : value })
        }
        onKeyDown={onKeyDown}
      />
      <div className="form-buttons">
        <button type="button" className="quiet" disabled={prompt.trim() === ''} onClick={() => void keep()}>
          Save without regenerating
        </button>
        <button type="button" className="button" onClick={close}>
          Done
        </button>
      </div>
    </div>
  );
}
