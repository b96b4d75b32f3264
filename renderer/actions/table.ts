import type { AppState } from '../stores/index.js';
import type { Action } from './action.js';
import { ADDING } from './adding.js';
import { BRAND } from './brand.js';
import { DECISIONS } from './decisions.js';
import { DRAWING } from './drawing.js';
import { exportActions } from './exports.js';
import { normalKey } from './keys.js';
import { MASKING } from './masking.js';
import { MOVING } from './moving.js';
import { NOTING } from './noting.js';
import { OMITTING } from './omitting.js';
import { ORDERING } from './ordering.js';
import { PLAYING } from './playing.js';
import { recentActions } from './recent.js';
import { savedFilterActions } from './saved-filters.js';
import { SCENES } from './scenes.js';
import { STORYBOARD } from './storyboard.js';
import { VIEWING } from './viewing.js';
import { WINDOW } from './window.js';

/** What the artist can do whatever the program reads and writes, in the order of the key help. */
export const ACTIONS: readonly Action[] = [
  ...STORYBOARD,
  ...DRAWING,
  ...DECISIONS,
  ...BRAND,
  ...MASKING,
  ...NOTING,
  ...MOVING,
  ...ORDERING,
  ...SCENES,
  ...ADDING,
  ...OMITTING,
  ...VIEWING,
  ...PLAYING,
  ...WINDOW,
];

const BY_ID = new Map(ACTIONS.map((action) => [action.id, action]));

export function actionById(id: string): Action {
  const action = BY_ID.get(id);
  if (!action) throw new Error(`There is no action named ${id}.`);
  return action;
}

/** Everything the artist can do. */
export const allActions = (state: AppState): readonly Action[] => [
  ...ACTIONS,
  ...exportActions(state.session.info),
  ...recentActions(state.session.recent),
  ...savedFilterActions(state.document.records.savedFilter),
];

type Remapped = Readonly<Record<string, readonly string[]>>;

/** The keys of an action: the artist's own where set, else the table's. */
export const keysOf = (action: Action, remapped: Remapped): readonly string[] =>
  remapped[action.id] ?? action.keys;

/** Every action a key stands for; more than one where their conditions exclude each other. */
export function actionsOfKey(key: string, state: AppState): readonly Action[] {
  const { keys } = state.settings;
  return allActions(state).filter((action) => keysOf(action, keys).some((own) => normalKey(own) === key));
}

/** Two that share a key in the table do so on purpose: only one of them can be meant at a time. */
const standTogether = (a: Action, b: Action): boolean => a.keys.some((key) => b.keys.includes(key));

/** The other action that already has this key, so that the artist can be told. */
export function conflictOf(action: Action, key: string, state: AppState): Action | null {
  const others = actionsOfKey(normalKey(key), state).filter(({ id }) => id !== action.id);
  return others.find((other) => !standTogether(action, other)) ?? null;
}
