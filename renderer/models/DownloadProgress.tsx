import { runAction } from '../actions/index.js';
import { useDocument } from '../stores/index.js';
import { clock } from '../ui/index.js';

/** How far a download is, how fast, how long the rest takes; and its end. */
export function DownloadProgress({ jobId }: { jobId: string }) {
  const job = useDocument((mirror) => mirror.jobs[jobId]);
  const left = job?.secondsLeft == null ? '' : ` · ${clock(job.secondsLeft)} left`;
  const text = job?.doing ? `${job.doing}${left}` : 'Looking for the files…';
  const progress = job?.progress ?? 0;
  return (
    <div className="model-progress" data-testid="model-progress">
      <div
        className="meter"
        role="progressbar"
        aria-label="Model files"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(progress * 100)}
        aria-valuetext={text}
      >
        <i style={{ transform: `scaleX(${progress})` }} />
      </div>
      <span className="numbers faint">{text}</span>
      <button type="button" className="button" onClick={() => runAction('cancel-download')}>
        Cancel
      </button>
    </div>
  );
}
