import { allActions, CONTEXT, openBoard, runAction } from './actions/index.js';
import { isGiven } from './dropping/index.js';
import { listenToHost } from './link/index.js';
import { appState } from './stores/index.js';

/** What the artist chose in the system's menu, and what the system opens in this window. */
export const answerTheHost = (): void =>
  listenToHost({
    action(id) {
      const action = allActions(appState()).find((one) => one.id === id);
      if (action) runAction(action);
    },
    dropped: (token) => {
      if (!isGiven()) void openBoard(CONTEXT, token);
    },
  });
