import { type RefObject, useEffect } from 'react';

/**
 * When this component goes while nothing else has taken the focus, the focus goes to `back` (which must take it with a
 * tabIndex), so that the next Tab starts from there and not from the top of the window.
 */
export function useReturnFocus(back: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const to = back.current;
    return () => {
      if (document.activeElement === document.body) to?.focus({ preventScroll: true });
    };
  }, [back]);
}
