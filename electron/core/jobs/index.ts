/** Long work with a name, progress, an estimate and exactly one end. */
import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { ContinuistError, toErrorData } from '@shared/errors.js';
import { isAwaited, isTerminal, type Job, type JobKind } from '@shared/job.js';

export interface JobControl {
  readonly signal: AbortSignal;
  /** Aborts with `signal`, and when the job was asked to stop. */
  readonly ending: AbortSignal;
  /**
   * Units of work that are done, of all there are now; a unit under way counts by its fraction. The total may grow;
   * 0 = not known yet. `whole`: those that are done altogether, where several are under way.
   */
  progress(done: number, total: number, doing: string, whole?: number): void;
  /**
   * Called between two units of work. Throws when the job was cancelled, or asked to stop after the unit that is
   * finished now.
   */
  checkpoint(): void;
}

/** Why work is cancelled when its board is closed: it goes on at the next start, and nobody stopped it. */
export const CLOSING = new ContinuistError('CANCELLED', 'the storyboard is closed');

/** Kinds that finish the picture that they are at. */
const STOPS: ReadonlySet<JobKind> = new Set(['analysis', 'regeneration']);

const STOPPING = 'Stopping after this picture';

/** What came of work that ended. */
export interface Came {
  /** The sentence that sums it up. */
  readonly summary: string;
  /** What of it failed, why, and what to do; '' = nothing did. */
  readonly warning: string;
}

/** Resolves with what came of it; the summary alone where nothing can fail of it but all. */
export type Work = (control: JobControl) => Promise<Came | string>;

export class Jobs {
  readonly #running = new Map<string, Entry>();
  readonly #listeners = new Set<(job: Job) => void>();
  readonly #log: (thrown: unknown) => void;

  /** `log` gets what was thrown by a job that failed, for the log file; the artist gets the job's error. */
  constructor(log: (thrown: unknown) => void) {
    this.#log = log;
  }

  onChange(listener: (job: Job) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Jobs that have not ended. */
  get current(): Job[] {
    return [...this.#running.values()].map(({ job }) => job);
  }

  /** Those that somebody waits for. */
  get awaited(): Job[] {
    return this.current.filter(isAwaited);
  }

  runningOf(kind: JobKind): Job | null {
    return this.current.find((job) => job.kind === kind) ?? null;
  }

  start(kind: JobKind, work: Work): Job {
    const abort = new AbortController();
    const ending = new AbortController();
    // Everything under way listens: more than ten are no leak.
    setMaxListeners(0, abort.signal, ending.signal);
    abort.signal.addEventListener('abort', () => ending.abort(abort.signal.reason));
    const first: Job = {
      id: randomUUID(),
      kind,
      state: 'running',
      seq: 0,
      progress: 0,
      done: 0,
      total: 0,
      doing: '',
      secondsLeft: null,
      summary: '',
      warning: '',
      error: null,
      startedAt: Date.now(),
    };
    const change = (fields: Partial<Job>): Job => {
      if (isTerminal(entry.job.state)) return entry.job;
      entry.job = { ...entry.job, ...fields, seq: entry.job.seq + 1 };
      for (const listener of this.#listeners) listener(entry.job);
      return entry.job;
    };
    const entry: Entry = {
      job: first,
      abort,
      ending,
      stopping: false,
      change,
      ended: Promise.resolve(first),
    };
    this.#running.set(first.id, entry);
    const stopped = new ContinuistError('CANCELLED');
    let counted: Counted | null = null;
    const control: JobControl = {
      signal: abort.signal,
      ending: ending.signal,
      progress: (done, total, doing, whole = Math.floor(done)) => {
        const progress = Math.max(entry.job.progress, total > 0 ? Math.min(1, done / total) : 0);
        if (total > 0) counted ??= { done, at: performance.now() };
        const secondsLeft = entry.stopping ? null : estimate(counted, done, total);
        change({
          done: whole,
          total,
          doing: entry.stopping ? STOPPING : doing,
          progress,
          secondsLeft,
        });
      },
      checkpoint: () => {
        abort.signal.throwIfAborted();
        if (entry.stopping) throw stopped;
      },
    };
    entry.ended = (async () => {
      // The caller gets the job before its first event.
      await Promise.resolve();
      change({});
      try {
        control.checkpoint();
        const came = await work(control);
        const { summary, warning } = typeof came === 'string' ? { summary: came, warning: '' } : came;
        return change({ state: 'done', progress: 1, secondsLeft: 0, doing: '', summary, warning });
      } catch (thrown) {
        if (abort.signal.aborted || thrown === stopped) {
          const word = thrown === stopped ? 'Stopped' : 'Cancelled';
          const left = kind === 'export' ? 'Nothing was exported.' : 'What was finished is kept.';
          const summary = `${word}. ${left}`;
          return change({ state: 'cancelled', secondsLeft: null, doing: '', summary });
        }
        this.#log(thrown);
        return change({ state: 'failed', secondsLeft: null, doing: '', error: toErrorData(thrown) });
      } finally {
        this.#running.delete(first.id);
      }
    })();
    return first;
  }

  /** True when the job was running. It ends within one model call. */
  cancel(jobId: string, reason = new ContinuistError('CANCELLED')): boolean {
    const entry = this.#running.get(jobId);
    entry?.abort.abort(reason);
    return entry !== undefined;
  }

  /**
   * True when the job was running. Unlike a cancelled one it finishes the picture that it is at. A download or an export
   * knows none of its own: it ends at once, and what arrived of a download is kept for the next time.
   */
  stop(jobId: string): boolean {
    const entry = this.#running.get(jobId);
    if (!entry || !STOPS.has(entry.job.kind)) return this.cancel(jobId);
    entry.stopping = true;
    entry.ending.abort();
    entry.change({ doing: STOPPING, secondsLeft: null });
    return true;
  }

  /** Resolves with the job's terminal state; at once, with null, when it is not running. */
  async ended(jobId: string): Promise<Job | null> {
    return (await this.#running.get(jobId)?.ended) ?? null;
  }

  async close(): Promise<void> {
    const entries = [...this.#running.values()];
    for (const { abort } of entries) abort.abort(new ContinuistError('CANCELLED'));
    await Promise.all(entries.map(({ ended }) => ended));
  }
}

interface Entry {
  job: Job;
  /** It was asked to end at its next checkpoint. */
  stopping: boolean;
  ended: Promise<Job>;
  readonly abort: AbortController;
  readonly ending: AbortController;
  readonly change: (fields: Partial<Job>) => Job;
}

/** When counting began, and with how much that was done before. */
interface Counted {
  readonly done: number;
  readonly at: number;
}

/** Seconds left at the speed since counting began; null before anything is done. */
function estimate(since: Counted | null, done: number, total: number): number | null {
  const own = done - (since?.done ?? done);
  if (!since || own <= 0) return null;
  const elapsed = (performance.now() - since.at) / 1000;
  return Math.max(0, (elapsed / own) * (total - done));
}
