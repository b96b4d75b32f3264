import { useEffect, useRef, useState } from 'react';
import { useBoardView, useShot } from '../stores/index.js';
import { announced, type Stood } from './announced.js';

const isInList = (): boolean => document.activeElement?.getAttribute('role') === 'listbox';

/** Says to a screen reader what everybody else sees at once: that a decision was taken, and which shot is shown now. */
export function Announcer() {
  const shot = useShot();
  const { byId } = useBoardView();
  const before = useRef<Stood | null>(null);
  const [said, setSaid] = useState('');
  useEffect(() => {
    const words = before.current && shot && announced(before.current, shot, byId, isInList());
    before.current = shot;
    if (words) setSaid(words);
  }, [shot, byId]);
  return (
    <div className="unseen" role="status" data-testid="announced">
      {said}
    </div>
  );
}
