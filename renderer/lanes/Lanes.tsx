import { factsOnBoard } from '@shared/out-of-date/index.js';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useMemo } from 'react';
import { CONTEXT, runAction, selectShot } from '../actions/index.js';
import {
  lanePieces,
  placeIn,
  type Subject,
  shortStatement,
  stretchWords,
  subjectsOf,
} from '../board/index.js';
import { useBoardView, useDocument, useSession, useVisible } from '../stores/index.js';
import { useStripScroll } from '../strip/strip-scroll.js';
import { capitalised, count, Key, useSize } from '../ui/index.js';
import './lanes.css';

/** CSS pixels that the name of a lane takes at its left. */
const NAME = 104;

/** The canon along the strip: a lane for each subject, with what holds for the shots above. */
export function Lanes() {
  const records = useDocument((mirror) => mirror.records);
  const isOpen = useSession((session) => session.lanes);
  const facts = factsOnBoard(records);
  const subjects = useMemo(() => subjectsOf(facts), [facts]);
  if (subjects.length === 0) return null;
  return (
    <section className="lanes" aria-label="Canon along the strip" data-testid="lanes">
      <button type="button" className="lanes-head" aria-expanded={isOpen} onClick={() => runAction('lanes')}>
        {isOpen ? <ChevronDown size={13} aria-hidden /> : <ChevronRight size={13} aria-hidden />}
        Canon <span className="numbers">{count(facts.length, 'fact')}</span>
        <Key action="lanes" />
      </button>
      {isOpen && <Rows subjects={subjects} />}
    </section>
  );
}

function Rows({ subjects }: { readonly subjects: readonly Subject[] }) {
  const shots = useVisible();
  const { byId } = useBoardView();
  const numberOf = (id: string) => byId.get(id)?.shot.number ?? '?';
  const shotId = useSession((session) => session.shotId);
  const { left, step, ends, gap } = useStripScroll();
  const [size, measure] = useSize();
  const at = placeIn(shots, shotId);
  const first = Math.max(0, Math.floor((left - ends) / step));
  const end = Math.min(shots.length, Math.ceil((left + size.width) / step) + 1);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled with the keys
    <div ref={measure} className="lanes-rows" tabIndex={0}>
      {at >= first && at < end && (
        <span className="lanes-here" style={{ left: ends + at * step - left, width: step - gap }} />
      )}
      <ul>
        {subjects.map((subject) => (
          <li key={subject.key} className="lane" data-testid="lane">
            <button
              type="button"
              className="lane-name"
              style={{ width: NAME }}
              title={`${capitalised(subject.name || 'style')}: open its sheet`}
              onClick={() => useSession.setState({ view: 'canon', canonSubject: subject.key })}
            >
              {capitalised(subject.name || 'style')}
            </button>
            {lanePieces(subject, shots, first, end).map(({ start, length, facts, isNew }) => {
              const from = ends + start * step - left;
              const hidden = Math.max(0, NAME - from);
              const words = facts.map(({ statement }) => shortStatement(statement)).join(' · ');
              return (
                <button
                  key={start}
                  type="button"
                  tabIndex={-1}
                  className="lane-piece"
                  data-new={isNew || undefined}
                  style={{ left: from, width: length * step - gap, paddingLeft: 7 + hidden }}
                  title={facts.map((fact) => `${fact.statement}, ${stretchWords(fact, numberOf)}`).join('\n')}
                  onClick={(event) => {
                    const along = event.clientX - event.currentTarget.getBoundingClientRect().left;
                    const view = shots[start + Math.min(length - 1, Math.floor(along / step))];
                    if (view) selectShot(CONTEXT, view.shot.id);
                  }}
                >
                  {words}
                </button>
              );
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}
