import { ContinuistError } from '@shared/errors.js';
import { ServerFailure } from '../server/index.js';

/** What libraries say when they are given no more memory: ONNX Runtime and its devices, C++, libvips, the system. */
const SAYINGS =
  /out of memory|bad_alloc|bad allocation|failed to allocate|cannot allocate|allocation failed|error creating thread|\bENOMEM\b/i;

/** `thrown`, or what caused it, was a lack of memory: of this machine's or its card's, not of a server's. */
export function isOutOfMemory(thrown: unknown): boolean {
  for (let error = thrown; error instanceof Error; error = error.cause) {
    if (error instanceof ServerFailure) return false;
    // Our own errors only repeat what others said.
    if (!(error instanceof ContinuistError) && SAYINGS.test(error.message)) return true;
  }
  return false;
}
