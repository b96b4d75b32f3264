/** Saying what is to be changed in a picture. */
import { withDraft } from '../board/index.js';
import { type AppState, abilitiesFor, currentShot } from '../stores/index.js';
import type { Action } from './action.js';
import { hasOneShot, isMasking } from './conditions.js';
import { inPanel } from './in-panel.js';

const sentenceFor = (state: AppState, takeId: string): string | null =>
  state.session.drafts[takeId]?.instruction ?? null;

/** Begins with what the finding says, or goes on with what was typed before. */
export const SAY_CHANGE: Action = {
  id: 'say-change',
  title: 'Say what to change',
  words: 'instruction sentence edit picture',
  group: 'Decisions',
  keys: ['Shift+E'],
  enabled: (state) => {
    const view = currentShot(state);
    if (!hasOneShot(state) || isMasking(state) || !view?.pick || view.again !== null) return false;
    const { capabilities } = abilitiesFor(state, view.pick.id);
    return capabilities.includes('instruct') || sentenceFor(state, view.pick.id) !== null;
  },
  run: inPanel((context) => {
    const state = context.state();
    const view = currentShot(state);
    if (!view?.pick) return;
    const instruction = sentenceFor(state, view.pick.id) ?? view.suggestion?.instruction ?? '';
    const drafts = withDraft(state.session.drafts, view.pick.id, { instruction });
    context.session({ drafts, editing: 'instruction' });
  }),
};
