import type { Job, JobKind } from '@shared/job.js';
import { isPaused } from '@shared/records/index.js';
import { ListOrdered, X } from 'lucide-react';
import { runAction, runningJob } from '../actions/index.js';
import { queueWords } from '../board/index.js';
import { useQueue } from '../queue/index.js';
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
  /** Shows more of it. */
  readonly onOpen?: () => void;
}

function JobProgress({
  job,
  word,
  cancel,
  tip = 'Cancel; what is finished is kept',
  done = `${job.done}/${job.total}`,
  onOpen,
}: Props) {
  const left = job.secondsLeft === null ? '' : ` · ${clock(job.secondsLeft)} left`;
  const inTab = useSession((session) => session.info?.host === 'web');
  // Until there is something to count.
  const isLoading = job.total === 0 && job.doing !== '';
  const Text = onOpen ? 'button' : 'span';
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
        <Text className="job-text numbers" {...(onOpen && { type: 'button', onClick: onOpen })}>
          {isLoading ? (
            `${job.doing}…`
          ) : (
            <>
              <span className="job-more">{word} </span>
              {done}
              <span className="job-more">{left}</span>
            </>
          )}
        </Text>
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

const openQueue = () => runAction('queue');

/** How many pictures are left and for how long; without work under way, what waits in the queue or came to nothing. */
export function QueuePill() {
  const job = useJob('regeneration');
  const queue = useQueue();
  const paused = useDocument(({ records }) => isPaused(records));
  if (job) {
    const left = Math.max(queue.making.length + queue.waiting.length, job.total - job.done);
    return (
      <JobProgress
        job={job}
        word="Regenerating"
        cancel="cancel-regeneration"
        done={`${left} left`}
        onOpen={openQueue}
      />
    );
  }
  const words = queueWords(queue, paused);
  if (!words) return null;
  return (
    <button
      type="button"
      className="button pill pill-queue numbers"
      aria-label={`Queue: ${words}`}
      data-testid="queue-open"
      onClick={openQueue}
    >
      <ListOrdered size={15} aria-hidden />
      <span className="job-more">Queue</span>
      <span className="pill-queue-words">{words}</span>
    </button>
  );
}

export function DownloadPill() {
  const job = useJob('download');
  if (!job) return null;
  const done = `${Math.floor(job.progress * 100)} %`;
  return <JobProgress job={job} word="Model files" cancel="cancel-download" done={done} />;
}

/** Of the judge, in the background. */
export function ExaminationPill() {
  const job = useJob('examination');
  if (!job || job.total === 0) return null;
  return <JobProgress job={job} word="Examining" cancel="cancel-examination" />;
}
