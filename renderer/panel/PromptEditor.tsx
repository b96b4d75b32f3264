import { useEffect, useRef, useState } from 'react';
import type { Proposal } from '../board/index.js';
import { send } from '../link/index.js';
import { type Draft, useSession } from '../stores/index.js';

interface Props {
  readonly proposal: Proposal;
  readonly shotId: string;
  readonly change: (part: Partial<Draft>) => void;
}

const done = () => useSession.setState({ editing: null });

/** Free hand over both prompts. What is typed is what Approve orders; until then it can also be kept. */
export function PromptEditor({ proposal, shotId, change }: Props) {
  const [start] = useState(proposal);
  const { prompt, negativePrompt } = proposal;
  const field = useRef<HTMLDivElement>(null);
  useEffect(() => void field.current?.scrollIntoView({ block: 'center' }), []);
  const cancel = () => {
    change({
      prompt: start.edited ? start.prompt : null,
      negativePrompt: start.edited ? start.negativePrompt : null,
    });
    done();
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === 'Escape') cancel();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) done();
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
        onChange={(event) => change({ prompt: event.target.value })}
        onKeyDown={onKeyDown}
      />
      <textarea
        className="field prompt-field"
        aria-label="Negative prompt"
        placeholder="Negative prompt: what should not be seen"
        rows={2}
        value={negativePrompt}
        onChange={(event) => change({ negativePrompt: event.target.value })}
        onKeyDown={onKeyDown}
      />
      <div className="form-buttons">
        <button
          type="button"
          className="quiet"
          onClick={() => void send({ type: 'edit-prompt', shotId, prompt, negativePrompt })}
        >
          Keep without ordering
        </button>
        <button type="button" className="quiet" onClick={cancel}>
          Cancel
        </button>
        <button type="button" className="button" onClick={done}>
          Done
        </button>
      </div>
    </div>
  );
}
