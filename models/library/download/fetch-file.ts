/** One file from a server onto the disk: resumed where it was cut, hashed while it streams, in place only when right. */
import { basename } from 'node:path';
import { ContinuistError } from '@shared/errors.js';
import type { Dispatcher } from 'undici';
import { onDisk } from './disk-room.js';
import { byteCount, contentRange, strongTag } from './headers.js';
import {
  beginPart,
  dropPart,
  finishPart,
  type PartVersion,
  PartWriter,
  partLength,
  readPart,
  setPartAside,
} from './part-file.js';
import { ask, interrupted, type Response } from './request.js';
import { Interrupted, persistently, type RetryOptions } from './retry.js';

export interface FileOrder {
  readonly address: string;
  /** Absolute path. */
  readonly target: string;
  /** As published; null = not known. */
  readonly size: number | null;
  readonly sha256: string | null;
}

export interface FetchOptions extends RetryOptions {
  readonly dispatcher: Dispatcher;
  /** Bytes of the file that are here; falls when it must begin anew. */
  readonly onBytes?: (bytes: number) => void;
}

export interface Fetched {
  readonly size: number;
  readonly sha256: string;
}

/** The bytes are not those of the order. */
class WrongBytes extends Error {}

/**
 * Throws MODEL_DAMAGED naming the file when it came wrong twice, DOWNLOAD_FAILED when the server cannot give it,
 * DISK_FULL, and CANCELLED. What arrived by then is kept and the next call goes on from it.
 */
export async function fetchFile(order: FileOrder, options: FetchOptions): Promise<Fetched> {
  const name = basename(order.target);
  for (let refused = 0; ; ) {
    try {
      const work = () => receive(order, options);
      const fetched = await persistently(name, work, () => partLength(order.target), options);
      await finishPart(order.target);
      return fetched;
    } catch (thrown) {
      if (!(thrown instanceof WrongBytes)) throw onDisk(thrown);
      await setPartAside(order.target);
      refused++;
      if (refused < 2) continue;
      const detail = `${name}, ${thrown.message}, twice`;
      throw new ContinuistError('MODEL_DAMAGED', detail, { file: name, address: order.address }, thrown);
    }
  }
}

async function receive(order: FileOrder, options: FetchOptions): Promise<Fetched> {
  const { target, size, sha256 } = order;
  const part = await readPart(target);
  const known = part.version !== null || sha256 !== null;
  if (part.length > 0 && (!known || (size !== null && part.length > size))) await dropPart(target);
  const have = await partLength(target);
  const writer =
    have > 0 && have === size
      ? await PartWriter.open(target)
      : await transfer(order, options, have, part.version);
  await writer.close();
  const found = { size: writer.length, sha256: writer.digest() };
  if (size !== null && found.size !== size)
    throw new WrongBytes(`${found.size} bytes long instead of ${size}`);
  if (sha256 !== null && found.sha256 !== sha256) throw new WrongBytes('with another sha256 than published');
  return found;
}

/** Everything the server sends, on the disk and in the writer's hash. */
async function transfer(
  order: FileOrder,
  { dispatcher, signal, onBytes }: FetchOptions,
  have: number,
  version: PartVersion | null,
): Promise<PartWriter> {
  const tag = version?.tag ?? null;
  const headers = have > 0 ? { range: `bytes=${have}-`, ...(tag && { 'if-range': tag }) } : {};
  const response = await ask(order.address, { method: 'GET', dispatcher, signal, headers });
  let writer: PartWriter | null = null;
  try {
    const announced = await agreed(response, order, have, version);
    writer = await PartWriter.open(order.target);
    onBytes?.(writer.length);
    for await (const chunk of chunksOf(response, signal)) {
      if (announced !== null && writer.length + chunk.length > announced)
        throw new WrongBytes(`longer than its ${announced} bytes`);
      await writer.write(chunk);
      onBytes?.(writer.length);
    }
    if (announced !== null && writer.length < announced)
      throw new Interrupted(`the connection ended after ${writer.length} of ${announced} bytes`);
    return writer;
  } catch (thrown) {
    await writer?.close();
    throw thrown;
  } finally {
    response.body.on('error', () => undefined).destroy();
  }
}

/**
 * Brings the part to where the response begins and returns the size of the whole file, null when nobody says.
 * A server may ignore the range, or hold another version by now: then the part begins anew.
 */
async function agreed(
  response: Response,
  { target, size }: FileOrder,
  have: number,
  version: PartVersion | null,
): Promise<number | null> {
  const tag = strongTag(response.header('etag'));
  const range = response.status === 206 ? contentRange(response.header('content-range')) : null;
  const encoded = ![null, 'identity'].includes(response.header('content-encoding'));
  const total = range ? range.total : encoded ? null : byteCount(response.header('content-length'));
  const same = !version || (tag === version.tag && (total === null || total === (version.total ?? total)));
  if (response.status !== 200 && (range?.start !== have || !same)) {
    await dropPart(target);
    throw new Interrupted('the server holds another version than the part that is here');
  }
  if (encoded) throw new WrongBytes('sent in an encoding of its own');
  if (size !== null && total !== null && total !== size)
    throw new WrongBytes(`${total} bytes long instead of ${size}`);
  if (response.status === 200) await beginPart(target, { tag, total });
  return size ?? total;
}

async function* chunksOf({ body }: Response, signal?: AbortSignal): AsyncGenerator<Buffer, void> {
  const chunks = body[Symbol.asyncIterator]();
  for (;;) {
    let next: IteratorResult<Buffer>;
    try {
      next = await chunks.next();
    } catch (thrown) {
      if (signal?.aborted) throw thrown;
      throw interrupted(thrown);
    }
    if (next.done) return;
    yield next.value;
  }
}
