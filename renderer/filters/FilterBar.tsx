import { ArrowDownNarrowWide, LayoutGrid, RectangleHorizontal } from 'lucide-react';
import { runAction } from '../actions/index.js';
import { countShots, FILTERS } from '../board/index.js';
import { type Filter, useBoard, useSession } from '../stores/index.js';
import { ActionButton } from '../ui/index.js';
import './filters.css';

const WORDS: Record<Filter, string> = {
  all: 'All',
  flagged: 'Flagged',
  waiting: 'Waiting',
  approved: 'Approved',
};

export function FilterBar() {
  const counts = countShots(useBoard());
  const filter = useSession((session) => session.filter);
  const sort = useSession((session) => session.sort);
  const view = useSession((session) => session.view);
  const columns = useSession((session) => session.gridColumns);
  return (
    <nav className="filterbar" aria-label="Shots shown">
      {FILTERS.map((one) => (
        <button
          key={one}
          type="button"
          className="quiet"
          aria-pressed={filter === one}
          data-testid={`filter-${one}`}
          onClick={() => runAction(`filter-${one}`)}
        >
          {WORDS[one]} <span className="numbers">{counts[one]}</span>
        </button>
      ))}
      <div className="gap" />
      {view === 'grid' && (
        <label className="filterbar-size">
          Size
          <input
            type="range"
            min={2}
            max={12}
            value={14 - columns}
            onChange={(event) => useSession.setState({ gridColumns: 14 - Number(event.target.value) })}
          />
        </label>
      )}
      <ActionButton action="approve-all" className="quiet" testId="approve-all">
        Approve all waiting
      </ActionButton>
      <button
        type="button"
        className="quiet"
        aria-label={`Sort: ${sort === 'story' ? 'story order' : 'worst first'}`}
        onClick={() => runAction(sort === 'story' ? 'sort-worst' : 'sort-story')}
      >
        <ArrowDownNarrowWide size={15} aria-hidden />
        {sort === 'story' ? 'Story order' : 'Worst first'}
      </button>
      <div className="filterbar-views">
        <ActionButton action="view-strip" className="quiet" pressed={view === 'strip'}>
          <RectangleHorizontal size={15} aria-hidden />
          Strip
        </ActionButton>
        <ActionButton action="view-grid" className="quiet" pressed={view === 'grid'}>
          <LayoutGrid size={15} aria-hidden />
          Grid
        </ActionButton>
      </div>
    </nav>
  );
}
