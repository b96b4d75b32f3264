/** Reads what is written in pictures, one after another in a thread of its own that ends when nothing more is asked. */
import { workerUrl } from '@core/files/index.js';
import { EYES, modelFolder, modelState } from '@models/library/index.js';
import type { Writing } from '@shared/analysis.js';
import { ContinuistError } from '@shared/errors.js';
import { Piscina } from 'piscina';
import type { WritingAnswer, WritingOrder } from './writing-worker.js';

/**
 * Mebibytes. The thread holds some six besides its networks and the pixels, which lie elsewhere; left to itself V8 gives what
 * is new in it three times as much.
 */
const HEAP = { maxYoungGenerationSizeMb: 1, maxOldGenerationSizeMb: 256 };

export interface WritingReader {
  /** Null where the networks are not there. Throws IMAGE_UNREADABLE with the reason. */
  readonly read: (file: string) => Promise<readonly Writing[] | null>;
  readonly close: () => Promise<void>;
}

/** `modelsFolder`: the program's; null = there is none. */
export function openWritingReader(modelsFolder: string | null): WritingReader {
  const eye = EYES.find(({ architecture }) => architecture === 'pp-ocr');
  const folders = { modelsFolder: modelsFolder ?? '', downloadsFolder: null };
  let pool: Piscina<WritingOrder, WritingAnswer> | null = null;
  const opened = () => {
    const { filename, execArgv } = workerUrl('writing-worker', import.meta.url);
    const fresh = new Piscina<WritingOrder, WritingAnswer>({
      filename,
      execArgv,
      minThreads: 0,
      maxThreads: 1,
      idleTimeout: 20_000,
      resourceLimits: HEAP,
    });
    // What goes wrong with a picture rejects its own promise.
    fresh.on('error', () => undefined);
    return fresh;
  };
  return {
    async read(file) {
      if (modelsFolder === null || !eye || !modelState(eye, folders).ready) return null;
      pool ??= opened();
      const answer = await pool.run({ file, folder: modelFolder(eye, folders) });
      if ('writing' in answer) return answer.writing;
      throw new ContinuistError('IMAGE_UNREADABLE', answer.unreadable, { reason: answer.unreadable });
    },
    close: async () => pool?.destroy(),
  };
}
