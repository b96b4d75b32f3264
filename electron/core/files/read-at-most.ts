/** A file that somebody else named, read without being held up or filled by it. */
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';

export type Read =
  | { readonly bytes: Buffer }
  /** Why it is not read: nothing is there, it is a device, a pipe or a folder, or it has more bytes. */
  | { readonly refused: 'missing' | 'no file' | 'too large' };

/** One is asked of what was opened, so that it cannot be another when it is read. A link to a file is that file. */
export async function readAtMost(path: string, bytes: number): Promise<Read> {
  // Without O_NONBLOCK, a pipe is opened only when somebody writes to it. Windows has neither.
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)).catch(
    (thrown: NodeJS.ErrnoException) => thrown,
  );
  if (file instanceof Error) return { refused: file.code === 'EISDIR' ? 'no file' : 'missing' };
  try {
    const entry = await file.stat();
    if (!entry.isFile()) return { refused: 'no file' };
    if (entry.size > bytes) return { refused: 'too large' };
    const chunks: Buffer[] = [];
    let read = 0;
    // To its end, not to its size: it may be written to meanwhile, and some files of the system say none.
    for await (const chunk of file.createReadStream({ autoClose: false, end: bytes })) {
      chunks.push(chunk as Buffer);
      read += (chunk as Buffer).length;
    }
    return read > bytes ? { refused: 'too large' } : { bytes: Buffer.concat(chunks, read) };
  } finally {
    await file.close();
  }
}
