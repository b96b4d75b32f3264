import type { Job, JobKind } from '@shared/job.js';
import { X } from 'lucide-react';
import { runAction, runningJob } from '../actions/index.js';
import { useDocument, useSession } from '../stores/index.js';
import { ActionButton, clock, Tip } from '../ui/index.js';

const useJob = (kind: JobKind): Job | null => useDocument((mirror) => runningJob(mirror.jobs, kind));

interface Props {
  readonly job: Job;
  readonly word: string;
  /** Action that ends it. */
  readonly cancel: string;
  /** What its cancelling means. */
  readonly tip?: string;
  /** How far it is; default: units done of all. */
  readonly done?: string;
}

function JobProgress({
  job,
  word,
  cancel,
  tip = 'Cancel; what is finished is kept',
  done = `${job.done}/${job.total}`,
}: Props) {
  const left = job.secondsLeft === null ? '' : ` · ${clock(job.secondsLeft)} left`;
  const inTab = useSession((session) => session.info?.host === 'web');
  // Until there is something to count.
  const isLoading = job.total === 0 && job.doing !== '';
  return (
    <div className="job" data-testid={`job-${job.kind}`}>
      <i
        role="progressbar"
        aria-label={word}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(job.progress * 100)}
        aria-valuetext={isLoading ? `${job.doing}…` : `${done}${left}. ${job.doing}`}
        style={{ transform: `scaleX(${job.progress})` }}
      />
      <Tip text={`${job.doing || word}.${inTab ? ' It goes on when this tab is closed.' : ''}`}>
        <span className="job-text numbers">
          {isLoading ? (
            `${job.doing}…`
          ) : (
            <>
              <span className="job-more">{word} </span>
              {done}
              <span className="job-more">{left}</span>
            </>
          )}
        </span>
      </Tip>
      <Tip text={tip}>
        <button type="button" className="job-cancel" aria-label="Cancel" onClick={() => runAction(cancel)}>
          <X size={14} aria-hidden />
        </button>
      </Tip>
    </div>
  );
}

/** Of one that takes a while. */
export function ExportPill() {
  const job = useJob('export');
  if (!job || job.total === 0) return null;
  return <JobProgress job={job} word="Exporting" cancel="cancel-export" tip="Cancel; nothing is exported" />;
}

/** Starts the analysis; becomes its progress while it runs. */
export function AnalyseButton() {
  const job = useJob('analysis');
  if (job) return <JobProgress job={job} word="Analysing" cancel="cancel-analysis" />;
  return <ActionButton action="analyse" className="button strong" testId="analyse" />;
}

export function RegenerationPill() {
  const job = useJob('regeneration');
  return job && <JobProgress job={job} word="Regenerating" cancel="cancel-regeneration" />;
}

export function DownloadPill() {
  const job = useJob('download');
  if (!job) return null;
  const done = `${Math.floor(job.progress * 100)} %`;
  return <JobProgress job={job} word="Model files" cancel="cancel-download" done={done} />;
}
