/** Shots put in and doubled. */
import { newId } from '../link/new-id.js';
import { addedWords, doubledWords } from '../ordering/words.js';
import { currentChosen } from '../stores/index.js';
import type { Action, ActionContext } from './action.js';
import { canDecide } from './conditions.js';
import { inPanel } from './in-panel.js';
import { selectShot } from './moving.js';

/** Behind the shot on the screen, and its description can be typed at once. */
async function addAfter(context: ActionContext): Promise<void> {
  const { session, document } = context.state();
  const beside = session.shotId;
  if (beside === null) return;
  const shotId = newId();
  const sent = context.send({ type: 'add-shot', shotId, beside, side: 'after', description: '' });
  selectShot(context, shotId);
  context.session({ editing: 'description' });
  if (await sent) context.session({ ordered: addedWords(document.records, beside) });
  else context.session({ shotId: beside, editing: null });
}

export const ADDING: readonly Action[] = [
  {
    id: 'add-shot',
    title: 'Add a shot after this one',
    words: 'new insert empty blank',
    group: 'Order',
    keys: ['Shift+I', 'Insert'],
    enabled: canDecide,
    run: inPanel((context) => addAfter(context)),
  },
  {
    id: 'double-shots',
    title: 'Double the chosen shots',
    words: 'copy duplicate clone twice',
    group: 'Order',
    keys: ['Shift+T', "'"],
    enabled: canDecide,
    run: async (context) => {
      const state = context.state();
      const chosen = currentChosen(state).toSorted((a, b) => a.shot.position - b.shot.position);
      const shotIds = chosen.map(({ shot }) => shot.id);
      const copyIds = shotIds.map(() => newId());
      const isDone = await context.send({ type: 'double-shots', shotIds, copyIds });
      if (!isDone) return;
      const [first] = copyIds;
      if (first !== undefined && copyIds.length === 1) selectShot(context, first);
      context.session({ ordered: doubledWords(state.document.records, shotIds) });
    },
  },
];
