/** Notes: writing them, beginning to draw them over a picture, and going from one to the next. */
import { isOpenNote, notesOf, notesOver, type ShotView } from '../board/index.js';
import { newId } from '../link/new-id.js';
import { type AppState, currentShot, currentTake, currentVisible, focusInPanel } from '../stores/index.js';
import type { Action, ActionContext } from './action.js';
import {
  hasOneShot,
  hasPictureHere,
  hasShot,
  hasViewer,
  isCulling,
  isDrawing,
  isMasking,
  isOpen,
} from './conditions.js';
import { inPanel } from './in-panel.js';
import { keysWhile } from './keys-while.js';
import { aloneAt } from './moving.js';

const canLook = (state: AppState): boolean => hasShot(state) && hasViewer(state);

const canDraw = (state: AppState): boolean =>
  (hasOneShot(state) || isCulling(state)) && !isMasking(state) && hasPictureHere(state);

/** The note that is pointed at, where it is about this take; else a new one. */
function noteToDraw(state: AppState, view: ShotView): string {
  const { pinned } = state.session;
  const take = currentTake(state);
  const chosen = pinned?.kind === 'note' ? pinned.noteId : null;
  return take && notesOver(view, take, null).some(({ note }) => note.id === chosen) && chosen !== null
    ? chosen
    : newId();
}

/** To the next open note in what is shown, over the shots and round its ends. */
function goToNote({ state, session, say }: ActionContext, by: 1 | -1): void {
  const now = state();
  const { pinned, shotId } = now.session;
  const all = currentVisible(now).flatMap((view) =>
    notesOf(view)
      .filter(isOpenNote)
      .map((one) => ({ view, one })),
  );
  if (all.length === 0) {
    say('No shot that is shown has an open note.');
    return;
  }
  const chosen = pinned?.kind === 'note' ? pinned.noteId : null;
  const at = all.findIndex(({ one }) => one.note.id === chosen);
  const shots = currentVisible(now).map(({ shot }) => shot.id);
  const here = shots.indexOf(shotId ?? '');
  const beyond = all.findIndex(({ view }) => shots.indexOf(view.shot.id) >= here);
  // From a shot none of whose notes is chosen: its first, or the last before it.
  const from = at >= 0 ? at + by : by > 0 ? Math.max(0, beyond) : (beyond < 0 ? all.length : beyond) - 1;
  const to = all[(from + all.length) % all.length];
  if (!to) return;
  const { note, take } = to.one;
  session({
    ...(to.view.shot.id === shotId ? {} : aloneAt(to.view.shot.id)),
    takeId: take?.id ?? null,
    compareTakeId: null,
    pinned: { kind: 'note', noteId: note.id },
    notes: true,
  });
}

const toNote = (by: 1 | -1, id: string, title: string, key: string): Action => ({
  id,
  title,
  words: 'comment client open resolved',
  group: 'Moving',
  keys: [key],
  enabled: isOpen,
  run: (context) => goToNote(context, by),
});

const drawing = keysWhile(isDrawing);

const leave = (context: ActionContext): void =>
  context.session({ editing: null, figureId: null, figureTyped: false });

export const NOTING: readonly Action[] = [
  {
    id: 'draw',
    title: 'Draw on the picture',
    words: 'note pen arrow box ellipse text annotate sketch',
    group: 'Viewer',
    keys: ['D'],
    enabled: (state) => canDraw(state) && !isDrawing(state),
    run: (context) => {
      const view = currentShot(context.state());
      if (!view) return;
      const { compare } = context.state().session;
      context.session({
        editing: 'drawing',
        noteId: noteToDraw(context.state(), view),
        figureId: null,
        // A take that is picked meanwhile does not come under the hand.
        takeId: currentTake(context.state())?.id ?? null,
        notes: true,
        // There is no one picture in a difference to draw over.
        ...((compare === 'difference' || compare === 'flip') && { compare: null, flipped: false }),
      });
    },
  },
  drawing({ id: 'drawing-words', title: 'Say in words what is drawn', keys: [] }, (context) => {
    const { noteId } = context.state().session;
    const isThere = noteId !== null && Object.hasOwn(context.state().document.records.comment, noteId);
    context.fullScreen(false);
    leave(context);
    if (isThere) context.session({ pinned: { kind: 'note', noteId } });
    focusInPanel(isThere ? `note-${noteId}` : 'new-note');
  }),
  drawing({ id: 'drawing-done', title: 'Done with drawing', keys: ['Escape'] }, leave),
  {
    id: 'note',
    title: 'Write a note',
    words: 'comment say',
    group: 'Decisions',
    keys: ['N'],
    enabled: hasOneShot,
    run: inPanel((context) => {
      leave(context);
      focusInPanel('new-note');
    }),
  },
  {
    id: 'shot-note',
    title: 'Write the shot’s own note',
    group: 'Decisions',
    keys: ['Alt+N'],
    enabled: hasOneShot,
    run: inPanel(() => focusInPanel('shot-note')),
  },
  toNote(1, 'next-note', 'Next open note', ';'),
  toNote(-1, 'previous-note', 'Previous open note', ':'),
  {
    id: 'notes',
    title: 'Show notes over the picture',
    words: 'drawings pins comments hide',
    group: 'Viewer',
    keys: [],
    enabled: canLook,
    run: (context) => context.session({ notes: !context.state().session.notes }),
  },
  {
    id: 'ghosts',
    title: 'Show drawings of the take before, faintly',
    words: 'notes ghost hide',
    group: 'Viewer',
    keys: [],
    enabled: canLook,
    run: (context) => context.session({ ghosts: !context.state().session.ghosts }),
  },
];
