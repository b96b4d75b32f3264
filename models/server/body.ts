/** The text of an answer, as far as anybody would write one. */
import { ServerFailure } from './failure.js';

/** Bytes, unpacked. An answer of one word is a few kilobytes, a long list of models a megabyte. */
const LARGEST = 4 * 1024 * 1024;

/** Throws a `broken` failure for a body that goes on beyond that; the rest of it is not taken. */
export async function textOf({ body }: Response): Promise<string> {
  if (!body) return '';
  const decoder = new TextDecoder();
  let text = '';
  let taken = 0;
  // Leaving the loop ends the connection.
  for await (const piece of body) {
    taken += (piece as Uint8Array).length;
    if (taken > LARGEST) throw new ServerFailure('broken', 'its answer has more than 4 MB');
    text += decoder.decode(piece as Uint8Array, { stream: true });
  }
  return text + decoder.decode();
}
