/**
 * What descriptions claim, read in a thread of its own (reading-thread.ts) and kept. Whoever is about to read many
 * prepares them first, so that this thread need not stand still for each.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { filesFolder, programFolder } from '@core/files/index.js';
import { ContinuistError } from '@shared/errors.js';
import type { CastMember } from './entities.js';
import { KeptReadings } from './kept-readings.js';
import type { ReadClaim } from './read-claim.js';
import { type Asked, ReadingThread, ThreadEnded } from './reading-thread.js';
import { type Statement, statementIn } from './statement.js';

/** Characters that are kept of what was read: of a board of ten thousand shots twice over. */
const KEPT = 6 * 1024 * 1024;
/** Questions in the thread at a time; one that somebody waits for is answered among them. */
const SIDE_BY_SIDE = 4;
/** Milliseconds after which the thread ends once nobody holds it. */
const LINGERS = 10_000;

/** Of the files that the thread needs: see models/reading. */
const filesOfReading = (): string =>
  join(filesFolder(programFolder(import.meta.url)), 'models', 'reading', 'files');

/** Short, since thousands are kept. */
const keyOf = ({ text, cast }: Asked): string =>
  createHash('sha256')
    .update(JSON.stringify([text, cast]))
    .digest('base64');

/** Of a storyboard of pictures alone: nothing is read of these, and no thread is started. */
const isBlank = (text: string): boolean => text.trim() === '';
const NOTHING: readonly ReadClaim[] = [];

/** That the thread ended twice is told whoever reads; what goes wrong in reading one text is a defect. */
const asSaid = (thrown: unknown): unknown =>
  thrown instanceof ThreadEnded ? new ContinuistError('READING_FAILED', thrown.message) : thrown;

class Unread extends Error {
  constructor(readonly asked: Asked) {
    super();
  }
}

/** `folder`: where the parser and the dictionary lie; asked for when the thread starts. */
export class DescriptionReader {
  readonly #folder: () => string;
  readonly #kept = new KeptReadings(KEPT);
  /** What is not prepared is not read now. */
  #isAhead = false;
  /** What is being read ahead, by its key. */
  readonly #coming = new Map<string, Promise<void>>();
  #thread: ReadingThread | null = null;
  #holders = 0;
  #lingering: NodeJS.Timeout | undefined;

  constructor(folder: () => string = filesOfReading) {
    this.#folder = folder;
  }

  /**
   * The claims of a text: what the others hang on stands before them. `cast`: whom the canon knows there. The same
   * text gives the same claims, always, and for a while the same list, which is not to be changed. This thread stands
   * still while a text is read that was not prepared. Throws READING_FAILED.
   */
  claims(text: string, cast: readonly CastMember[] = []): readonly ReadClaim[] {
    if (isBlank(text)) return NOTHING;
    const asked = { text, cast };
    const key = keyOf(asked);
    const known = this.#kept.get(key);
    if (known) return known;
    if (this.#isAhead) throw new Unread(asked);
    try {
      this.#kept.put(key, this.#askNow(asked));
    } catch (thrown) {
      throw asSaid(thrown);
    }
    return this.#kept.get(key) as readonly ReadClaim[];
  }

  /** Has these read and kept, a few at a time. Rejects with READING_FAILED. */
  async prepare(asked: readonly Asked[]): Promise<void> {
    const said = asked.filter(({ text }) => !isBlank(text));
    const left = new Map(said.map((one) => [keyOf(one), one])).entries();
    const next = async (): Promise<void> => {
      for (const [key, one] of left)
        if (!this.#kept.has(key)) await (this.#coming.get(key) ?? this.#fetch(key, one));
    };
    try {
      await Promise.all(Array.from({ length: SIDE_BY_SIDE }, next));
    } catch (thrown) {
      throw asSaid(thrown);
    }
  }

  /**
   * Does `work`, unless it needs a text that is not prepared: that is returned then, and what was done so far is lost.
   * Null where it was done.
   */
  unlessUnread(work: () => void): Asked | null {
    this.#isAhead = true;
    try {
      work();
      return null;
    } catch (thrown) {
      if (thrown instanceof Unread) return thrown.asked;
      throw thrown;
    } finally {
      this.#isAhead = false;
    }
  }

  /** Whether reading it would not have to wait. */
  isPrepared(asked: Asked): boolean {
    return isBlank(asked.text) || this.#kept.has(keyOf(asked));
  }

  /** Starts the thread where it does not run yet, for whoever will soon read: it takes a while. */
  start(): void {
    this.#running();
  }

  /** Keeps the thread, once it runs, until what comes back is called. */
  hold(): () => void {
    this.#holders++;
    clearTimeout(this.#lingering);
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      this.#holders--;
      if (this.#holders === 0) this.#lingering = setTimeout(() => this.close(), LINGERS).unref();
    };
  }

  /** Ends the thread; what is read after that starts it anew. */
  close(): void {
    this.#thread?.close();
    this.#thread = null;
  }

  #running(): ReadingThread {
    this.#thread ??= new ReadingThread(this.#folder());
    return this.#thread;
  }

  #fetch(key: string, asked: Asked): Promise<void> {
    const coming = this.#ask(asked)
      .then((claims) => this.#kept.put(key, claims))
      .finally(() => this.#coming.delete(key));
    this.#coming.set(key, coming);
    return coming;
  }

  #askNow(asked: Asked): string {
    const thread = this.#running();
    try {
      return thread.askNow(asked);
    } catch (thrown) {
      return this.#another(thread, thrown).askNow(asked);
    }
  }

  async #ask(asked: Asked): Promise<string> {
    const thread = this.#running();
    try {
      return await thread.ask(asked);
    } catch (thrown) {
      return this.#another(thread, thrown).ask(asked);
    }
  }

  /** One more attempt, with a fresh thread. */
  #another(ended: ReadingThread, thrown: unknown): ReadingThread {
    if (!(thrown instanceof ThreadEnded)) throw thrown;
    if (this.#thread === ended) this.#thread = null;
    return this.#running();
  }
}

/** Of this process: the parser and the dictionary are loaded once. */
export const descriptionReader = new DescriptionReader();

/** See `DescriptionReader.claims`. */
export const readClaims = (text: string, cast: readonly CastMember[] = []): readonly ReadClaim[] =>
  descriptionReader.claims(text, cast);

/** Reads "a girl in a red coat". */
export const statementOf = (words: string): Statement => statementIn(words, readClaims(words));
