import { ContinuistError } from '@shared/errors.js';

/** The code of the error that `work` throws, 'none' when it succeeds. Anything else that is thrown passes. */
export function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (thrown) {
    if (thrown instanceof ContinuistError) return thrown.code;
    throw thrown;
  }
  return 'none';
}
