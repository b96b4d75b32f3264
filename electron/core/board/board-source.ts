/** The source of an open board: what changed in it since it was read, and taking that in. */
import type { FoundStoryboard } from '@core/formats/index.js';
import type { Skipped } from '@shared/contract/index.js';
import type { Records } from '@shared/records/index.js';
import { type SourceChange, takeIn } from '@shared/source-change/index.js';
import type { Board } from './board.js';
import { recordsOf } from './source-records.js';

export class BoardSource {
  readonly #board: Board;
  readonly #found: FoundStoryboard;
  #read: { readonly records: Records; readonly skipped: readonly Skipped[] } | null = null;

  constructor(board: Board, found: FoundStoryboard) {
    this.#board = board;
    this.#found = found;
  }

  /** The file that the board was opened from is not there any more, and its folder is none of pictures alone. */
  get isGone(): boolean {
    const [storyboard] = Object.values(this.#board.review.records.storyboard);
    return this.#found.source === null && storyboard !== undefined && storyboard.source.kind !== 'images';
  }

  /** Reads the source again, every picture too. Nothing is changed. Throws OPEN_FAILED or BAD_FILE. */
  async look(): Promise<readonly SourceChange[]> {
    if (this.isGone) return [];
    const imported = await this.#found.read();
    const skipped = [...imported.skipped];
    this.#read = { records: await recordsOf(imported, this.#board.assets, skipped), skipped };
    return this.#taken()?.changes ?? [];
  }

  /** Takes in what `look` found: one step of undo. Returns what changed. Throws what `Review.mustWrite` throws. */
  takeIn(): readonly SourceChange[] {
    const taken = this.#taken();
    if (!taken || !this.#read || taken.changes.length === 0) return [];
    this.#board.review.adoptSource(taken, this.#read.skipped);
    return taken.changes;
  }

  #taken() {
    const { review } = this.#board;
    return this.#read && takeIn(review.records, this.#read.records, review.sourceBase);
  }
}
