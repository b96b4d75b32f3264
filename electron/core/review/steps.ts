import type { EventHead } from './events.js';

export interface Step {
  /** The event of the command. */
  readonly seq: number;
  readonly label: string;
  /** The event that did it last, or took it back: what taking it back, or doing it again, reverses. */
  readonly last: number;
}

/** What can be undone and redone: nothing but a reading of the events, so it is the same after a restart. */
export class Steps {
  #done: Step[] = [];
  #undone: Step[] = [];

  constructor(events: readonly EventHead[]) {
    for (const event of events) this.follow(event);
  }

  /** Takes one more event into account. */
  follow({ kind, seq, label }: EventHead): void {
    if (kind === 'command') {
      this.#done.push({ seq, label, last: seq });
      this.#undone = [];
    } else if (kind === 'undo') {
      const step = this.#done.pop();
      if (step) this.#undone.push({ ...step, last: seq });
    } else if (kind === 'redo') {
      const step = this.#undone.pop();
      if (step) this.#done.push({ ...step, last: seq });
    }
  }

  /** Whether what this event did counts; false where it was taken back. */
  isDone(seq: number): boolean {
    return this.#done.some((step) => step.seq === seq);
  }

  get toUndo(): Step | null {
    return this.#done.at(-1) ?? null;
  }

  get toRedo(): Step | null {
    return this.#undone.at(-1) ?? null;
  }
}
