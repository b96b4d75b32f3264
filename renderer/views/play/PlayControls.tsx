import { Captions, Columns2 } from 'lucide-react';
import { useSession } from '../../stores/index.js';
import { ActionButton } from '../../ui/index.js';
import './play.css';

/** What is seen beside the pictures. */
export function PlayControls() {
  const captions = useSession((session) => session.captions);
  const firstTakes = useSession((session) => session.firstTakes);
  return (
    <div className="play-controls">
      <ActionButton action="captions" className="quiet" label="Captions" pressed={captions}>
        <Captions size={15} aria-hidden />
        <span className="bar-word">Captions</span>
      </ActionButton>
      <ActionButton action="first-takes" className="quiet" label="First takes" pressed={firstTakes}>
        <Columns2 size={15} aria-hidden />
        <span className="bar-word">First takes</span>
      </ActionButton>
    </div>
  );
}
