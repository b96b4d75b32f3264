/**
 * A storyboard whose folder could be written at one time and not at another has two reviews: beside the pictures, and
 * in the data folder. The one that was changed last is opened; what the other one has besides is taken in, and where
 * that cannot be, it stays where it is and the artist is told.
 */
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ContinuistError } from '@shared/errors.js';
import { isProvisional } from '@shared/records/index.js';
import { backupFolder } from './backups/index.js';
import { foundWrong } from './database.js';
import { Events } from './events.js';
import { changedAt, changeSince, type History, kinshipOf, knownOf, markOf } from './lineage.js';
import type { Homes } from './location.js';
import { takeLock } from './lock.js';
import type { Older, Review } from './review.js';
import { copyReview, flush, keptBeside, partsOf } from './review-files.js';
import { type Barred, Store } from './store.js';
import { takesBeside } from './takes-beside.js';

export interface TwoHomesOptions {
  readonly homes: Homes;
  readonly folder: string;
  readonly dataFolder: string;
  readonly artist: string;
  readonly onNetwork: boolean;
}

/** What is still to do once the review is open. */
export interface Homecoming {
  /** Call it once the review is open to write. Returns what the artist is told. */
  finish(review: Review): string[];
  /** Lets go of everything; call it whatever comes. */
  end(): void;
}

/** What one review says of itself. */
interface Account {
  readonly history: History;
  readonly decisions: number;
  /** Hashes of pictures. */
  readonly pictures: ReadonlySet<string>;
  /** Where they lie. */
  readonly paths: ReadonlySet<string>;
  /** Some were not read yet, and have no hash. */
  readonly isUnread: boolean;
}

const NOTHING: Homecoming = { finish: () => [], end: () => undefined };

/** Call it while holding the lock of the home that is used, before its review is opened. Throws REVIEW_DAMAGED, DISK_FULL and DISK_FAILED. */
export function bringTogether(options: TwoHomesOptions): Homecoming {
  const { homes } = options;
  if (!existsSync(homes.other.file)) return NOTHING;
  // A place that cannot be written needs no lock, and gives none.
  const lock = homes.isBeside ? takeLock(homes.other.lockFile, options.artist) : null;
  if (lock?.held === false)
    return {
      ...NOTHING,
      finish: () => [
        'What was decided while this folder could not be written is open in another window. Close it there and open this storyboard again, so that it is taken in.',
      ],
    };
  const meeting = new Meeting(options);
  const end = () => {
    meeting.close();
    if (lock?.held) lock.release();
  };
  try {
    meeting.choose();
  } catch (thrown) {
    end();
    throw thrown;
  }
  return { finish: (review) => meeting.finish(review), end };
}

class Meeting {
  readonly #options: TwoHomesOptions;
  readonly #scratch: string;
  readonly #said: string[] = [];
  #older: Older | null = null;
  /** The other home may go: all of it is in the one that is used, or will be after `finish`. */
  #isTaken = false;

  constructor(options: TwoHomesOptions) {
    this.#options = options;
    const reviews = join(options.dataFolder, 'reviews');
    mkdirSync(reviews, { recursive: true });
    this.#scratch = mkdtempSync(join(reviews, 'copy-'));
  }

  /** Puts the review that counts in the place that is used. */
  choose(): void {
    const { home, other } = this.#options.homes;
    const copy = this.#copyOf(other.file, 'other.sqlite');
    const theirs = openWhole(copy);
    if (!existsSync(home.file)) {
      if ('failure' in theirs) throw told(theirs.failure, other.file);
      const account = accountOf(theirs.store);
      theirs.store.close();
      this.#put(copy);
      this.#sayMoved(account);
      return;
    }
    if ('failure' in theirs) {
      this.#said.push(
        `Another review of this storyboard, ${other.file}, stays as it is: ${theirs.failure.why}`,
      );
      return;
    }
    const ours = new Store(home.file, { onNetwork: this.#options.onNetwork });
    if (ours.barred) {
      ours.close();
      theirs.store.close();
      return;
    }
    this.#compare(ours, theirs.store, copy);
  }

  #compare(ours: Store, theirs: Store, copy: string): void {
    const [own, their] = [accountOf(ours), accountOf(theirs)];
    const kinship = kinshipOf(own.history, their.history);
    const isOther = knownOf(own.history, their.history) === 0 && !haveSamePictures(own, their);
    const isNewer = changedAt(their.history) > changedAt(own.history);
    ours.close();
    if (kinship === 'contains') {
      theirs.close();
      this.#isTaken = true;
    } else if (isOther && this.#options.homes.isBeside) {
      // Of a storyboard that lay at this path before, as on another stick: it waits for that one.
      theirs.close();
    } else if (kinship === 'goes-on') {
      theirs.close();
      this.#put(copy);
      this.#sayMoved(their);
    } else if (isOther) {
      theirs.close();
      const kept = this.#keepOwn();
      this.#put(copy);
      this.#said.push(`A review of another storyboard that lay at this place is kept as ${kept}.`);
    } else this.#goOnApart({ own, their, isNewer }, theirs, copy);
  }

  #goOnApart(
    { own, their, isNewer }: { own: Account; their: Account; isNewer: boolean },
    theirs: Store,
    copy: string,
  ): void {
    const { isBeside } = this.#options.homes;
    const [newer, older] = isNewer ? [their, own] : [own, their];
    const names = ['beside the pictures', 'in Continuist’s data folder'];
    const [here, there] = isBeside ? names : names.reverse();
    const when = ({ decisions, history }: Account) =>
      `${countOf(decisions)}, last changed ${new Date(changedAt(history)).toLocaleString()}`;
    this.#said.push(
      `This storyboard had two reviews: ${here} (${when(own)}) and ${there} (${when(their)}). The newer one, ${isNewer ? there : here}, is open.`,
    );
    let store = theirs;
    if (isNewer) {
      theirs.close();
      const kept = this.#keepOwn();
      this.#said.push(`The other one is also kept as ${kept}.`);
      store = new Store(this.#copyOf(kept, 'older.sqlite'));
      this.#put(copy);
    }
    const events = new Events(store);
    const known = knownOf(newer.history, older.history);
    const change = changeSince(store.load().records, older.history, known, (seq) => events.changeOf(seq));
    const last = older.history.events.at(-1);
    if (change && last) this.#older = { store, change, mark: markOf(last) };
    else {
      store.close();
      this.#said.push(
        'What the other one has besides cannot be read in full, so nothing of it was taken in.',
      );
    }
    this.#isTaken = this.#isTaken || isNewer || change !== null;
  }

  #sayMoved({ decisions }: Account): void {
    this.#isTaken = true;
    this.#said.push(
      this.#options.homes.isBeside
        ? `This folder can be written again: the review that was kept in Continuist’s data folder meanwhile (${countOf(decisions)}) is beside the pictures now.`
        : `The review beside the pictures (${countOf(decisions)}) goes on in Continuist’s data folder.`,
    );
  }

  finish(review: Review): string[] {
    const { homes, folder } = this.#options;
    if (this.#older) this.#said.push(...review.takeIn(this.#older));
    if (homes.isBeside) {
      const moved = takesBeside(review.records, folder, homes);
      review.system('Put takes beside the pictures', moved.diff);
      // From here on nothing leads to what lies there.
      if (this.#isTaken) {
        const kept = keptBeside(homes.other.file);
        for (const suffix of partsOf(homes.other.file)) renameSync(homes.other.file + suffix, kept + suffix);
        for (const file of moved.files) rmSync(file, { force: true });
        // All that is in them is in the one that is kept.
        rmSync(backupFolder(homes.other.file), { recursive: true, force: true });
      }
    }
    return this.#said;
  }

  close(): void {
    if (this.#older?.store.db.isOpen) this.#older.store.close();
    rmSync(this.#scratch, { recursive: true, force: true });
  }

  #copyOf(file: string, name: string): string {
    const copy = join(this.#scratch, name);
    copyReview(file, copy);
    for (const suffix of partsOf(copy)) chmodSync(copy + suffix, 0o600);
    return copy;
  }

  /** The review of the home that is used, closed, stays under another name. */
  #keepOwn(): string {
    const { file } = this.#options.homes.home;
    const kept = keptBeside(file);
    copyFileSync(file, kept);
    flush(kept);
    return kept;
  }

  /** Afterwards the home that is used holds all of this copy or, whatever happens, what it held before. */
  #put(copy: string): void {
    const { file } = this.#options.homes.home;
    const part = `${file}.part`;
    copyFileSync(copy, part);
    flush(part);
    renameSync(part, file);
  }
}

type Whole = { readonly store: Store } | { readonly failure: Barred };

/** A review that is all there and of this version of the program, or why it is not. */
function openWhole(file: string): Whole {
  try {
    const store = new Store(file);
    if (store.barred) {
      store.close();
      return { failure: store.barred };
    }
    if (foundWrong(store.db) === null) return { store };
    store.close();
  } catch (thrown) {
    if (!(thrown instanceof ContinuistError) || ['DISK_FULL', 'DISK_FAILED'].includes(thrown.code))
      throw thrown;
  }
  return { failure: { code: 'REVIEW_DAMAGED', why: 'it is damaged.' } };
}

const told = ({ code, why }: Barred, file: string): ContinuistError =>
  new ContinuistError(code, why.replace(/\.$/, ''), { file });

function accountOf(store: Store): Account {
  const { records } = store.load();
  const takes = Object.values(records.take);
  return {
    history: { events: new Events(store).told(), takenIn: store.takenIn() },
    decisions: Object.keys(records.decision).length,
    pictures: new Set(takes.map(({ sha256 }) => sha256)),
    paths: new Set(takes.map(({ path }) => path)),
    isUnread: takes.some(({ sha256 }) => isProvisional(sha256)),
  };
}

const haveSamePictures = (one: Account, other: Account): boolean =>
  meet(one.pictures, other.pictures) || ((one.isUnread || other.isUnread) && meet(one.paths, other.paths));

const meet = (some: ReadonlySet<string>, others: ReadonlySet<string>): boolean =>
  [...some].some((one) => others.has(one));

const countOf = (decisions: number): string => `${decisions} ${decisions === 1 ? 'decision' : 'decisions'}`;
