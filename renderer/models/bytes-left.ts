/** Bytes of a model's files that are still to be downloaded. */
export const bytesLeft = (files: { readonly bytes: number; readonly expected: number }): number =>
  Math.max(0, files.expected - files.bytes);
