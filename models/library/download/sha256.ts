import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/** Streams the file once; memory does not grow with it. Stops when `signal` aborts. */
export async function sha256Of(file: string, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20, ...(signal && { signal }) }))
    hash.update(chunk as Buffer);
  return hash.digest('hex');
}
