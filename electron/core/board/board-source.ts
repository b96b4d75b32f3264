/** The source of an open board: what changed in it since it was read, and taking that in. */
import { createHash } from 'node:crypto';
import type { Asset } from '@core/assets/index.js';
import { type FoundStoryboard, matchedBy, type ReadMatch } from '@core/formats/index.js';
import type { Skipped } from '@shared/contract/index.js';
import { ContinuistError } from '@shared/errors.js';
import type { MatchChoice } from '@shared/matching/index.js';
import { type Records, sameValue } from '@shared/records/index.js';
import { SOURCE_AS_READ, type SourceChange, type SourceState, takeIn } from '@shared/source-change/index.js';
import type { Board } from './board.js';
import type { PictureReadings } from './picture-readings.js';
import { addAll, recordsOf } from './source-records.js';

/** Pictures of which it is asked at once whether they are still there. */
const ASKED = 200;

/** Looks anew each time, and matches pictures by what was said of them. */
export type FindSource = (match: MatchChoice) => Promise<FoundStoryboard>;

/** What a source says now. */
interface Reading {
  /** Of all that it says, and of its pictures' bytes. */
  readonly digest: string;
  records(): Promise<{ readonly records: Records; readonly skipped: readonly Skipped[] }>;
}

export class BoardSource {
  readonly #board: Board;
  readonly #find: FindSource;
  readonly #readings: PictureReadings;
  readonly #listeners = new Set<() => void>();
  #state: SourceState = SOURCE_AS_READ;
  #read: Records | null = null;
  /** Of what was read when nothing had changed: reading descriptions takes long, and most looks find the same. */
  #unchanged: string | null = null;

  /** `find` reads pictures with `readings`. */
  constructor(board: Board, find: FindSource, readings: PictureReadings) {
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
    await this.#board.identities.all();
    try {
      const changes = await this.#changes();
      this.#become({ changes, problem: null, ...(await this.#missing()) });
    } catch (thrown) {
      const why = whyUnread(thrown);
      if (why === null) throw thrown;
      this.#read = null;
      const problem = `${why}. The board stays as it is, and takes nothing in until its source can be read again.`;
      this.#become({ changes: [], problem, ...(await this.#missing()) });
    }
    return this.#state;
  }

  /** Takes in what `look` found: one step of undo. Returns what changed. Throws what `Review.mustWrite` throws. */
  takeIn(): readonly SourceChange[] {
    const taken = this.#read && this.#takenFrom(this.#read);
    if (!taken || taken.changes.length === 0) return [];
    this.#board.review.adoptSource(taken);
    this.#read = null;
    this.#become(this.#withoutChanges());
    return taken.changes;
  }

  /** How its pictures are matched by `choice`; null where it says itself of each what it shows. Throws OPEN_FAILED or BAD_FILE. */
  async match(choice: MatchChoice): Promise<ReadMatch | null> {
    return (await this.#foundBy(choice)).match();
  }

  /**
   * Its pictures are matched by `choice` from now on; what follows from that, and what else changed, is taken in as one
   * step of undo. Returns what changed. Throws what reading it throws, and then all stays as it is.
   */
  async rematch(choice: MatchChoice): Promise<readonly SourceChange[]> {
    const { review, identities } = this.#board;
    review.mustWrite();
    await identities.all();
    const found = await this.#foundBy(choice);
    const match = await found.match();
    const kept = match ? matchedBy(match, choice).kept : choice;
    const { records, skipped } = await (await this.#readingOf(found)).records();
    const taken = this.#takenFrom(records);
    if (taken.changes.length > 0) review.adoptSource(taken, kept);
    else review.keepMatch(kept);
    this.#read = null;
    this.#unchanged = null;
    const isOther = review.leaveOut(skipped);
    if (isOther) this.#tell();
    this.#become(this.#withoutChanges());
    return taken.changes;
  }

  /** What was seen of pictures holds until the next look. */
  #withoutChanges(): SourceState {
    const { missing } = this.#state;
    return { ...SOURCE_AS_READ, ...(missing !== undefined && { missing }) };
  }

  /** Kept thumbnails are shown of such a picture, and nothing else says that it is gone. */
  async #missing(): Promise<Pick<SourceState, 'missing'>> {
    const { review, assets } = this.#board;
    const { shot, take } = review.records;
    let missing = 0;
    for (const [at, { pickId }] of Object.values(shot).entries()) {
      // Each is a question to the disk, which may be far away.
      if (at % ASKED === ASKED - 1) await new Promise(setImmediate);
      const pick = take[pickId ?? ''];
      if (pick && pick.unreadable === null && assets.resolve(pick.sha256) === null) missing += 1;
    }
    return missing > 0 ? { missing } : {};
  }

  async #changes(): Promise<SourceChange[]> {
    const { review } = this.#board;
    const { match } = review;
    const reading = await this.#readingOf(await this.#foundBy(match));
    const isAsBefore = reading.digest === this.#unchanged;
    const read = isAsBefore ? null : await reading.records();
    // Matched otherwise meanwhile: what was read is not what the source says now.
    if (!sameValue(match, review.match)) return this.#changes();
    if (read === null) return [];
    if (review.leaveOut(read.skipped)) this.#tell();
    const { changes } = this.#takenFrom(read.records);
    // Most looks find nothing, and then all that was read need not be kept. Until here what was found before can be taken in.
    this.#read = changes.length > 0 ? read.records : null;
    this.#unchanged = changes.length > 0 ? null : reading.digest;
    return [...changes];
  }

  /** Throws OPEN_FAILED where what lists its shots is gone. */
  async #foundBy(match: MatchChoice): Promise<FoundStoryboard> {
    const found = await this.#find(match);
    const [storyboard] = Object.values(this.#board.review.records.storyboard);
    if (found.source === null && storyboard && storyboard.source.kind !== 'images')
      throw new ContinuistError('OPEN_FAILED', `${storyboard.source.name} is gone`);
    return found;
  }

  async #readingOf(found: FoundStoryboard): Promise<Reading> {
    const { assets, review } = this.#board;
    // Where none matched when it was opened, that is no news.
    const isWithout = Object.values(review.records.take).every(({ origin }) => origin.kind !== 'imported');
    const imported = await found.read(undefined, isWithout);
    const pictures = new Map<string, Promise<Asset>>();
    const add = (file: string): Promise<Asset> => {
      const picture = pictures.get(file) ?? this.#readings.add(file, assets);
      pictures.set(file, picture);
      return picture;
    };
    const added = await addAll(imported, add);
    const hashes = [...added.values()].map((one) => (one.status === 'fulfilled' ? one.value.sha256 : null));
    this.#readings.keep();
    return {
      digest: createHash('sha256')
        .update(JSON.stringify([imported, hashes]))
        .digest('hex'),
      records: async () => {
        const skipped: Skipped[] = [...imported.skipped];
        return { records: await recordsOf(imported, add, skipped), skipped };
      },
    };
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
