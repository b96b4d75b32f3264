/** What libraries say when they are given no more memory: ONNX Runtime and its devices, C++, libvips, the system. */
const SAYINGS =
  /out of memory|bad_alloc|bad allocation|failed to allocate|cannot allocate|allocation failed|error creating thread|\bENOMEM\b/i;

/** `thrown`, or what caused it, was a lack of memory: of the machine's or of a card's. */
export function isOutOfMemory(thrown: unknown): boolean {
  for (let error = thrown; error instanceof Error; error = error.cause)
    if (SAYINGS.test(error.message)) return true;
  return false;
}
