import type { RecentStoryboard } from '@shared/contract/index.js';
import type { Action } from './action.js';
import { openBoard } from './storyboard.js';

const reopening = ({ token, title, folder, missing }: RecentStoryboard): Action => ({
  id: `recent-${token}`,
  title: missing ? `${title} (not where it was)` : title,
  group: 'Recent',
  words: `open recent again ${folder}`,
  keys: [],
  enabled: () => !missing,
  run: async (context) => void (await openBoard(context, token)),
});

const known = new WeakMap<readonly RecentStoryboard[], readonly Action[]>();

/** One action for each storyboard that was opened before, the last one first. */
export function recentActions(recent: readonly RecentStoryboard[]): readonly Action[] {
  const actions = known.get(recent) ?? recent.map(reopening);
  known.set(recent, actions);
  return actions;
}
