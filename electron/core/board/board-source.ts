/** The source of an open board: what changed in it since it was read, and taking that in. */
import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { Asset } from '@core/assets/index.js';
import type { FoundStoryboard } from '@core/formats/index.js';
import type { Skipped } from '@shared/contract/index.js';
import { ContinuistError } from '@shared/errors.js';
import { type Records, sameValue } from '@shared/records/index.js';
import { SOURCE_AS_READ, type SourceChange, type SourceState, takeIn } from '@shared/source-change/index.js';
import type { Board } from './board.js';
import type { PictureReadings } from './picture-readings.js';
import { recordsOf } from './source-records.js';

export class BoardSource {
  readonly #board: Board;
  readonly #find: () => Promise<FoundStoryboard>;
  readonly #readings: PictureReadings;
  readonly #listeners = new Set<() => void>();
  #state: SourceState = SOURCE_AS_READ;
  #read: Records | null = null;
  /** Of what was read when nothing had changed: reading descriptions takes long, and most looks find the same. */
  #unchanged: string | null = null;

  /** `find` looks anew each time that it is called, and reads pictures with `readings`. */
  constructor(board: Board, find: () => Promise<FoundStoryboard>, readings: PictureReadings) {
    this.#board = board;
    this.#find = find;
    this.#readings = readings;
  }

  /** As the last look found it. */
  get state(): SourceState {
    return this.#state;
  }

  /** Calls `listener` when the state, or what the source leaves out, became another. */
  onChange(listener: () => void): void {
    this.#listeners.add(listener);
  }

  /** Reads the source again, and of its pictures those that changed. Of the review only the list of what is left out is changed. Throws what is a defect. */
  async look(): Promise<SourceState> {
    try {
      this.#become({ changes: await this.#changes(), problem: null });
    } catch (thrown) {
      const why = whyUnread(thrown);
      if (why === null) throw thrown;
      this.#read = null;
      const problem = `${why}. The board stays as it is, and takes nothing in until its source can be read again.`;
      this.#become({ changes: [], problem });
    }
    return this.#state;
  }

  /** Takes in what `look` found: one step of undo. Returns what changed. Throws what `Review.mustWrite` throws. */
  takeIn(): readonly SourceChange[] {
    const taken = this.#read && this.#takenFrom(this.#read);
    if (!taken || taken.changes.length === 0) return [];
    this.#board.review.adoptSource(taken);
    this.#read = null;
    this.#become(SOURCE_AS_READ);
    return taken.changes;
  }

  async #changes(): Promise<SourceChange[]> {
    const { review, assets } = this.#board;
    const found = await this.#find();
    const [storyboard] = Object.values(review.records.storyboard);
    if (found.source === null && storyboard && storyboard.source.kind !== 'images')
      throw new ContinuistError('OPEN_FAILED', `${storyboard.source.name} is gone`);
    const imported = await found.read();
    const pictures = new Map<string, Promise<Asset>>();
    const add = (file: string): Promise<Asset> => {
      const picture = pictures.get(file) ?? this.#readings.add(file, assets);
      pictures.set(file, picture);
      return picture;
    };
    const hashes: (string | null)[] = [];
    for (const { path } of imported.shots.flatMap(({ takes }) => takes))
      hashes.push(
        await add(resolve(imported.folder, path)).then(
          ({ sha256 }) => sha256,
          () => null,
        ),
      );
    this.#readings.keep();
    const digest = createHash('sha256')
      .update(JSON.stringify([imported, hashes]))
      .digest('hex');
    if (digest === this.#unchanged) return [];
    const skipped: Skipped[] = [...imported.skipped];
    const read = await recordsOf(imported, add, skipped);
    if (review.leaveOut(skipped)) this.#tell();
    const { changes } = this.#takenFrom(read);
    // Most looks find nothing, and then all that was read need not be kept. Until here what was found before can be taken in.
    this.#read = changes.length > 0 ? read : null;
    this.#unchanged = changes.length > 0 ? null : digest;
    return [...changes];
  }

  #takenFrom(read: Records) {
    const { review } = this.#board;
    return takeIn(review.records, read, review.sourceBase);
  }

  #become(state: SourceState): void {
    if (sameValue(state, this.#state)) return;
    this.#state = state;
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** For the artist, without a full stop; null for a defect. */
function whyUnread(thrown: unknown): string | null {
  if (thrown instanceof ContinuistError) {
    // The sentence of these is about opening.
    const isOfOpening = thrown.code === 'OPEN_FAILED' || thrown.code === 'BAD_FILE';
    return (isOfOpening && thrown.detail) || thrown.message.replace(/\.$/, '');
  }
  const { syscall, message } = thrown as NodeJS.ErrnoException;
  return syscall === undefined ? null : `The source cannot be read: ${message}`;
}
