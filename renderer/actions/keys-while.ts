import type { AppState } from '../stores/index.js';
import type { Action } from './action.js';

/** Makes actions of the viewer that the palette leaves out: they can be done while something is done over the picture. */
export const keysWhile =
  (isDone: (state: AppState) => boolean) =>
  (
    action: Pick<Action, 'id' | 'title' | 'keys'>,
    run: Action['run'],
    enabled: (state: AppState) => boolean = () => true,
  ): Action => ({
    ...action,
    group: 'Viewer',
    keyOnly: true,
    enabled: (state) => isDone(state) && enabled(state),
    run,
  });
