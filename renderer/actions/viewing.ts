import { type AppState, type CompareMode, comparedTake, type Filter, type Session } from '../stores/index.js';
import type { Action } from './action.js';
import { hasShot, isOpen } from './conditions.js';

const canCompare = (state: AppState): boolean =>
  state.session.view === 'strip' && comparedTake(state) !== null;

const compare = (mode: CompareMode, title: string, key: string): Action => ({
  id: `compare-${mode}`,
  title,
  group: 'Viewer',
  keys: [key],
  enabled: canCompare,
  run: (context) => {
    const { compare: now } = context.state().session;
    context.session({ compare: now === mode ? null : mode, flipped: false });
  },
});

const toggle = (
  id: string,
  title: string,
  keys: string[],
  change: (session: Session) => Partial<Session>,
  group: Action['group'] = 'Viewer',
): Action => ({
  id,
  title,
  group,
  keys,
  enabled: (state) => (group === 'Viewer' ? hasShot(state) && state.session.view === 'strip' : isOpen(state)),
  run: (context) => context.session(change(context.state().session)),
});

const filter = (to: Filter, title: string): Action =>
  toggle(`filter-${to}`, title, [], () => ({ filter: to }), 'View');

/** Share of the picture that one press moves the divider or the opacity. */
const NUDGE = 0.05;

const nudge = (by: 1 | -1, id: string, title: string, key: string): Action => ({
  id,
  title,
  group: 'Viewer',
  keys: [key],
  keyOnly: true,
  enabled: ({ session }) => session.compare === 'wipe' || session.compare === 'onion',
  run: (context) => {
    const { compare: mode, wipe, onion } = context.state().session;
    const moved = (value: number) => Math.min(1, Math.max(0, value + by * NUDGE));
    context.session(mode === 'wipe' ? { wipe: moved(wipe) } : { onion: moved(onion) });
  },
});

export const VIEWING: readonly Action[] = [
  compare('side', 'Compare side by side', 'S'),
  compare('wipe', 'Compare with a wipe', 'W'),
  {
    id: 'flip',
    title: 'Flip between the two takes',
    group: 'Viewer',
    keys: ['Tab', 'T'],
    enabled: canCompare,
    run: (context) => {
      const { compare: mode, flipped } = context.state().session;
      context.session(mode === 'flip' ? { flipped: !flipped } : { compare: 'flip', flipped: true });
    },
  },
  compare('onion', 'Compare as onion skin', 'O'),
  compare('difference', 'Compare as difference', 'F'),
  nudge(-1, 'nudge-left', 'Divider left, or less of the take on top', 'Shift+ArrowLeft'),
  nudge(1, 'nudge-right', 'Divider right, or more of the take on top', 'Shift+ArrowRight'),
  {
    id: 'compare-off',
    title: 'Stop comparing',
    group: 'Viewer',
    keys: ['Escape'],
    enabled: ({ session }) => session.compare !== null || session.pinned !== null || session.editing !== null,
    run: (context) => context.session({ compare: null, compareTakeId: null, pinned: null, editing: null }),
  },
  toggle('zoom', 'Whole picture or 100 %', ['Z'], ({ zoom }) => ({
    zoom: zoom === 'fit' ? 'actual' : 'fit',
  })),
  toggle('evidence', 'Show evidence over the picture', ['V'], ({ evidence }) => ({ evidence: !evidence })),
  toggle('thirds', 'Show thirds', ['R'], ({ thirds }) => ({ thirds: !thirds })),
  toggle(
    'grid',
    'Strip or grid',
    ['G'],
    ({ view }) => ({ view: view === 'grid' ? 'strip' : 'grid' }),
    'View',
  ),
  toggle('view-strip', 'View: strip', [], () => ({ view: 'strip' }), 'View'),
  toggle('view-grid', 'View: grid', [], () => ({ view: 'grid' }), 'View'),
  filter('all', 'Show all shots'),
  filter('flagged', 'Show flagged shots'),
  filter('waiting', 'Show waiting shots'),
  filter('approved', 'Show approved shots'),
  toggle('sort-story', 'Sort in story order', [], () => ({ sort: 'story' }), 'View'),
  toggle('sort-worst', 'Sort worst first', [], () => ({ sort: 'worst' }), 'View'),
];
