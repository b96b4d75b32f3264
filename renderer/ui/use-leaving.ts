import { useEffect, useRef } from 'react';

/** Whichever way what uses this is left, by its end or by the window's, this is done: what was begun is kept. */
export function useLeaving(does: () => void): void {
  const latest = useRef(does);
  latest.current = does;
  useEffect(() => {
    const leave = () => latest.current();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, []);
}
