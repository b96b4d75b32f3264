import type { Clash } from '@shared/canon-offer.js';
import { Bookmark, Plus, X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { CONTEXT, selectShot } from '../../actions/index.js';
import { type Subject, shotsWith } from '../../board/index.js';
import { send } from '../../link/index.js';
import { Crop } from '../../panel/Crop.js';
import { useBoardView, useDocument, useShot } from '../../stores/index.js';
import { capitalised, count, Tip } from '../../ui/index.js';
import { AddFact } from './AddFact.js';
import { FactRow } from './FactRow.js';
import { SUBJECT_WORDS } from './words.js';

interface Props {
  readonly subject: Subject;
  readonly clashes: readonly Clash[];
  readonly writable: boolean;
}

/** Frames that are shown of a subject. */
const FRAMES = 6;

/** Somebody or something of the story: its pictures, and everything that is said of it. */
export function SubjectCard({ subject, clashes, writable }: Props) {
  const { views, byId } = useBoardView();
  const takes = useDocument(({ records }) => records.take);
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
        <span className="gap" />
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
      {subject.references.length + shots.length > 0 && (
        <ul className="canon-frames">
          {subject.references.map((one) => (
            <li key={one.id} className="canon-reference">
              <Crop
                take={takes[one.takeId] ?? null}
                region={one.region}
                aspect={1.4}
                alt={`Reference of ${called}`}
              />
              <button
                type="button"
                className="reference-off"
                disabled={!writable}
                aria-label={`Keep this reference of ${called} no longer`}
                onClick={() => void send({ type: 'drop-reference', referenceId: one.id })}
              >
                <X size={12} aria-hidden />
              </button>
            </li>
          ))}
          {shots.slice(0, FRAMES).map(({ shot, pick }) => (
            <li key={shot.id}>
              <button
                type="button"
                aria-label={`Go to shot ${shot.number}`}
                aria-current={shot.id === here?.shot.id}
                onClick={() => selectShot(CONTEXT, shot.id)}
              >
                <Crop take={pick} region={null} aspect={1.4} alt="" />
                <span className="numbers">{shot.number}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <ul className="canon-facts">
        {subject.facts.map((fact) => (
          <FactRow key={fact.id} fact={fact} writable={writable} clash={clashOf(fact.id)} />
        ))}
      </ul>
      {isAdding && <AddFact about={subject} onDone={() => setAdding(false)} />}
    </section>
  );
}
