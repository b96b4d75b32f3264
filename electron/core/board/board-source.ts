/** The source of an open board: what changed in it since it was read, and taking that in. */
import type { FoundStoryboard } from '@core/formats/index.js';
import type { Skipped } from '@shared/contract/index.js';
import type { Records } from '@shared/records/index.js';
import { type SourceChange, takeIn } from '@shared/source-change/index.js';
import type { Board } from './board.js';
import { recordsOf } from './source-records.js';

export class BoardSource {
  readonly #board: Board;
  readonly #find: () => Promise<FoundStoryboard>;
  #isGone = false;
  #read: { readonly records: Records; readonly skipped: readonly Skipped[] } | null = null;

  /** `find` looks anew each time that it is called. */
  constructor(board: Board, find: () => Promise<FoundStoryboard>) {
    this.#board = board;
    this.#find = find;
  }

  /** At the last look the file that the board was opened from was not there, and its folder is none of pictures alone. */
  get isGone(): boolean {
    return this.#isGone;
  }

  /** Reads the source again, every picture too. Nothing is changed. Throws OPEN_FAILED or BAD_FILE. */
  async look(): Promise<readonly SourceChange[]> {
    const found = await this.#find();
    const [storyboard] = Object.values(this.#board.review.records.storyboard);
    this.#isGone = found.source === null && storyboard?.source.kind !== 'images';
    if (this.#isGone) return [];
    const imported = await found.read();
    const skipped = [...imported.skipped];
    this.#read = { records: await recordsOf(imported, this.#board.assets, skipped), skipped };
    const changes = this.#taken()?.changes ?? [];
    // Most looks find nothing, and then all that was read need not be kept.
    if (changes.length === 0) this.#read = null;
    return changes;
  }

  /** Takes in what `look` found: one step of undo. Returns what changed. Throws what `Review.mustWrite` throws. */
  takeIn(): readonly SourceChange[] {
    const taken = this.#taken();
    if (!taken || !this.#read || taken.changes.length === 0) return [];
    this.#board.review.adoptSource(taken, this.#read.skipped);
    this.#read = null;
    return taken.changes;
  }

  #taken() {
    const { review } = this.#board;
    return this.#read && takeIn(review.records, this.#read.records, review.sourceBase);
  }
}
