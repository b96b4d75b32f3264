import { Star } from 'lucide-react';
import { useSession, useSettings, useShot, useVisible } from '../stores/index.js';
import { ActionButton, StateMark } from '../ui/index.js';

/** Which shot is seen, of how many that are shown. */
export function CullPlace() {
  const view = useShot();
  const shown = useVisible();
  if (!view) return null;
  return (
    <span className="numbers cull-place" data-testid="cull-place">
      Shot {view.shot.number} · {shown.indexOf(view) + 1} of {shown.length}
    </span>
  );
}

/** Those that there is room for are shown, each whole. */
const KEYS = ['P keep', '· X reject', '· U pending', '· 1–5 stars'];

/** What full screen has no other place for: what is decided of the frame, and how to go on. */
export function CullBar() {
  const view = useShot();
  const said = useSession((session) => session.culled);
  const advance = useSettings((settings) => settings.advance);
  if (!view) return null;
  const { stars } = view.shot;
  return (
    <>
      <StateMark view={view} testId="cull-state" />
      {stars > 0 && (
        <span className="numbers cull-stars" title={`${stars} of 5 stars`}>
          <Star size={13} fill="currentColor" aria-hidden />
          {stars}
          <span className="unseen"> of 5 stars</span>
        </span>
      )}
      <ActionButton
        action="advance"
        className="quiet"
        pressed={advance}
        testId="advance"
        label="After a decision or stars, go to the next shot shown"
      >
        Auto-advance {advance ? 'on' : 'off'}
      </ActionButton>
      <span className="cull-said" role="status" data-testid="culled">
        {said ?? (
          <span className="cull-keys">
            {KEYS.map((one) => (
              <span key={one}>{one}</span>
            ))}
          </span>
        )}
      </span>
    </>
  );
}
