import { applyEdits } from '@shared/edits.js';
import { Lightbulb, X } from 'lucide-react';
import type { Proposal } from '../board/index.js';
import { send } from '../link/index.js';
import { type Draft, useDocument } from '../stores/index.js';
import { Tip } from '../ui/index.js';
import { useHints } from './use-hints.js';
import './hints.css';

interface Props {
  readonly shotId: string;
  readonly proposal: Proposal;
  readonly change: (part: Partial<Draft>) => void;
}

/** What may be wrong with the prompt as it would be approved, each with a click that mends it. Never in the way of approving. */
export function PromptHints({ shotId, proposal, change }: Props) {
  const { prompt, negativePrompt, suggested } = proposal;
  const hints = useHints([{ shotId, prompt }]);
  const writable = useDocument((mirror) => mirror.readOnly === null);
  if (hints.length === 0) return null;
  return (
    <ul className="hints" aria-label="Hints" data-testid="hints">
      {hints.map(({ key, message, edit }) => (
        <li key={key}>
          <Lightbulb size={14} aria-hidden />
          <span>{message}</span>
          {edit && (
            <Tip text={edit.reason}>
              <button
                type="button"
                className="quiet"
                disabled={!writable}
                onClick={() => {
                  const { prompt: mended } = applyEdits(prompt, negativePrompt, [edit]);
                  change({ prompt: mended === suggested.prompt ? null : mended });
                }}
              >
                {edit.remove === '' || edit.kind === 'restate-canon' ? 'Add it' : 'Change it'}
              </button>
            </Tip>
          )}
          <Tip text="Never say this of this shot">
            <button
              type="button"
              className="quiet square"
              aria-label={`Dismiss: ${message}`}
              disabled={!writable}
              onClick={() => void send({ type: 'dismiss-finding', shotId, key, reason: '' })}
            >
              <X size={14} aria-hidden />
            </button>
          </Tip>
        </li>
      ))}
    </ul>
  );
}
