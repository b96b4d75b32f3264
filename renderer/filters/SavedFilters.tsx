import { sameValue } from '@shared/records/index.js';
import { X } from 'lucide-react';
import { useMemo } from 'react';
import { keptShots, savedFilters } from '../board/index.js';
import { send } from '../link/index.js';
import { useBoardView, useDocument, useSession } from '../stores/index.js';

/** Filters that have a name: one press shows what each keeps. Removing one can be undone as anything else. */
export function SavedFilters() {
  const board = useBoardView();
  const saved = useDocument(({ records }) => records.savedFilter);
  const writable = useDocument((mirror) => mirror.readOnly === null);
  const filter = useSession((session) => session.filter);
  const all = useMemo(
    () => savedFilters(saved).map((one) => ({ ...one, shown: keptShots(board, one.filter).length })),
    [board, saved],
  );
  if (all.length === 0) return null;
  return (
    <fieldset className="filter-group saved-filters">
      <legend>Saved</legend>
      {all.map(({ id, name, filter: its, shown }) => (
        <span key={id} className="saved-filter">
          <button
            type="button"
            className="chip"
            aria-pressed={sameValue(its, filter)}
            onClick={() => useSession.setState({ filter: its })}
          >
            {name} <span className="numbers faint">{shown}</span>
          </button>
          <button
            type="button"
            className="quiet square"
            disabled={!writable}
            aria-label={`Remove the saved filter ${name}`}
            title="Remove; it can be undone"
            onClick={() => void send({ type: 'remove-filter', filterId: id })}
          >
            <X size={13} aria-hidden />
          </button>
        </span>
      ))}
    </fieldset>
  );
}
