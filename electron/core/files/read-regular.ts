/**
 * Reads files that somebody else may have put where they lie. A pipe that nobody writes to and a device that never ends
 * have names too, and a link leads anywhere: so it is checked on the opened file what it is, and how much is read.
 */
import { constants } from 'node:fs';
import { type FileHandle, open, realpath } from 'node:fs/promises';
import { sep } from 'node:path';
import { decodeText } from './decode-text.js';

/** Why a file is not read, for the artist: "it is a pipe or a device, not a file". */
export class Unfit extends Error {}

const LARGEST_PICTURE = 1024 * 1024 * 1024;
const MEGABYTE = 1024 * 1024;

/** Of a regular file, or a link to one, of at most `limit` bytes. Throws Unfit, and what the system throws. */
export async function openRegular(file: string, limit = LARGEST_PICTURE): Promise<FileHandle> {
  // A pipe is opened without waiting for whoever writes to it. Windows has no such files.
  const handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const entry = await handle.stat();
    if (entry.isDirectory()) throw new Unfit('it is a folder, not a file');
    if (!entry.isFile()) throw new Unfit('it is a pipe or a device, not a file');
    if (entry.size > limit) throw new Unfit(`it is larger than ${Math.ceil(limit / MEGABYTE)} MB`);
    return handle;
  } catch (thrown) {
    await handle.close();
    throw thrown;
  }
}

/** All of it. Throws as `openRegular`. */
export async function readRegular(file: string, limit: number): Promise<Buffer> {
  const handle = await openRegular(file, limit);
  try {
    // It may grow meanwhile.
    const { size } = await handle.stat();
    return await readOpened(handle, Math.min(size, limit));
  } finally {
    await handle.close();
  }
}

/** The first `size` bytes of an opened file, or all where it has become shorter; in `bytes`, which have room for them. */
export async function readOpened(
  handle: FileHandle,
  size: number,
  bytes: Buffer = Buffer.allocUnsafeSlow(size),
): Promise<Buffer> {
  let read = 0;
  while (read < size) {
    const { bytesRead } = await handle.read(bytes, read, size - read, read);
    if (bytesRead === 0) break;
    read += bytesRead;
  }
  return bytes.subarray(0, read);
}

/** The text of a file that lies in `folder`, also through links, without a byte order mark. Throws as `openRegular`, and Unfit where it does not. */
export async function readTextWithin(folder: string, file: string, limit: number): Promise<string> {
  return decodeText(await readRegular(await within(folder, file), limit));
}

/** Why `readTextWithin` would not read a file of any length; null where it would, or the file cannot be opened. */
export async function whyUnfit(folder: string, file: string): Promise<string | null> {
  try {
    await (await openRegular(await within(folder, file), Number.POSITIVE_INFINITY)).close();
    return null;
  } catch (thrown) {
    return thrown instanceof Unfit ? thrown.message : null;
  }
}

/** The file that a path leads to. Throws Unfit where that lies outside of the folder. */
async function within(folder: string, file: string): Promise<string> {
  const [inside, real] = await Promise.all([realpath(folder), realpath(file)]);
  const root = inside.endsWith(sep) ? inside : inside + sep;
  if (!real.startsWith(root)) throw new Unfit('it is a link that leads out of the storyboard’s folder');
  return real;
}
