/** Work on shots that needs texts which were not read yet: put off until they are, while this thread goes on. */
import { descriptionReader } from '@core/claims/index.js';
import type { Lane } from './agenda.js';

/** Shots that are put off at a time: enough to keep the thread that reads at work, and few before who asks it at once. */
const MOST = 8;

export class ReadingAhead {
  readonly #again: (shotId: string, lane: Lane) => void;
  readonly #putOff = new Map<string, Lane>();
  /** Of what they need something cannot be read. */
  readonly #unreadable = new Set<string>();

  /** `again`: called when what a shot needed is read. */
  constructor(again: (shotId: string, lane: Lane) => void) {
    this.#again = again;
  }

  /** Shots that are put off, and why they are worked at. */
  get putOff(): ReadonlyMap<string, Lane> {
    return this.#putOff;
  }

  get isFull(): boolean {
    return this.#putOff.size >= MOST;
  }

  /** Does the work, or puts it off. What cannot be read is waited for, so that whoever works hears what is wrong. */
  work(shotId: string, lane: Lane, work: () => void): void {
    if (this.#unreadable.delete(shotId)) {
      work();
      return;
    }
    const unread = descriptionReader.unlessUnread(work);
    if (!unread) return;
    this.#putOff.set(shotId, lane);
    void descriptionReader
      .prepare([unread])
      .catch(() => this.#unreadable.add(shotId))
      .then(() => {
        this.#putOff.delete(shotId);
        this.#again(shotId, lane);
      });
  }

  /** What was put off is put off no longer: the caller does it. */
  takeAll(): [shotId: string, lane: Lane][] {
    const all = [...this.#putOff];
    this.#putOff.clear();
    return all;
  }
}
