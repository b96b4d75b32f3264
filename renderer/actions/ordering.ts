/** Putting the shots into another order. */
import type { Place } from '@shared/commands/index.js';
import { movedWords } from '../ordering/words.js';
import { type AppState, currentChosen, currentVisible } from '../stores/index.js';
import { viewById } from '../views/index.js';
import type { Action, ActionContext } from './action.js';
import { canDecide, escapesElsewhere, hidesShots } from './conditions.js';

/** What stands in the way of another order, for the artist; null = nothing does. */
export function whyNotMoved(state: AppState): string | null {
  if (!canDecide(state)) return state.document.readOnly ?? 'No shot is chosen.';
  if (state.session.sort !== 'story') return 'Shots are moved in story order: sort them by it first.';
  return hidesShots(state) ? 'Shots are moved where all of them are shown: clear the filter first.' : null;
}

const canMove = (state: AppState): boolean => whyNotMoved(state) === null;

/** Sends it, and says what came of it to those who do not see it. */
export async function moveTo(
  context: ActionContext,
  shotIds: readonly string[],
  place: Place,
): Promise<void> {
  const { records } = context.state().document;
  const known = shotIds.filter((id) => Object.hasOwn(records.shot, id));
  context.session({ carried: [] });
  if (known.length === 0) return;
  const isMoved = await context.send({ type: 'move-shots', shotIds: [...known], ...place });
  if (isMoved) context.session({ ordered: movedWords(records, known, place) });
}

const chosenIds = (state: AppState): string[] => currentChosen(state).map(({ shot }) => shot.id);

type Named = Pick<Action, 'id' | 'title' | 'keys' | 'words'>;

/** Moves what is chosen so many places; `by` of more than there are means the end. Those that stand apart gather there. */
const move = (by: (state: AppState) => number, action: Named, isThere = canMove): Action => ({
  ...action,
  group: 'Order',
  enabled: isThere,
  run: async (context) => {
    const state = context.state();
    const shots = currentVisible(state);
    const chosen = new Set(chosenIds(state));
    const distance = by(state);
    const isLater = distance > 0;
    const first = shots.findIndex(({ shot }) => chosen.has(shot.id));
    const last = shots.findLastIndex(({ shot }) => chosen.has(shot.id));
    const to = Math.max(0, Math.min(shots.length - 1, (isLater ? last : first) + distance));
    const there = shots[to]?.shot.id;
    const stays = last - first + 1 === chosen.size && to === (isLater ? last : first);
    if (there === undefined || stays) return;
    await moveTo(context, [...chosen], { beside: there, side: isLater ? 'after' : 'before' });
  },
});

const inRows = (state: AppState): boolean => canMove(state) && viewById(state.session.view).rows === true;

const putDown = (side: Place['side'], action: Named): Action => ({
  ...action,
  group: 'Order',
  enabled: (state) => state.session.carried.length > 0 && canMove(state),
  run: async (context) => {
    const { carried, shotId } = context.state().session;
    if (shotId !== null) await moveTo(context, carried, { beside: shotId, side });
  },
});

export const ORDERING: readonly Action[] = [
  move(() => -1, { id: 'move-earlier', title: 'Move the chosen shots earlier', keys: ['Alt+ArrowLeft'] }),
  move(() => 1, { id: 'move-later', title: 'Move the chosen shots later', keys: ['Alt+ArrowRight'] }),
  move(
    ({ session }) => -session.gridAcross,
    { id: 'move-row-up', title: 'Move the chosen shots a row up', keys: ['Alt+ArrowUp'] },
    inRows,
  ),
  move(
    ({ session }) => session.gridAcross,
    { id: 'move-row-down', title: 'Move the chosen shots a row down', keys: ['Alt+ArrowDown'] },
    inRows,
  ),
  move(() => -1e9, { id: 'move-first', title: 'Move the chosen shots to the start', keys: ['Alt+Home'] }),
  move(() => 1e9, { id: 'move-last', title: 'Move the chosen shots to the end', keys: ['Alt+End'] }),
  {
    id: 'pick-up',
    title: 'Pick the chosen shots up, to put them down elsewhere',
    words: 'cut move reorder',
    group: 'Order',
    keys: ['Mod+X'],
    enabled: canMove,
    run: (context) => context.session({ carried: chosenIds(context.state()) }),
  },
  putDown('after', {
    id: 'put-after',
    title: 'Put the picked up shots after this one',
    words: 'paste move reorder',
    keys: ['Mod+V'],
  }),
  putDown('before', {
    id: 'put-before',
    title: 'Put the picked up shots before this one',
    words: 'paste move reorder',
    keys: ['Mod+Shift+V'],
  }),
  {
    id: 'put-back',
    title: 'Leave the picked up shots where they are',
    group: 'Order',
    keys: ['Escape'],
    enabled: ({ session }) => session.carried.length > 0 && !escapesElsewhere({ session }),
    run: (context) => context.session({ carried: [] }),
  },
];
