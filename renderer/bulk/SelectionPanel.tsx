import { groupBy } from '@shared/group-by.js';
import { CircleOff, X } from 'lucide-react';
import { CONTEXT, chooseShot, runAction } from '../actions/index.js';
import { inPlay, type ShotView, sortedShots } from '../board/index.js';
import { Decide } from '../panel/Decide.js';
import { Stars } from '../panel/Stars.js';
import { useSession } from '../stores/index.js';
import { ActionButton, count, Key, SignMark, VirtualList } from '../ui/index.js';
import { ChangeRow } from './ChangeRow.js';
import './bulk.css';

/** CSS pixels of a row with a prompt of usual length. */
const ROW = 150;

const OMIT = ['Leave them out of play', 'Take them in again'] as const;

function Signs({ views }: { views: readonly ShotView[] }) {
  const counts = groupBy(sortedShots(views.filter(inPlay), 'worst'), ({ sign }) => sign);
  return (
    <ul className="selection-signs" aria-label="What was found in them">
      {[...counts].map(([sign, { length }]) => (
        <li key={sign} className="numbers">
          <SignMark sign={sign} />
          {length}
        </li>
      ))}
    </ul>
  );
}

/** Several shots at once: which they are, and what deciding does to each. */
export function SelectionPanel({ views }: { views: readonly ShotView[] }) {
  const stars = views.every(({ shot }) => shot.stars === views[0]?.shot.stars)
    ? (views[0]?.shot.stars ?? 0)
    : 0;
  return (
    <aside className="panel" aria-label={`${count(views.length, 'shot')} selected`} data-testid="selection">
      <header className="selection-head">
        <h2 className="numbers">{count(views.length, 'shot')} selected</h2>
        <Stars stars={stars} />
        <ActionButton action="omit" className="quiet square" label={OMIT[views.some(inPlay) ? 0 : 1]}>
          <CircleOff size={15} aria-hidden />
        </ActionButton>
        <button type="button" className="quiet" onClick={() => runAction('select-one')}>
          Clear <Key action="select-one" />
        </button>
      </header>
      <Signs views={views} />
      <VirtualList
        label="Selected shots"
        className="selection-list"
        count={views.length}
        estimate={ROW}
        keyOf={(index) => views[index]?.shot.id ?? ''}
      >
        {(index) => {
          const view = views[index];
          return (
            view && (
              <ChangeRow
                view={view}
                onShow={() => useSession.setState({ shotId: view.shot.id, takeId: null })}
                end={
                  <button
                    type="button"
                    className="quiet square"
                    aria-label={`Remove shot ${view.shot.number} from the selection`}
                    onClick={() => chooseShot(CONTEXT, view.shot.id, 'more')}
                  >
                    <X size={14} aria-hidden />
                  </button>
                }
              />
            )
          );
        }}
      </VirtualList>
      <Decide views={views} />
    </aside>
  );
}
