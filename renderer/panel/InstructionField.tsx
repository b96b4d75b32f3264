import { LONGEST_INSTRUCTION } from '@shared/records/index.js';
import { type RefObject, useEffect, useRef } from 'react';
import { type Draft, useSession } from '../stores/index.js';
import { useReturnFocus } from '../ui/index.js';
import './references.css';

interface Props {
  /** As it is typed. */
  readonly sentence: string;
  /** The artist has asked to say it, so the words are what the next key is for. */
  readonly isAsked: boolean;
  /** The generator that is chosen. */
  readonly generator: { readonly name: string; readonly instructs: boolean } | null;
  readonly change: (part: Partial<Draft>) => void;
  readonly writable: boolean;
  /** Where the focus goes when it closes. */
  readonly back: RefObject<HTMLElement | null>;
}

const stopSaying = () =>
  useSession.setState(({ editing }) => (editing === 'instruction' ? { editing: null } : {}));

/** What is to be changed in the picture, as one says it; the prompt below is what it should show then. */
export function InstructionField({ sentence, isAsked, generator, change, writable, back }: Props) {
  useReturnFocus(back);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (isAsked) field.current?.focus();
  }, [isAsked]);
  const drop = () => {
    stopSaying();
    change({ instruction: null });
  };
  return (
    <div className="stack instruction" data-testid="instruction">
      <textarea
        className="field"
        aria-label="What to change"
        placeholder="What to change: “Make her coat red.”"
        rows={2}
        maxLength={LONGEST_INSTRUCTION}
        value={sentence}
        disabled={!writable}
        ref={field}
        onBlur={stopSaying}
        onChange={(event) => change({ instruction: event.target.value })}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
      <div className="row">
        <span className={generator?.instructs ? 'faint' : 'wrong'}>
          {generator?.instructs
            ? 'Then it should show:'
            : `${generator?.name ?? 'This generator'} cannot change this picture by a sentence.`}
        </span>
        <button type="button" className="quiet" disabled={!writable} onClick={drop}>
          Draw the prompt instead
        </button>
      </div>
    </div>
  );
}
