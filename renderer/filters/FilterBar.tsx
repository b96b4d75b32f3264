import { CheckCheck, ClockAlert, EyeOff } from 'lucide-react';
import { Suspense } from 'react';
import { runAction } from '../actions/index.js';
import { countShows, SHOWS, type Show, survives, tallyOf } from '../board/index.js';
import {
  type AppState,
  currentBoardView,
  keepLast,
  useAppState,
  useOfBoard,
  useSession,
} from '../stores/index.js';
import { ActionButton, count } from '../ui/index.js';
import { VIEWS, viewById } from '../views/index.js';
import { FilterChips } from './FilterChips.js';
import { FilterMenu } from './FilterMenu.js';
import { SortMenu } from './SortMenu.js';
import { SHOW_WORDS } from './words.js';
import './filters.css';

/** Offered where a frame is that. */
const IF_ANY: readonly Show[] = ['unjudged', 'noted', 'omitted'];

const lastCounts = keepLast<ReturnType<typeof countShows>>();

function countsNow(state: AppState): ReturnType<typeof countShows> {
  const board = currentBoardView(state);
  const { filter } = state.session;
  return lastCounts([board, filter], () => countShows(board, filter));
}

/** All, flagged, not judged, with open notes, waiting, approved, out of play: as buttons, or as one list where there is little room. */
function Shows() {
  const filter = useSession((session) => session.filter);
  const counts = useAppState(countsNow);
  const shows = SHOWS.filter((one) => !IF_ANY.includes(one) || counts[one] > 0 || filter.show === one);
  // Five buttons, or counts of three digits, need the room of another button.
  const isCrowded = shows.length > 4 || shows.some((one) => counts[one] > 99);
  return (
    <>
      <div className="shows" data-crowded={isCrowded || undefined}>
        {shows.map((one) => (
          <button
            key={one}
            type="button"
            className="quiet"
            aria-pressed={filter.show === one}
            data-testid={`filter-${one}`}
            onClick={() => runAction(`filter-${one}`)}
          >
            {SHOW_WORDS[one]} <span className="numbers">{counts[one]}</span>
          </button>
        ))}
      </div>
      <select
        className="field shows-list numbers"
        aria-label="Shots shown"
        value={filter.show}
        onChange={(event) => runAction(`filter-${event.target.value as Show}`)}
      >
        {shows.map((one) => (
          <option key={one} value={one}>
            {SHOW_WORDS[one]} {counts[one]}
          </option>
        ))}
      </select>
    </>
  );
}

const tally = tallyOf({
  outdated: ({ outOfDate }) => outOfDate !== null,
  rejected: (view) => !survives(view),
});

/** How many shots something changed under, wherever they are, and what brings all of them up to date. */
function OutOfDate() {
  const outdated = useOfBoard(({ views }) => tally(views).outdated);
  if (outdated === 0) return null;
  return (
    <ActionButton
      action="bring-all-up-to-date"
      className="quiet outdated-count"
      testId="bring-all-up-to-date"
      label={`${count(outdated, 'shot')} out of date: bring up to date`}
    >
      <ClockAlert size={15} aria-hidden />
      <span className="numbers">{outdated}</span> <span className="bar-word">out of date</span>
    </ActionButton>
  );
}

/** Where something was rejected: hides it, and shows it again. */
function Survivors() {
  const isOn = useSession((session) => session.filter.survivors);
  const rejected = useOfBoard(({ views }) => tally(views).rejected);
  if (rejected === 0 && !isOn) return null;
  return (
    <ActionButton
      action="survivors"
      className="quiet"
      testId="survivors"
      pressed={isOn}
      label={`Survivors only, without the ${count(rejected, 'rejected shot')}`}
    >
      <EyeOff size={15} aria-hidden />
      <span className="bar-word">Survivors</span>
    </ActionButton>
  );
}

export function FilterBar() {
  const view = useSession((session) => session.view);
  const Controls = viewById(view).controls;
  return (
    <nav aria-label="Shots shown">
      <div className="filterbar">
        <Shows />
        <FilterMenu />
        <SortMenu />
        <Survivors />
        <OutOfDate />
        <div className="gap" />
        {Controls && (
          <div className="filterbar-controls">
            <Suspense>
              <Controls />
            </Suspense>
          </div>
        )}
        <ActionButton action="approve-all" className="quiet" testId="approve-all" label="Approve all waiting">
          <CheckCheck size={15} aria-hidden />
          <span className="bar-word">Approve all</span>
        </ActionButton>
        <div className="filterbar-views">
          {VIEWS.map(({ id, title, icon: Icon }) => (
            <ActionButton
              key={id}
              action={`view-${id}`}
              className="quiet"
              pressed={view === id}
              label={`View: ${title.toLowerCase()}`}
            >
              <Icon size={15} aria-hidden />
              <span className="bar-word">{title}</span>
            </ActionButton>
          ))}
        </div>
        <select
          className="field views-list"
          aria-label="View"
          value={view}
          onChange={(event) => runAction(`view-${event.target.value}`)}
        >
          {VIEWS.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </div>
      <FilterChips />
    </nav>
  );
}
