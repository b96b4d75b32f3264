/** Shots left out of play, and taken in again. */
import { inPlay } from '../board/index.js';
import { omittedWords } from '../ordering/words.js';
import { currentChosen } from '../stores/index.js';
import type { Action } from './action.js';
import { canDecide } from './conditions.js';

export const OMITTING: readonly Action[] = [
  {
    id: 'omit',
    title: 'Leave out of play, or take in again',
    words: 'omit skip hide remove delete cut left out',
    group: 'Order',
    keys: ['Delete', 'Shift+H'],
    enabled: canDecide,
    // Of several, all leave as long as one of them is in play.
    run: async (context) => {
      const state = context.state();
      const chosen = currentChosen(state);
      const isOmitted = chosen.some(inPlay);
      const shotIds = chosen.filter((view) => inPlay(view) === isOmitted).map(({ shot }) => shot.id);
      if (shotIds.length === 0) return;
      const isDone = await context.send({ type: 'omit-shots', shotIds, isOmitted });
      if (isDone) context.session({ ordered: omittedWords(state.document.records, shotIds, isOmitted) });
    },
  },
];
