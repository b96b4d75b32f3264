/** The source of the board that is open: it is looked at whenever something in its folder changed, until the board closes. */
import { SOURCE_AS_READ, type SourceState } from '@shared/source-change/index.js';
import type { Board } from './board.js';
import { BoardSource, type FindSource } from './board-source.js';
import type { PictureReadings } from './picture-readings.js';
import { readMakings } from './read-makings.js';
import { watchSource } from './source-watch.js';

export interface SourceDeskParts {
  /** Resolves when somebody is there to be told. */
  readonly begins: Promise<void>;
  /** Called when the state of the source, or what it leaves out, became another. */
  readonly onChange: (board: Board) => void;
  /** Defects. */
  readonly log: (thrown: unknown) => void;
}

export class SourceDesk {
  readonly #parts: SourceDeskParts;
  #source: BoardSource | null = null;
  #ending = new AbortController();
  #madeKnown: Promise<void> = Promise.resolve();

  constructor(parts: SourceDeskParts) {
    this.#parts = parts;
  }

  /** Null where no board is open that can be changed. */
  get source(): BoardSource | null {
    return this.#source;
  }

  get state(): SourceState {
    return this.#source?.state ?? SOURCE_AS_READ;
  }

  /** Resolves when all pictures of the board were asked how they were made, which an earlier version did not. */
  get madeKnown(): Promise<void> {
    return this.#madeKnown;
  }

  /** Of a board that can be changed, after `drawn` has resolved. `find` and `readings`: as of `BoardSource`. */
  watch(board: Board, find: FindSource, readings: PictureReadings, drawn: Promise<void>): void {
    const { begins, onChange, log } = this.#parts;
    const { signal } = this.#ending;
    const source = new BoardSource(board, find, readings);
    source.onChange(() => onChange(board));
    this.#source = source;
    // Looking there takes as long as working out what is found, which an artist waits for.
    const found = Promise.all([begins, drawn])
      .then(() => board.identities.all())
      .then(() => board.found());
    // What kept pictures from being read is said to whoever waits for them.
    found.catch(log);
    watchSource(source, { folder: board.review.folder, begins: found, signal }).catch(log);
    this.#madeKnown = board.pictures.then(() => readMakings(board, readings.says, signal)).catch(log);
  }

  /** The board is closed. */
  leave(): void {
    this.#source = null;
    this.#ending.abort();
    this.#ending = new AbortController();
  }
}
