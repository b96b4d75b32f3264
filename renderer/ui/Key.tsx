import { type Action, actionById, keyLabel, keysOf } from '../actions/index.js';
import { useSettings } from '../stores/index.js';

/** The first key of an action, as the artist has mapped it. */
export function Key({ action }: { action: Action | string }) {
  const remapped = useSettings((settings) => settings.keys);
  const key = keysOf(typeof action === 'string' ? actionById(action) : action, remapped)[0];
  return key ? <kbd className="key">{keyLabel(key)}</kbd> : null;
}
