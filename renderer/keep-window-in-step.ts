/** What follows from the stores and stands outside React: theme, title, and a selection that exists. */
import { appState, currentBoard, shownTake, useDocument, useSession, useSettings } from './stores/index.js';

function showTheme(): void {
  const { theme } = useSettings.getState();
  const light =
    theme === 'light' || (theme === 'system' && matchMedia('(prefers-color-scheme: light)').matches);
  document.documentElement.dataset.theme = light ? 'light' : 'dark';
}

function showTitle(): void {
  const storyboard = Object.values(useDocument.getState().records.storyboard)[0];
  document.title = storyboard ? `${storyboard.title} – Continuist` : 'Continuist';
}

/** Keeps a shot selected while there are any, and drops what points at records that are gone. */
function keepSelection(): void {
  const state = appState();
  const board = currentBoard(state);
  const view = board.byId.get(state.session.shotId ?? '');
  if (!view) {
    const first = board.views[0]?.shot.id ?? null;
    if (first !== state.session.shotId)
      useSession.setState({ shotId: first, takeId: null, compareTakeId: null, pinned: null });
    return;
  }
  const { takeId, compare, compareTakeId } = state.session;
  if (takeId && shownTake(view, takeId)?.id !== takeId) useSession.setState({ takeId: null });
  if (compare && view.takes.length < 2 && !compareTakeId) useSession.setState({ compare: null });
}

export function keepWindowInStep(): void {
  useSettings.subscribe(showTheme);
  matchMedia('(prefers-color-scheme: light)').addEventListener('change', showTheme);
  useDocument.subscribe(showTitle);
  useDocument.subscribe(keepSelection);
  useSession.subscribe((session, before) => {
    if (session.shotId !== before.shotId) keepSelection();
    document.body.dataset.connection = session.connection;
  });
  showTheme();
}
