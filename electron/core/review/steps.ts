import type { EventHead } from './events.js';

export interface Step {
  /** The event of the command. */
  readonly seq: number;
  readonly label: string;
}

/** What can be undone and redone: nothing but a reading of the events, so it is the same after a restart. */
export class Steps {
  #done: Step[] = [];
  #undone: Step[] = [];

  constructor(events: readonly EventHead[]) {
    for (const event of events) this.follow(event);
  }

  /** Takes one more event into account. */
  follow(event: EventHead): void {
    if (event.kind === 'command') {
      this.#done.push({ seq: event.seq, label: event.label });
      this.#undone = [];
    } else if (event.kind === 'undo') {
      const step = this.#done.pop();
      if (step) this.#undone.push(step);
    } else if (event.kind === 'redo') {
      const step = this.#undone.pop();
      if (step) this.#done.push(step);
    }
  }

  get toUndo(): Step | null {
    return this.#done.at(-1) ?? null;
  }

  get toRedo(): Step | null {
    return this.#undone.at(-1) ?? null;
  }
}
