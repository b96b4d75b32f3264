import { sameValue } from '@shared/records/index.js';
import { X } from 'lucide-react';
import { keptShots, readFilter } from '../board/index.js';
import { send } from '../link/index.js';
import { useBoardView, useDocument, useSession } from '../stores/index.js';

/** Filters that have a name: one press shows what each keeps. Removing one can be undone as anything else. */
export function SavedFilters() {
  const board = useBoardView();
  const saved = useDocument(({ records }) => records.savedFilter);
  const writable = useDocument((mirror) => mirror.readOnly === null);
  const filter = useSession((session) => session.filter);
  const all = Object.values(saved).sort((a, b) => a.name.localeCompare(b.name, 'en'));
  if (all.length === 0) return null;
  return (
    <fieldset className="filter-group saved-filters">
      <legend>Saved</legend>
      {all.map((one) => {
        const its = readFilter(one.filter);
        return (
          <span key={one.id} className="saved-filter">
            <button
              type="button"
              className="chip"
              aria-pressed={sameValue(its, filter)}
              onClick={() => useSession.setState({ filter: its })}
            >
              {one.name} <span className="numbers faint">{keptShots(board, its).length}</span>
            </button>
            <button
              type="button"
              className="quiet square"
              disabled={!writable}
              aria-label={`Remove the saved filter ${one.name}`}
              title="Remove; it can be undone"
              onClick={() => void send({ type: 'remove-filter', filterId: one.id })}
            >
              <X size={13} aria-hidden />
            </button>
          </span>
        );
      })}
    </fieldset>
  );
}
