import { isNarrowed, NO_FILTER, type Show, type Sort } from '../board/index.js';
import {
  type AppState,
  type CompareMode,
  comparedTake,
  currentChosen,
  type Session,
  seesOnlyOne,
} from '../stores/index.js';
import { stepped } from '../views/grid/ups.js';
import { FIRST_VIEW, VIEWS, viewById } from '../views/index.js';
import type { Action } from './action.js';
import {
  canDecide,
  escapesElsewhere,
  hasPictureHere,
  hasShot,
  hasViewer,
  hidesShots,
  isOpen,
  isPlayView,
  isWritable,
  movesDivider,
} from './conditions.js';
import { LOOKING } from './looking.js';

const canCompare = (state: AppState): boolean => hasViewer(state) && comparedTake(state) !== null;

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
  enabled: (state) => (group === 'Viewer' ? hasShot(state) && hasViewer(state) : isOpen(state)),
  run: (context) => context.session(change(context.state().session)),
});

const show = (to: Show, title: string): Action =>
  toggle(`filter-${to}`, title, [], ({ filter }) => ({ filter: { ...filter, show: to } }), 'View');

const sort = (by: Sort, title: string): Action =>
  toggle(`sort-${by}`, title, [], () => ({ sort: by }), 'View');

/** Offers what the chosen shots show as facts; which of them are kept is for the artist to say. */
const LEARN: Action = {
  id: 'learn-canon',
  title: 'Learn from these shots',
  words: 'canon facts character',
  group: 'View',
  keys: ['Shift+L'],
  enabled: canDecide,
  run: (context) =>
    context.session({
      view: 'canon',
      learning: currentChosen(context.state()).map(({ shot }) => shot.id),
    }),
};

/** The boxes of the take on the screen, alone. */
const CORRECT_BOXES: Action = {
  id: 'correct-boxes',
  title: 'Correct the boxes by hand…',
  words: 'detection rename move add who what where count',
  group: 'Viewer',
  keys: ['Shift+K'],
  enabled: (state) => canDecide(state) && hasPictureHere(state),
  run: (context) => context.session({ boxes: true, editing: 'boxes', compare: null }),
};

/** Share of the picture that one press moves the divider or the opacity. */
const NUDGE = 0.05;

const nudge = (by: 1 | -1, id: string, title: string, key: string): Action => ({
  id,
  title,
  group: 'Viewer',
  keys: [key],
  keyOnly: true,
  enabled: movesDivider,
  run: (context) => {
    const { compare: mode, wipe, onion } = context.state().session;
    const moved = (value: number) => Math.min(1, Math.max(0, value + by * NUDGE));
    context.session(mode === 'wipe' ? { wipe: moved(wipe) } : { onion: moved(onion) });
  },
});

/** The keys that zoom where one picture is seen. */
const sizing = (by: 1 | -1, id: string, title: string, keys: string[]): Action => ({
  ...toggle(id, title, keys, (session) => stepped(session, by), 'View'),
  enabled: (state) => isOpen(state) && viewById(state.session.view).rows === true,
});

export const VIEWING: readonly Action[] = [
  ...LOOKING,
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
    enabled: (state) => !state.session.fullScreen && escapesElsewhere(state),
    run: (context) => context.session({ compare: null, compareTakeId: null, pinned: null, editing: null }),
  },
  toggle('evidence', 'Show evidence over the picture', ['V'], ({ evidence }) => ({ evidence: !evidence })),
  toggle('thirds', 'Show thirds', ['R'], ({ thirds }) => ({ thirds: !thirds })),
  {
    ...toggle('composition', 'Show the composition', ['Shift+R'], ({ composition }) => ({
      composition: !composition,
    })),
    words: 'subject headroom horizon size of shot framing',
  },
  {
    ...toggle('boxes', 'Show who and what is where', ['Shift+V'], ({ boxes }) => ({ boxes: !boxes })),
    words: 'boxes detection count names',
  },
  CORRECT_BOXES,
  ...VIEWS.map(({ id, title, key }) =>
    toggle(
      `view-${id}`,
      `View: ${title.toLowerCase()}`,
      [key],
      ({ view }) => ({ view: view === id ? FIRST_VIEW : id }),
      'View',
    ),
  ),
  sizing(1, 'grid-larger', 'Larger frames in the grid', ['+', '=']),
  sizing(-1, 'grid-smaller', 'Smaller frames in the grid', ['-']),
  {
    ...toggle('lanes', 'Show the canon along the strip', ['L'], ({ lanes }) => ({ lanes: !lanes }), 'View'),
    words: 'facts lanes',
    enabled: (state) => isOpen(state) && !isPlayView(state),
  },
  LEARN,
  {
    ...toggle('filter', 'Filter the shots…', ['/'], () => ({ menu: 'filter' }), 'View'),
    enabled: isOpen,
  },
  {
    id: 'filter-selected',
    title: 'Show only from the first to the last selected shot',
    words: 'range stretch brush',
    group: 'View',
    keys: [],
    enabled: ({ session }) => session.selected.length > 1,
    run: (context) => {
      const chosen = currentChosen(context.state()).toSorted((a, b) => a.shot.position - b.shot.position);
      const [first, last] = [chosen[0], chosen.at(-1)];
      const { filter } = context.state().session;
      if (first && last)
        context.session({ filter: { ...filter, stretch: { from: first.shot.id, to: last.shot.id } } });
    },
  },
  {
    ...toggle('filter-clear', 'Clear the filter', [], () => ({ filter: NO_FILTER }), 'View'),
    enabled: (state) => isOpen(state) && hidesShots(state),
  },
  {
    ...toggle('save-filter', 'Save the filter…', [], () => ({ menu: 'save-filter' }), 'View'),
    enabled: (state) => isWritable(state) && isNarrowed(state.session.filter) && !seesOnlyOne(state),
  },
  show('all', 'Show all shots'),
  show('flagged', 'Show flagged shots'),
  show('unjudged', 'Show shots that are not judged'),
  show('noted', 'Show shots with open notes'),
  show('waiting', 'Show waiting shots'),
  show('approved', 'Show approved shots'),
  show('omitted', 'Show shots out of play'),
  sort('story', 'Sort in story order'),
  sort('worst', 'Sort worst first'),
  sort('score', 'Sort by score, lowest first'),
  sort('stars', 'Sort by stars, most first'),
  sort('changed', 'Sort by last change, newest first'),
];
