/** What the double works at: one at a time, behind a lock, as nobody's in particular. */
import { setTimeout as pause } from 'node:timers/promises';

/** Of a process that is no more. */
export class Killed extends Error {}

export interface Task {
  readonly id: string;
  readonly job: string;
  readonly steps: number;
  /** Milliseconds of one. */
  readonly step: number;
}

export class State {
  skipped = false;
  interrupted = false;
  job = '';
  jobCount = 0;
  /** To the second. */
  jobTimestamp = '0';
  samplingStep = 0;
  samplingSteps = 0;
  /** Of a preview, shown every ten steps. */
  previewStep = 0;
  task: string | null = null;
  readonly pending: string[] = [];
  readonly finished: string[] = [];
  /** Steps only as far as `until`. */
  isFrozen = false;
  until = 0;
  /** It is not done before previews of it were asked for twice: whoever asks again has seen the first. */
  waitsToBeSeen = false;
  seen = 0;
  /** Work that came to its end, stopped or not. */
  done = 0;
  #lock: Promise<unknown> = Promise.resolve();
  isKilled = false;

  get isBusy(): boolean {
    return this.job !== '' || this.pending.length > 0;
  }

  /** `make` is told whether it was stopped. Throws `Killed`, and what `make` throws. */
  run<T>(task: Task, make: (isStopped: boolean) => Promise<T>): Promise<T> {
    this.pending.push(task.id);
    const own = this.#lock.then(() => this.#work(task, make));
    this.#lock = own.catch(() => undefined);
    return own;
  }

  async #work<T>(task: Task, make: (isStopped: boolean) => Promise<T>): Promise<T> {
    if (this.isKilled) throw new Killed();
    this.pending.splice(this.pending.indexOf(task.id), 1);
    this.task = task.id;
    this.#begin(task.job);
    try {
      await this.#sample(task);
      const picture = await make(this.interrupted || this.skipped);
      if (this.isKilled) throw new Killed();
      this.finished.push(task.id);
      this.task = null;
      this.done++;
      return picture;
    } finally {
      // The task of one that failed is called the current one until the next.
      this.job = '';
      this.jobCount = 0;
    }
  }

  #begin(job: string): void {
    Object.assign(this, { job, jobCount: -1, samplingStep: 0, previewStep: 0 });
    this.skipped = false;
    this.interrupted = false;
    this.seen = 0;
    this.jobTimestamp = timestamp(new Date());
  }

  async #sample({ steps, step }: Task): Promise<void> {
    this.jobCount = 1;
    // How many there are is known at the first of them, and until then it says those of the work before.
    while (this.isFrozen && this.until === 0 && !this.interrupted) await this.#wait(1);
    this.samplingSteps = steps;
    while (this.samplingStep < steps && !this.interrupted && !this.skipped) {
      if (this.isFrozen && this.samplingStep >= this.until) await this.#wait(1);
      else {
        await this.#wait(step);
        this.samplingStep++;
        if (this.samplingStep % 10 === 0 || this.samplingStep === steps) this.previewStep = this.samplingStep;
      }
    }
    while (this.waitsToBeSeen && this.seen < 2 && !this.interrupted) await this.#wait(1);
  }

  async #wait(milliseconds: number): Promise<void> {
    await pause(milliseconds);
    if (this.isKilled) throw new Killed();
  }
}

const timestamp = (now: Date): string => {
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  const all = [...parts, now.getHours(), now.getMinutes(), now.getSeconds()];
  return all.map((part) => String(part).padStart(2, '0')).join('');
};
