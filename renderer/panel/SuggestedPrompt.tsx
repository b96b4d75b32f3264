import { useRef } from 'react';
import { editsOf, type ShotView } from '../board/index.js';
import { DraftMark } from '../drafts/index.js';
import { useAbilities, useChosenGenerator } from '../generators/index.js';
import { PromptHints } from '../hints/index.js';
import { useDocument, useSession } from '../stores/index.js';
import { ActionButton, Toggle } from '../ui/index.js';
import { HowMade } from './HowMade.js';
import { InstructionField } from './InstructionField.js';
import { PromptDiff } from './PromptDiff.js';
import { PromptEditor } from './PromptEditor.js';
import { useDraft } from './use-draft.js';
import './prompt.css';

/** The gate's question: this prompt instead of that one, edit by edit. */
export function SuggestedPrompt({ view }: { view: ShotView }) {
  const { proposal, draft, isUnsent, change } = useDraft(view);
  const section = useRef<HTMLElement>(null);
  const editing = useSession((session) => session.editing);
  const writable = useDocument((mirror) => mirror.readOnly === null);
  const abilities = useAbilities(view.pick?.id ?? '');
  const chosen = useChosenGenerator();
  if (!proposal) return null;
  const { before, prompt, tried } = proposal;
  const edits = editsOf(view);
  const typed = draft.prompt !== null || draft.negativePrompt !== null;
  const flip = (key: string, on: boolean) =>
    change({ off: on ? draft.off.filter((other) => other !== key) : [...draft.off, key] });
  const instructs = abilities.capabilities.includes('instruct');
  return (
    <section aria-label="Prompt" data-testid="suggestion" ref={section} tabIndex={-1}>
      <div className="section-head">
        <h3>{edits.length > 0 ? 'Suggested prompt' : 'Prompt'}</h3>
        {tried && (
          <button
            type="button"
            className="link numbers"
            title="This prompt is made already: change it, or choose a new seed, for another picture"
            onClick={() => useSession.setState({ takeId: tried.id, compareTakeId: null, flipped: false })}
          >
            Tried: take {view.takes.indexOf(tried) + 1}
          </button>
        )}
        {isUnsent && <DraftMark onDiscard={() => change({ prompt: null, negativePrompt: null })} />}
        {instructs && draft.instruction === null && (
          <ActionButton action="say-change" className="quiet" testId="say-change" />
        )}
        {editing !== 'prompt' && (
          <ActionButton action="edit-prompt" className="quiet" label="Edit the prompt">
            Edit
          </ActionButton>
        )}
      </div>
      {draft.instruction !== null && (
        <InstructionField
          sentence={draft.instruction}
          isAsked={editing === 'instruction'}
          generator={chosen && { name: chosen.name, instructs }}
          change={change}
          writable={writable}
          back={section}
        />
      )}
      {editing === 'prompt' ? (
        <PromptEditor proposal={proposal} shotId={view.shot.id} change={change} back={section} />
      ) : (
        <PromptDiff before={before} after={proposal} testId="prompt-diff">
          {!proposal.take.prompt && (
            <p className="faint prompt-unknown">
              {prompt
                ? 'No prompt is known for this picture: these are the words of its description.'
                : 'No prompt and no description is known for this picture. Write one to make another.'}
            </p>
          )}
        </PromptDiff>
      )}
      {writable && <PromptHints shotId={view.shot.id} proposal={proposal} change={change} />}
      {edits.length > 0 && (
        <ul className="edits">
          {edits.map((edit) => (
            <li key={edit.key}>
              <label htmlFor={`edit-${edit.key}`}>
                <Toggle
                  id={`edit-${edit.key}`}
                  label={edit.reason}
                  checked={!draft.off.includes(edit.key)}
                  disabled={!writable || typed}
                  onChange={(on) => flip(edit.key, on)}
                />
                <span>{edit.reason}</span>
              </label>
            </li>
          ))}
        </ul>
      )}
      <HowMade proposal={proposal} abilities={abilities} change={change} writable={writable} />
    </section>
  );
}
