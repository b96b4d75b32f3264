import { appState } from '../stores/index.js';
import { keyName } from './keys.js';
import { runAction } from './run.js';
import { actionsOfKey } from './table.js';

const TEXT = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]';
const OVERLAY = '[role=dialog], [role=alertdialog], [role=menu]';
/** Controls that use these keys themselves. */
const OWN_KEYS: readonly (readonly [selector: string, keys: RegExp])[] = [
  ['button, a[href], summary, [role=switch], [role=checkbox]', /^(Shift\+)?(Enter|Space)$/],
  ['[role=slider], [role=separator], [role=radio], [role=radiogroup]', /^(Arrow\w+|Home|End)$/],
];

/** Tab flips only where nothing else could want it: over the picture or with nothing focused. */
const tabIsFree = (target: Element): boolean =>
  appState().session.compare !== null &&
  (target === document.body || target.closest('.viewer-stage') !== null);

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || !(event.target instanceof Element)) return;
  const name = keyName(event);
  const target = event.target;
  if (!name || target.closest(OVERLAY)) return;
  if (OWN_KEYS.some(([selector, keys]) => keys.test(name) && target.closest(selector))) return;
  if (name === 'Tab' && !tabIsFree(target)) return;
  const typing = target.closest(TEXT) !== null;
  const state = appState();
  const action = actionsOfKey(name, state).find((one) => (!typing || one.whileTyping) && one.enabled(state));
  if (!action) return;
  event.preventDefault();
  runAction(action);
}

/** Routes key presses to actions for as long as the window lives. */
export const listenForKeys = (): void => window.addEventListener('keydown', onKey);
