/** Whether something has the focus, the page itself aside. */
const isTaken = (): boolean => document.activeElement !== null && document.activeElement !== document.body;

/**
 * For `onCloseAutoFocus` of menus: what closes gives the focus back a moment later, and by then a dialog that the next
 * key opened may have it. Given back all the same, the dialog takes it again with all that was typed selected, and
 * the next letter replaces it.
 */
export function leaveTakenFocus(event: Event): void {
  if (isTaken()) event.preventDefault();
}
