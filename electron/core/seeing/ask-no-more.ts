import { ContinuistError } from '@shared/errors.js';
import type { Seeing } from './see-take.js';

const OF_THE_PICTURE: readonly string[] = ['IMAGE_UNREADABLE', 'IMAGE_MISSING', 'CANCELLED'];

/** As `seeing`, but an eye that fails is said once in the log, and asked no more: loading it anew for every frame would take long. */
export function askNoMore(seeing: Seeing, log: (thrown: unknown) => void): Seeing {
  const failed = new Map<string, unknown>();
  return {
    get eye() {
      return seeing.eye;
    },
    async see(judge, request, signal) {
      const { eye } = request;
      if (failed.has(eye)) throw failed.get(eye);
      try {
        return await seeing.see(judge, request, signal);
      } catch (thrown) {
        const isOfThePicture = thrown instanceof ContinuistError && OF_THE_PICTURE.includes(thrown.code);
        if (!isOfThePicture && !failed.has(eye)) {
          failed.set(eye, thrown);
          const said = thrown instanceof Error ? thrown.message : String(thrown);
          log(new Error(`the eye ${eye} failed, and this analysis goes on without it: ${said}`));
        }
        throw thrown;
      }
    },
  };
}
