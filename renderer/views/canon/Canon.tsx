import type { CanonOffer } from '@shared/canon-offer.js';
import { factsOnBoard } from '@shared/out-of-date/index.js';
import { Plus } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { subjectsOf } from '../../board/index.js';
import { call } from '../../link/index.js';
import { useDocument, useSession } from '../../stores/index.js';
import { ActionButton, count } from '../../ui/index.js';
import { AddFact } from './AddFact.js';
import { Offers } from './Offers.js';
import { SubjectCard } from './SubjectCard.js';
import { useCanonLook } from './use-canon-look.js';
import './canon.css';
import '../../panel/references.css';

/** What is true of the story's world: who and what is in it, how each looks, and for which shots. */
export function Canon() {
  const records = useDocument((mirror) => mirror.records);
  const writable = useDocument((mirror) => mirror.readOnly === null);
  const { offers, clashes } = useCanonLook();
  const [isAdding, setAdding] = useState(false);
  const facts = factsOnBoard(records);
  const { reference, portrait } = records;
  const subjects = useMemo(
    () => subjectsOf(facts, { references: Object.values(reference), portraits: Object.values(portrait) }),
    [facts, reference, portrait],
  );
  const list = useRef<HTMLElement>(null);
  const wanted = useSession((session) => session.canonSubject);
  useEffect(() => {
    if (wanted === null) return;
    const cards = list.current?.querySelectorAll<HTMLElement>('[data-key]') ?? [];
    [...cards].find((card) => card.dataset.key === wanted)?.scrollIntoView({ block: 'start' });
    useSession.setState({ canonSubject: null });
  }, [wanted]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled with the keys
    <section ref={list} className="canon" aria-label="Canon" tabIndex={0} data-testid="canon">
      <header className="canon-head">
        <h2>Canon</h2>
        <span className="faint">
          {facts.length === 0
            ? 'nothing is said yet'
            : `${count(facts.length, 'fact')} about ${count(subjects.length, 'subject')}`}
        </span>
        <span className="gap" />
        <ActionButton action="learn-canon" className="quiet" testId="learn-canon" />
        <button
          type="button"
          className="button"
          disabled={!writable}
          aria-expanded={isAdding}
          data-testid="add-fact"
          onClick={() => setAdding(!isAdding)}
        >
          <Plus size={15} aria-hidden />
          Add a fact
        </button>
      </header>
      {isAdding && <AddFact about={null} onDone={() => setAdding(false)} />}
      <Learned writable={writable} />
      <Offers title="Most frames show" offers={offers} writable={writable} empty={null} />
      {subjects.length === 0 && <Nothing />}
      {subjects.map((subject) => (
        <SubjectCard key={subject.key} subject={subject} clashes={clashes} writable={writable} />
      ))}
    </section>
  );
}

function Nothing() {
  return (
    <div className="canon-nothing">
      <p>Nothing is known yet of the characters, places and props of this story.</p>
      <p className="faint">
        Say how somebody looks, and every shot that speaks of them is asked about it: “Add a fact”, call the
        character as the descriptions do, and describe what can be seen. Or select frames that are right and
        learn from them.
      </p>
    </div>
  );
}

/** What the shots that the artist pointed at show. */
function Learned({ writable }: { readonly writable: boolean }) {
  const shotIds = useSession((session) => session.learning);
  const facts = useDocument(({ records }) => records.fact);
  const [offers, setOffers] = useState<readonly CanonOffer[] | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is kept is offered no more
  useEffect(() => {
    let isOld = false;
    setOffers(null);
    if (shotIds === null) return;
    void call((api) => api.canon.learn({ shotIds: [...shotIds] })).then((answer) => {
      if (!isOld && answer) setOffers(answer.offers);
    });
    return () => {
      isOld = true;
    };
  }, [shotIds, facts]);
  if (shotIds === null || offers === null) return null;
  return (
    <Offers
      title={`${count(shotIds.length, 'shot')} ${shotIds.length === 1 ? 'shows' : 'show'}`}
      offers={offers}
      writable={writable}
      empty="Nothing that no fact says yet: the judge has confirmed no look here, or all of them are kept."
      onDone={() => useSession.setState({ learning: null })}
    />
  );
}
