/** What follows from the stores and stands outside React: theme, title, what is remembered, a selection that exists. */
import { keptWithin, nearestShot, placeIn, type ShotView, standingNext } from './board/index.js';
import {
  appState,
  currentBoardView,
  currentVisible,
  noticed,
  panelCatchesUp,
  panelWaits,
  REMEMBERED,
  readRemembered,
  type Session,
  shownTake,
  useDocument,
  useSession,
  useSettings,
  writeRemembered,
} from './stores/index.js';

const asksForMore = matchMedia('(prefers-contrast: more)');

function showTheme(): void {
  const { theme, contrast } = useSettings.getState();
  const light =
    theme === 'light' || (theme === 'system' && matchMedia('(prefers-color-scheme: light)').matches);
  document.documentElement.dataset.theme = light ? 'light' : 'dark';
  document.documentElement.dataset.contrast = contrast === 'high' || asksForMore.matches ? 'high' : 'usual';
}

function showTitle(): void {
  const storyboard = Object.values(useDocument.getState().records.storyboard)[0];
  document.title = storyboard ? `${storyboard.title} – Continuist` : 'Continuist';
}

const storageKey = (reviewKey: string): string => `continuist-window ${reviewKey}`;
let remembering: string | null = null;

/** A storyboard that is opened looks as it was left. */
function recall(): void {
  const id = useDocument.getState().reviewKey;
  if (id === remembering) return;
  remembering = id;
  if (id !== null) useSession.setState(readRemembered(stored(() => localStorage.getItem(storageKey(id)))));
}

function remember(session: Session, before: Session): void {
  const id = remembering;
  if (id === null || REMEMBERED.every((part) => session[part] === before[part])) return;
  stored(() => localStorage.setItem(storageKey(id), writeRemembered(session)));
}

/** Without storage the window starts afresh each time. */
function stored<T>(use: () => T): T | null {
  try {
    return use();
  } catch {
    return null;
  }
}

/** A take that was made is new until somebody has looked at it. */
function noticeTakes(): void {
  if (remembering === null) return;
  const { seen } = useSession.getState();
  const now = noticed(useDocument.getState().records.take, seen);
  if (now !== seen) useSession.setState({ seen: now });
}

const idsOf = (views: readonly ShotView[]): string[] => views.map(({ shot }) => shot.id);

/** Where in the story the artist last stood, for when that shot is gone or a filter hides it. */
let lastPosition = 0;
/** What was shown when the selected shot last was among it, in its order. */
let lastShown: readonly ShotView[] = [];
/** The shot that stands in for one that a filter hides. */
let standIn: string | null = null;

/** While a stand-in is shown nothing changes; one that a decision took out of the filter is where the artist stood. */
function noticePlace(): void {
  const state = appState();
  const known = currentBoardView(state).byId.get(state.session.shotId ?? '');
  if (!known || (known.shot.id === standIn && currentVisible(state).includes(known))) return;
  lastPosition = known.shot.position;
  standIn = null;
}

function noticeOrder(): void {
  const state = appState();
  const shown = currentVisible(state);
  if (shown !== lastShown && placeIn(shown, state.session.shotId) >= 0) lastShown = shown;
}

/**
 * Keeps a shot of those shown selected while there are any, and drops what points at records that are gone. A shot that a
 * decision took out of the filter is followed by the one that stood behind it; one that another filter hides, by the
 * nearest in the story.
 */
function keepSelection(why: 'decided' | 'filtered'): void {
  const state = appState();
  const known = currentBoardView(state).byId.get(state.session.shotId ?? '');
  const visible = currentVisible(state);
  const { selected } = state.session;
  const left =
    selected.length > 0 ? keptWithin(selected, new Set(visible.map(({ shot }) => shot.id))) : selected;
  if (left !== selected) useSession.setState({ selected: left });
  if (!known || !visible.includes(known)) {
    const chosen = visible.filter(({ shot }) => left.includes(shot.id));
    const among = chosen.length > 0 ? chosen : visible;
    const behind =
      why === 'decided' && state.session.shotId !== null
        ? standingNext(idsOf(lastShown), state.session.shotId, new Set(idsOf(among)))
        : null;
    const next = behind ?? nearestShot(among, lastPosition)?.shot.id ?? null;
    if (next === state.session.shotId) return;
    // A shot that stands in for one that is hidden: words typed on, or taken away, are asked from where the artist was.
    standIn = next;
    useSession.setState({ shotId: next, takeId: null, compareTakeId: null, pinned: null });
    return;
  }
  const { takeId, compare, compareTakeId } = state.session;
  if (takeId && shownTake(known, takeId)?.id !== takeId) useSession.setState({ takeId: null });
  if (compare && known.takes.length < 2 && !compareTakeId) useSession.setState({ compare: null });
}

/** What is being edited in the panel, or is to be, is of the shot on the screen: then it is never behind. */
function keepPanel({ shotId, editing }: Session, before: Session): void {
  if (editing !== null) panelCatchesUp();
  else if (shotId !== before.shotId && before.shotId !== null && before.editing === null) panelWaits();
}

export function keepWindowInStep(): void {
  useSettings.subscribe(showTheme);
  matchMedia('(prefers-color-scheme: light)').addEventListener('change', showTheme);
  asksForMore.addEventListener('change', showTheme);
  useDocument.subscribe(showTitle);
  useDocument.subscribe((mirror, before) => {
    recall();
    if (mirror.records.take !== before.records.take) noticeTakes();
  });
  useDocument.subscribe(() => {
    noticePlace();
    noticeOrder();
    keepSelection('decided');
  });
  useSession.subscribe((session, before) => {
    const { shotId, filter, sort } = session;
    if (shotId !== before.shotId) noticePlace();
    if (shotId !== before.shotId || filter !== before.filter || sort !== before.sort) noticeOrder();
    if (shotId !== before.shotId || filter !== before.filter) keepSelection('filtered');
    document.body.dataset.connection = session.connection;
  });
  // Escape, or the system, can end it as well.
  document.addEventListener('fullscreenchange', () => {
    if (!document.fullscreenElement) useSession.setState({ fullScreen: false });
  });
  useSession.subscribe(keepPanel);
  useSession.subscribe(remember);
  showTheme();
}
