import { availableParallelism } from 'node:os';
import { workerUrl } from '@core/files/index.js';
import { NOT_READ_IN_TIME, type PictureFile } from '@core/metadata/index.js';
import type { FrameMeasures, Writing } from '@shared/analysis.js';
import { ContinuistError } from '@shared/errors.js';
import { Piscina } from 'piscina';
import type { Flaw, FlawKind } from './flaw.js';
import { inBatches } from './in-batches.js';
import { inTurn } from './in-turn.js';
import { isUnreadable, type Unreadable } from './picture.js';
import { openWritingReader } from './writing-reader.js';

export { type ComparedWith, comparedWith, isSampled } from './compared-with.js';
export { type Deliberate, deliberateIn } from './deliberate.js';
export { copiesOf, type LayoutCopies, type Likeness, likenessOf, MAX_BITS } from './duplicates.js';
export type { Flaw, FlawKind } from './flaw.js';
export { HashIndex } from './hash-index.js';
export { MEASURES_VERSION } from './measures-version.js';
export {
  isUnreadable,
  MAX_PIXELS,
  openPicture,
  type PictureHeader,
  pictureHeader,
  type Unreadable,
} from './picture.js';
export { quantile } from './planes.js';
export {
  isWhole,
  type QualityFrame,
  type QualityYardstick,
  qualityOf,
  qualityYardstick,
  scoreOf,
} from './quality.js';
export { medianWithout } from './robust.js';
export type { Steps } from './steps.js';
export { type FrameStyle, flaggedIn, type StyleYardstick, styleOf, styleYardstick } from './style.js';
export type { Features } from './style-aspects.js';
export { styleExcuse } from './style-excuse.js';
export type { StyleFrame } from './style-frame.js';
export { StyleKept } from './style-kept.js';
export { unitOf } from './style-tower.js';
export { stylePoints, styleVector } from './style-vector.js';
export { type Difference, traitsAgainst } from './style-words.js';

/** Milliseconds. */
const LONGEST_READING = 20_000;
/** Files that are read by one message to a thread, which takes as long as reading a small one. */
const READ_AT_ONCE = 16;
/**
 * Mebibytes for new objects in a thread, by default 48. Its pixels lie elsewhere, and are let go no sooner than the objects
 * that name them: with 6 a thread takes ten more.
 */
const YOUNG = 1;

export interface Measures {
  /**
   * Measures one picture in a worker thread. Throws IMAGE_UNREADABLE with the reason, or IMAGE_MISSING.
   */
  measure(file: string): Promise<FrameMeasures>;
  /**
   * What the file says of how it was made, read in a worker thread; nothing where that takes so long that the
   * file was made to hold somebody up, which is said.
   */
  readPictureFile(file: string): Promise<PictureFile>;
  /**
   * What is written in a picture, from top to bottom, read in a thread of its own; null where what reads it is not there.
   * Throws IMAGE_UNREADABLE with the reason.
   */
  readWriting(file: string): Promise<readonly Writing[] | null>;
  /** Where a fault of a picture can be seen best, found in a worker thread; null where the picture cannot be read. */
  flawOf(file: string, kind: FlawKind): Promise<Flaw | null>;
  /** Ends the threads; pending measurements reject. */
  close(): Promise<void>;
}

export interface MeasuresOptions {
  /** Worker threads at most; by default one fewer than the machine has, between 1 and 4. */
  readonly threads?: number;
  /** The program's `models/` folder; absent = no writing is read. */
  readonly modelsFolder?: string;
}

export function createMeasures(options: MeasuresOptions = {}): Measures {
  const { filename, execArgv } = workerUrl('measure-worker', import.meta.url);
  const threads = options.threads ?? Math.min(4, Math.max(1, availableParallelism() - 1));
  const pool = new Piscina<string, FrameMeasures | Unreadable>({
    filename,
    execArgv,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: 20_000,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
  });
  const writingReader = openWritingReader(options.modelsFolder ?? null);
  const turn = inTurn(threads);
  // A thread that is ended since it took too long may just have answered: nobody waits for that any more, and an
  // error that nobody hears would end the program. What goes wrong with a picture rejects its own promise.
  pool.on('error', () => undefined);
  const read = (files: readonly string[]): Promise<readonly PictureFile[] | null> =>
    turn((late) => {
      // The pool is typed for what its threads mostly do.
      const run = pool.run as unknown as (
        files: readonly string[],
        options: object,
      ) => Promise<PictureFile[]>;
      return run.call(pool, files, { name: 'readPictureFiles', signal: late }).catch((thrown) => {
        if (late.aborted || files.length > 1) return null;
        throw thrown;
      });
    }, LONGEST_READING);
  /** One that holds the others up, or takes them along, is read alone. */
  async function readTogether(files: readonly string[]): Promise<readonly PictureFile[]> {
    const found = await read(files);
    if (found) return found;
    if (files.length === 1) return [NOT_READ_IN_TIME];
    return (await Promise.all(files.map((file) => readTogether([file])))).flat();
  }
  return {
    async measure(file) {
      const result = await turn(() => pool.run(file));
      if (!isUnreadable(result)) return result;
      throw new ContinuistError(result.missing ? 'IMAGE_MISSING' : 'IMAGE_UNREADABLE', result.unreadable, {
        reason: result.unreadable,
      });
    },
    readPictureFile: inBatches(READ_AT_ONCE, readTogether),
    readWriting: writingReader.read,
    flawOf: (file, kind) =>
      turn(() => {
        const run = pool.run as unknown as (task: object, options: object) => Promise<Flaw | null>;
        return run.call(pool, { file, kind }, { name: 'flawOf' });
      }),
    close: async () => {
      await Promise.all([pool.destroy(), writingReader.close()]);
    },
  };
}
