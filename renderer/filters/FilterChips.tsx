import { X } from 'lucide-react';
import { isNarrowed, NO_FILTER } from '../board/index.js';
import { useBoardView, useSession, useVisible } from '../stores/index.js';
import { count } from '../ui/index.js';
import { chipsOf } from './chips.js';
import { SaveFilter } from './SaveFilter.js';

/** What narrows the shots shown, each part to be taken away by itself. */
export function FilterChips() {
  const filter = useSession((session) => session.filter);
  const { views, byId } = useBoardView();
  const all = views.length;
  const shown = useVisible().length;
  if (!isNarrowed(filter)) return null;
  const set = (next: typeof filter) => useSession.setState({ filter: next });
  return (
    <div className="filter-chips">
      <span className="numbers" role="status">
        {shown} of {count(all, 'shot')}
      </span>
      <ul aria-label="Filter">
        {chipsOf(filter, (id) => byId.get(id)?.shot.number ?? '?').map(({ key, about, words, without }) => (
          <li key={key}>
            <button
              type="button"
              className="chip"
              aria-label={`Remove from the filter: ${[about, words].filter(Boolean).join(' ')}`}
              onClick={() => set(without)}
            >
              {about && <span className="faint">{about}</span>}
              {words}
              <X size={13} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      <button type="button" className="quiet" onClick={() => set({ ...NO_FILTER, show: filter.show })}>
        Clear
      </button>
      <SaveFilter />
    </div>
  );
}
