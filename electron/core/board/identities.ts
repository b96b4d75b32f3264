/**
 * Pictures of a board that was opened before their bytes were read. They are read in the background; whoever needs to know
 * some by their content before that waits for those alone. What the artist decided meanwhile stays as it is: it names
 * takes, and those stay.
 */
import type { Assets } from '@core/assets/index.js';
import type { HearRead } from '@core/formats/index.js';
import type { JobControl } from '@core/jobs/index.js';
import type { Review } from '@core/review/index.js';
import { ContinuistError } from '@shared/errors.js';
import { readingWords } from '@shared/reading-words.js';
import { isProvisional, shotsInOrder, type Take, takesOf } from '@shared/records/index.js';
import PQueue from 'p-queue';

/** Files that are read side by side. */
const AT_ONCE = 4;
/** Takes in one change of the review, so that little is read anew where the program ends meanwhile. */
const PORTION = 200;

export class Identities {
  readonly #review: Review;
  readonly #assets: Assets;
  readonly #queue = new PQueue({ concurrency: AT_ONCE });
  /** Takes that are to be read, in story order. */
  readonly #open: Set<string>;
  readonly #all: number;
  readonly #listeners = new Set<() => void>();
  #reading: Promise<void> | null = null;
  #isClosed = false;

  constructor(review: Review, assets: Assets) {
    this.#review = review;
    this.#assets = assets;
    const { records } = review;
    const isOpen = Object.values(records.take).some(isUnread);
    const takes = isOpen ? shotsInOrder(records).flatMap(({ id }) => takesOf(records, id)) : [];
    this.#open = new Set(takes.filter(isUnread).map(({ id }) => id));
    this.#all = takes.length;
  }

  /** Takes whose pictures are still to be read; one whose file is gone or another now is not among them. */
  get left(): number {
    return this.#open.size;
  }

  /** Resolves when all pictures are known by their content, as far as they are there. Throws as `of`. */
  async all(hear: HearRead = () => undefined, signal?: AbortSignal): Promise<void> {
    if (this.left === 0) return;
    const tell = () => hear(this.#all - this.left, this.#all);
    this.#listeners.add(tell);
    this.#reading ??= this.#read([...this.#open]).finally(() => {
      this.#reading = null;
    });
    try {
      tell();
      await (signal ? Promise.race([this.#reading, aborted(signal)]) : this.#reading);
    } finally {
      this.#listeners.delete(tell);
    }
  }

  /** As `all`, in a job that tells how far the reading is. */
  during({ progress, signal }: JobControl): Promise<void> {
    return this.all((read, all) => progress(0, 0, readingWords(read, all)), signal);
  }

  /** The same for these takes alone. Throws what `Review.system` throws, and NO_STORYBOARD where the board closes meanwhile. */
  async of(takeIds: readonly string[]): Promise<void> {
    await this.#read(takeIds, 1);
  }

  close(): void {
    this.#isClosed = true;
  }

  async #read(takeIds: readonly string[], priority = 0): Promise<void> {
    for (let at = 0; at < takeIds.length; at += PORTION) {
      const portion = takeIds.slice(at, at + PORTION).filter((id) => this.#open.has(id));
      await this.#readPortion(portion, priority);
      for (const tell of this.#listeners) tell();
    }
  }

  async #readPortion(takeIds: readonly string[], priority: number): Promise<void> {
    const found = await Promise.all(
      takeIds.map(async (id) => {
        const { sha256 } = this.#review.records.take[id] ?? {};
        if (sha256 === undefined) return null;
        const read = async () => (this.#isClosed ? null : this.#assets.identified(sha256));
        return this.#queue.add(read, { priority });
      }),
    );
    if (this.#isClosed) throw new ContinuistError('NO_STORYBOARD');
    const updated: Record<string, [Take, Take]> = {};
    for (const [at, id] of takeIds.entries()) {
      const [take, asset] = [this.#review.records.take[id], found[at]];
      if (!take || !asset || !isUnread(take)) continue;
      const { sha256, width, height, unreadable } = asset;
      updated[id] = [take, { ...take, sha256, width, height, unreadable }];
    }
    this.#review.identify(updated);
    for (const id of takeIds) this.#open.delete(id);
  }
}

const isUnread = ({ sha256 }: Take): boolean => isProvisional(sha256);

const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason));
  });
