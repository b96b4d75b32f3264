/** The queue of the double and what runs in it: order, cache, progress, history, all of it in memory. */
import { setTimeout as pause } from 'node:timers/promises';
import { clientOf, type Job, type Outcome, type RunnerOptions } from './job.js';
import { type Cache, Run } from './run.js';

export class Runner {
  readonly pending: Job[] = [];
  running: Job | null = null;
  readonly history = new Map<string, Outcome>();
  /** What runs now, for whoever connects meanwhile. */
  node: string | null = null;
  readonly #options: RunnerOptions;
  /** By node: what its result hangs on. Only the last job's, as in the real one. */
  #cache = new Map() as Cache;
  #interrupted = false;
  /** Its steps wait. */
  isFrozen = false;
  #held = false;
  #stopped = false;

  constructor(options: RunnerOptions) {
    this.#options = options;
  }

  get waiting(): number {
    return this.pending.length + (this.running ? 1 : 0);
  }

  put(job: Job): void {
    this.pending.push(job);
    this.pending.sort((a, b) => a.number - b.number);
    this.#options.news.status(this.waiting);
    this.#next();
  }

  /** Takes up nothing new until `release`. */
  hold(): void {
    this.#held = true;
  }

  release(): void {
    this.#held = false;
    this.#next();
  }

  /** For good: the process is gone. */
  stop(): void {
    this.#stopped = true;
  }

  interrupt(): void {
    if (this.running) this.#interrupted = true;
  }

  drop(isDropped: (job: Job) => boolean): boolean {
    const kept = this.pending.filter((job) => !isDropped(job));
    const hasDropped = kept.length < this.pending.length;
    this.pending.splice(0, this.pending.length, ...kept);
    if (hasDropped) this.#options.news.status(this.waiting);
    return hasDropped;
  }

  forget(): void {
    this.#cache.clear();
  }

  #next(): void {
    if (this.#held || this.#stopped || this.running) return;
    const job = this.pending.shift();
    if (!job) return;
    this.running = job;
    this.#interrupted = false;
    // The real one has a thread of its own for it.
    setImmediate(() => void this.#work(job));
  }

  async #work(job: Job): Promise<void> {
    const { news, late } = this.#options;
    if (this.#stopped) return;
    news.status(this.waiting);
    const client = clientOf(job);
    const outcome = await new Run(job, this.#options, this.#cache, {
      at: (node) => {
        this.node = node;
      },
      isInterrupted: () => this.#interrupted,
      isStopped: () => this.#stopped,
      isFrozen: () => this.isFrozen,
    }).work();
    if (this.#stopped || !outcome) return;
    this.#cache = outcome.cache;
    if (late > 0) await pause(late);
    this.running = null;
    this.node = null;
    this.history.set(job.id, outcome);
    news.status(this.waiting);
    if (client !== null) news.tell(client, 'executing', { node: null, prompt_id: job.id });
    this.#next();
  }
}
