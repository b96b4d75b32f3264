import type { Clash } from '@shared/canon-offer.js';
import { Bookmark, Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { type Subject, shotsWith } from '../../board/index.js';
import { send } from '../../link/index.js';
import { useBoardView, useShot } from '../../stores/index.js';
import { capitalised, count, Tip } from '../../ui/index.js';
import { AddFact } from './AddFact.js';
import { FactRow } from './FactRow.js';
import { SubjectFrames } from './SubjectFrames.js';
import { SUBJECT_WORDS } from './words.js';

interface Props {
  readonly subject: Subject;
  readonly clashes: readonly Clash[];
  readonly writable: boolean;
}

/** Somebody or something of the story: its pictures, and everything that is said of it. */
export function SubjectCard({ subject, clashes, writable }: Props) {
  const { views, byId } = useBoardView();
  const here = useShot();
  const [isAdding, setAdding] = useState(false);
  const shots = useMemo(
    () => (subject.subject === 'style' ? [] : shotsWith(views, subject)),
    [views, subject],
  );
  const called = subject.name === '' ? 'Style' : capitalised(subject.name);
  const clashOf = (factId: string): string => {
    const clash = clashes.find(({ factIds }) => factIds.includes(factId));
    const other = subject.facts.find(({ id }) => id !== factId && clash?.factIds.includes(id));
    const number = byId.get(clash?.shotId ?? '')?.shot.number;
    return other ? `Not together with “${other.statement}”, which holds as well from shot ${number} on.` : '';
  };
  return (
    <section className="canon-subject" aria-label={called} data-testid="canon-subject" data-key={subject.key}>
      <header>
        <h3>{called}</h3>
        <span className="faint">
          {subject.name === '' ? 'of every shot' : SUBJECT_WORDS[subject.subject].toLowerCase()}
          {subject.name !== '' && `, in ${count(shots.length, 'shot')}`}
        </span>
        {subject.name !== '' && here?.pick && (
          <Tip text={`Keep shot ${here.shot.number} as a reference`}>
            <button
              type="button"
              className="quiet square"
              disabled={!writable}
              aria-label={`Keep shot ${here.shot.number} as a reference of ${called}`}
              onClick={() =>
                here.pick &&
                void send({ type: 'keep-reference', takeId: here.pick.id, region: null, name: subject.name })
              }
            >
              <Bookmark size={14} aria-hidden />
            </button>
          </Tip>
        )}
        <Tip text="Say more of it">
          <button
            type="button"
            className="quiet square"
            disabled={!writable}
            aria-expanded={isAdding}
            aria-label={`Add a fact about ${called}`}
            onClick={() => setAdding(!isAdding)}
          >
            <Plus size={15} aria-hidden />
          </button>
        </Tip>
      </header>
      <SubjectFrames subject={subject} called={called} shots={shots} writable={writable} />
      <ul className="canon-facts">
        {subject.facts.map((fact) => (
          <FactRow key={fact.id} fact={fact} writable={writable} clash={clashOf(fact.id)} />
        ))}
      </ul>
      {isAdding && <AddFact about={subject} onDone={() => setAdding(false)} />}
    </section>
  );
}
