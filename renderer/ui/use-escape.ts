import { useEffect, useRef } from 'react';

/** While `isOn`, Escape does this before all else: what is held with the mouse is given back. */
export function useEscape(isOn: boolean, does: () => void): void {
  const latest = useRef(does);
  latest.current = does;
  useEffect(() => {
    if (!isOn) return undefined;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      latest.current();
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, [isOn]);
}
