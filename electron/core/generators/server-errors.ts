/** What goes wrong with a server that makes pictures, as errors that an artist can read. */
import { ContinuistError } from '@shared/errors.js';
import { Away, Strange } from './server-client.js';

export interface ServerErrors {
  failed(why: string): ContinuistError;
  /** Its work may still be there: the request keeps its handle. */
  unavailable(why: string): ContinuistError;
  /** Throws `Away` and `Strange` as these, and the signal's reason when it aborted. */
  inWords<T>(signal: AbortSignal, run: () => Promise<T>): Promise<T>;
}

/** `name`: of the server's program. */
export function serverErrors(name: string): ServerErrors {
  const failed = (why: string) => new ContinuistError('GENERATOR_FAILED', `${name}: ${why}`);
  const unavailable = (why: string) =>
    new ContinuistError('GENERATOR_UNAVAILABLE', `${name}: ${why}`, { generator: name });
  return {
    failed,
    unavailable,
    async inWords(signal, run) {
      try {
        return await run();
      } catch (thrown) {
        signal.throwIfAborted();
        if (thrown instanceof Away) throw unavailable(`${thrown.message}.`);
        if (thrown instanceof Strange) throw failed(`${thrown.message}.`);
        throw thrown;
      }
    },
  };
}
