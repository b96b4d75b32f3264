import { Workflow } from 'lucide-react';
import { useSession } from '../stores/index.js';
import { count } from '../ui/index.js';

/** Approved pictures that wait until it was seen what goes where in their graph. */
export function PlacingNotice() {
  const placings = useSession((session) => session.placings);
  const waiting = placings.reduce((sum, one) => sum + one.waiting, 0);
  if (waiting === 0) return null;
  return (
    <div className="notice notice-warn" data-testid="placing-notice">
      <Workflow size={15} aria-hidden />
      <p>
        {count(waiting, 'approved picture')} {waiting === 1 ? 'waits' : 'wait'} for your yes: ComfyUI would
        get {placings.length === 1 ? 'a graph' : count(placings.length, 'graph')} for the first time.
      </p>
      <button
        type="button"
        className="notice-button"
        onClick={() => useSession.setState({ dialog: 'placing' })}
      >
        Look
      </button>
    </div>
  );
}
