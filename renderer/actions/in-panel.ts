import type { Action } from './action.js';

/** What happens in the panel leaves full screen first, which lies over it. */
export const inPanel =
  (run: Action['run']): Action['run'] =>
  (context) => {
    context.fullScreen(false);
    return run(context);
  };
