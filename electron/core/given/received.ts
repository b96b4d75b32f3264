/** Files that a window hands over part by part: it knows no paths, and a message has its limits. */
import { randomUUID } from 'node:crypto';
import { ContinuistError } from '@shared/errors.js';

/** Bytes of all that was handed over and is not used yet. */
const MOST = 512 * 1024 * 1024;
/** Milliseconds after its last part until one that nothing was made of is forgotten. */
const KEPT = 120_000;

interface Parts {
  readonly parts: Buffer[];
  forget?: NodeJS.Timeout;
}

export class ReceivedFiles {
  readonly #files = new Map<string, Parts>();
  readonly #most: number;

  constructor(most = MOST) {
    this.#most = most;
  }

  /** `token`: of the file that it goes on with; null = it begins one. Throws NOT_FOUND, and PICTURES_TOO_LARGE for all of them together. */
  add(token: string | null, part: Buffer): string {
    const file: Parts | undefined = token === null ? { parts: [] } : this.#files.get(token);
    if (!file) throw new ContinuistError('NOT_FOUND', 'the file was not handed over, or too long ago');
    const own = token ?? randomUUID();
    let bytes = part.length;
    for (const { parts } of this.#files.values()) for (const one of parts) bytes += one.length;
    if (bytes > this.#most) {
      this.#drop(own);
      throw new ContinuistError('PICTURES_TOO_LARGE', `more than ${Math.round(this.#most / 2 ** 20)} MB`);
    }
    file.parts.push(part);
    clearTimeout(file.forget);
    file.forget = setTimeout(() => this.#drop(own), KEPT).unref();
    this.#files.set(own, file);
    return own;
  }

  /** All of it; it is forgotten here. Throws NOT_FOUND. */
  take(token: string): Buffer {
    const file = this.#files.get(token);
    if (!file) throw new ContinuistError('NOT_FOUND', 'the file was not handed over, or too long ago');
    this.#drop(token);
    return Buffer.concat(file.parts);
  }

  #drop(token: string): void {
    clearTimeout(this.#files.get(token)?.forget);
    this.#files.delete(token);
  }
}
