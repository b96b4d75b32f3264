/** Which take is looked at next, while takes are added and questions asked. */
import type { Board } from '@core/board/index.js';
import { isInPlay, type Take } from '@shared/records/index.js';

export interface LookOrder {
  /** Null = all that is in play. */
  readonly shotIds: readonly string[] | null;
  /** Also takes of which everything is known, and those whose picture went wrong before. */
  readonly again: boolean;
  readonly failedToo: boolean;
  /** Takes of which something new is asked: they come first. */
  readonly first: readonly string[];
  /** Somebody waits for it, by now: where there was nothing to look at that is said. Absent = somebody does. */
  readonly isAsked?: () => boolean;
}

/** Which takes an order is about. */
export function orderedBy(board: Board, { shotIds }: Pick<LookOrder, 'shotIds'>): (take: Take) => boolean {
  const shots = shotIds && new Set(shotIds);
  return ({ shotId }) => shots?.has(shotId) ?? isInPlay(board.shot(shotId));
}

export interface Look {
  readonly take: Take;
  /** What was said before is forgotten. */
  readonly again: boolean;
}

export class LookQueue {
  readonly #board: Board;
  readonly #isOrdered: (take: Take) => boolean;
  /** Takes of which something new is asked: somebody waits for them. */
  readonly #asked = new Set<string>();
  readonly #looked = new Set<string>();
  #next: Take[];
  #again: boolean;

  /** Once it is known of every take what it waits for. `isUnseen`: an eye would look at it anew. */
  constructor(board: Board, order: LookOrder, isUnseen: (take: Take) => boolean) {
    this.#board = board;
    this.#isOrdered = orderedBy(board, order);
    this.#again = order.again;
    this.#next = this.#takes((take) => order.again || this.#waits(take, order.failedToo) || isUnseen(take));
    this.ask(order.first.filter((takeId) => board.isWaiting(takeId)));
  }

  /** Something new is asked of these takes, wherever they are: they come first. */
  ask(takeIds: readonly string[]): void {
    for (const takeId of takeIds) {
      this.#asked.add(takeId);
      this.#looked.delete(takeId);
    }
  }

  /** Takes there are still to look at, so far as is known. */
  get left(): number {
    return this.#next.length + this.#asked.size;
  }

  /** Which it is likely to be next, unless something is asked meanwhile; null where nobody knows. */
  get likely(): Take | null {
    return this.#next.find((take) => this.#isOpen(take)) ?? null;
  }

  /** Null when nothing waits any more. Who is being looked at is asked everything by whoever looks. */
  next(): Look | null {
    for (const takeId of this.#asked) {
      this.#asked.delete(takeId);
      const take = this.#board.review.records.take[takeId];
      if (take && this.#isOpen(take)) return this.#given(take);
    }
    for (;;) {
      const take = this.#next.shift();
      if (take && this.#isOpen(take)) return this.#given(take);
      if (take) continue;
      // Others may have come to wait since.
      this.#again = false;
      this.#next = this.#takes((one) => this.#isOpen(one) && this.#waits(one, false));
      if (this.#next.length === 0) return null;
    }
  }

  /** Those that went wrong before come last: what a judge fails at again keeps it from no other. */
  #takes(isWanted: (take: Take) => boolean): Take[] {
    const wanted = this.#board.takesInOrder().filter((take) => this.#isOrdered(take) && isWanted(take));
    const hasFailed = (take: Take) => this.#board.isFailed(take);
    return [...wanted.filter((take) => !hasFailed(take)), ...wanted.filter(hasFailed)];
  }

  #waits(take: Take, failedToo: boolean): boolean {
    return this.#board.isWaiting(take.id) && (failedToo || !this.#board.isFailed(take));
  }

  #isOpen({ id }: Take): boolean {
    return !this.#looked.has(id) && !this.#board.isRunning(id);
  }

  #given(take: Take): Look {
    this.#looked.add(take.id);
    return { take, again: this.#again };
  }
}
