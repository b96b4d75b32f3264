/** What went wrong in the model's process, as the error that crosses to the program: with a reason of one line. */
import { isOutOfMemory, nativeReason } from '@models/faults/index.js';
import { ContinuistError, type ErrorCode } from '@shared/errors.js';

/** What ONNX Runtime says is for the artist, too: it names the driver or the file. */
export const notLoaded = (thrown: unknown): ContinuistError => faultOf(thrown, 'JUDGE_UNAVAILABLE');

/** A defect, of the program or of the model's files. */
export const notJudged = (thrown: unknown): ContinuistError => faultOf(thrown, 'INTERNAL');

function faultOf(thrown: unknown, otherwise: ErrorCode): ContinuistError {
  // Whatever was being read when memory ran out is not to blame.
  if (isOutOfMemory(thrown)) return new ContinuistError('OUT_OF_MEMORY', '', {}, thrown);
  if (thrown instanceof ContinuistError) return thrown;
  return new ContinuistError(otherwise, nativeReason(thrown), {}, thrown);
}
