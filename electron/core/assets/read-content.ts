/** What is in a picture's file, read once for all that is made of it: its hash, its header, a small copy. */
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { openRegular, readOpened, Unfit } from '@core/files/index.js';
import { ContinuistError } from '@shared/errors.js';
import { ReusedBuffers } from './reused-buffers.js';

export interface Content {
  /** Of all its bytes, in hexadecimal. */
  readonly sha256: string;
  /** Null of a large file, which is hashed a piece at a time. */
  readonly bytes: Buffer | null;
  /** The bytes are used no more: another picture may be read in their place. Once, at the end of all that is made of them. */
  release(): void;
}

/** Bytes. A stream takes longer to be set up than a small picture takes to be read. */
const READ_AT_ONCE = 4 * 1024 * 1024;

const buffers = new ReusedBuffers();

/** Throws IMAGE_UNREADABLE for what is no regular file, and what the system throws. */
export async function readContent(file: string): Promise<Content> {
  const name = basename(file);
  const handle = await openRegular(file).catch((thrown: unknown) => {
    if (!(thrown instanceof Unfit)) throw thrown;
    throw new ContinuistError('IMAGE_UNREADABLE', `${name}: ${thrown.message}`, { file: name }, thrown);
  });
  const hash = createHash('sha256');
  const { size } = await handle.stat();
  if (size <= READ_AT_ONCE) {
    const room = buffers.take(size);
    try {
      const bytes = await readOpened(handle, size, room);
      const sha256 = hash.update(bytes).digest('hex');
      return { sha256, bytes, release: () => buffers.giveBack(room) };
    } finally {
      await handle.close();
    }
  }
  // The stream closes the file.
  for await (const chunk of handle.createReadStream({ highWaterMark: 1 << 18 })) hash.update(chunk as Buffer);
  return { sha256: hash.digest('hex'), bytes: null, release: () => undefined };
}
