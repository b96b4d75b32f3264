import { Play, Square } from 'lucide-react';
import { runAction, runningJob } from '../actions/index.js';
import { call } from '../link/index.js';
import { useDocument, useSettings } from '../stores/index.js';

/** Automatic mode is never on without saying so here, with its limits and a way to stop it. */
export function AutomaticBadge() {
  const { automatic, rounds, maxRequests, maxMinutes } = useSettings();
  const running = useDocument((mirror) => runningJob(mirror.jobs, 'regeneration') !== null);
  const hasRun = useDocument(({ records }) => Object.keys(records.run).length > 0);
  if (!automatic) return null;
  const limits = `${rounds} a shot, ${maxRequests} in all${maxMinutes > 0 ? `, ${maxMinutes} min` : ''}`;
  const stop = async () => {
    if (running) runAction('cancel-regeneration');
    await call((api) => api.settings.set({ automatic: false }));
  };
  return (
    <div className="automatic" data-testid="automatic">
      <span className="numbers" title={`Automatic mode: ${limits}`}>
        Auto<span className="automatic-rest">matic</span>
        <span className="automatic-limits"> · {limits}</span>
      </span>
      {!running && (
        <button type="button" className="quiet" onClick={() => runAction('automatic')}>
          <Play size={13} aria-hidden />
          <span className="automatic-verb">Run</span>
        </button>
      )}
      {!running && hasRun && (
        <button type="button" className="quiet automatic-last" onClick={() => runAction('automatic-summary')}>
          Last run
        </button>
      )}
      <button type="button" className="quiet" onClick={() => void stop()}>
        <Square size={12} aria-hidden />
        <span className="automatic-verb">Stop</span>
      </button>
    </div>
  );
}
