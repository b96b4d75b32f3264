import type { Fact } from '@shared/records/index.js';
import { Milestone, Pencil, Trash2, TriangleAlert } from 'lucide-react';
import { useRef, useState } from 'react';
import { stretchWords } from '../../board/index.js';
import { send } from '../../link/index.js';
import { useBoardView, useSession } from '../../stores/index.js';
import { Tip } from '../../ui/index.js';
import { ChangeFact } from './ChangeFact.js';
import { EditFact } from './EditFact.js';
import { ORIGIN_WORDS } from './words.js';

interface Props {
  readonly fact: Fact;
  readonly writable: boolean;
  /** What it contradicts, in a sentence; '' = nothing. */
  readonly clash: string;
}

/** One fact, with what can be done about it. */
export function FactRow({ fact, writable, clash }: Props) {
  const { byId } = useBoardView();
  const [open, setOpen] = useState<'edit' | 'change' | null>(null);
  const buttons = { edit: useRef<HTMLButtonElement>(null), change: useRef<HTMLButtonElement>(null) };
  const isKept = useSession(({ words }) =>
    Object.keys(words).some((key) => key.startsWith(`canon fact ${fact.id} `)),
  );
  const done = () => {
    // Closed, it goes back to where it was opened.
    if (open) requestAnimationFrame(() => buttons[open].current?.focus());
    setOpen(null);
  };
  const numberOf = (id: string) => byId.get(id)?.shot.number ?? '?';
  return (
    <li className="canon-fact" data-testid="fact" data-origin={fact.origin}>
      <div className="canon-line">
        <span className="canon-statement selectable">{fact.statement}</span>
        <span className="numbers canon-stretch">{stretchWords(fact, numberOf)}</span>
        <span className="faint canon-origin">{ORIGIN_WORDS[fact.origin]}</span>
        <span className="canon-tools">
          <Tip text="Edit">
            <button
              ref={buttons.edit}
              type="button"
              className="quiet square"
              disabled={!writable}
              aria-expanded={open === 'edit'}
              data-draft={isKept || undefined}
              aria-label={`Edit: ${fact.statement}`}
              onClick={() => setOpen(open === 'edit' ? null : 'edit')}
            >
              <Pencil size={14} aria-hidden />
            </button>
          </Tip>
          <Tip text="From a shot on…">
            <button
              ref={buttons.change}
              type="button"
              className="quiet square"
              disabled={!writable}
              aria-expanded={open === 'change'}
              aria-label={`From a shot on, instead of: ${fact.statement}`}
              onClick={() => setOpen(open === 'change' ? null : 'change')}
            >
              <Milestone size={14} aria-hidden />
            </button>
          </Tip>
          <Tip text="Take back">
            <button
              type="button"
              className="quiet square"
              disabled={!writable}
              aria-label={`Take back: ${fact.statement}`}
              onClick={() => void send({ type: 'remove-fact', factId: fact.id })}
            >
              <Trash2 size={14} aria-hidden />
            </button>
          </Tip>
        </span>
      </div>
      {clash && (
        <p className="canon-clash">
          <TriangleAlert size={13} aria-hidden /> {clash}
        </p>
      )}
      {open === 'edit' && <EditFact fact={fact} onDone={done} />}
      {open === 'change' && <ChangeFact fact={fact} onDone={done} />}
    </li>
  );
}
