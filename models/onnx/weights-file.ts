import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Place } from './graph.js';

/** Where a graph's weights are read from, and where new ones go. */
export interface Weights {
  read(place: Place): Buffer;
  write(bytes: NodeJS.ArrayBufferView): Place;
}

/** Ends the name of a file that is not whole. */
export const PART = '.part';
/** Offsets of a file that is mapped into memory begin a page. */
const PAGE = 4096;

/**
 * A file of weights for ONNX Runtime to map: so it holds no second copy beside the one that it packs for the
 * processor. There under its name only when it is whole.
 */
export class WeightsFile implements Weights {
  readonly #beside: string;
  readonly #folder: string;
  readonly #name: string;
  readonly #hash = createHash('sha256');
  #file: number | null = null;
  #end = 0;

  /** `beside`: the folder of the graph, to read from. `folder`: of the new file, made with the first write. */
  constructor(beside: string, folder: string, name: string) {
    this.#beside = beside;
    this.#folder = folder;
    this.#name = name;
  }

  read({ file, offset, length }: Place): Buffer {
    const source = openSync(join(this.#beside, file), 'r');
    try {
      const bytes = Buffer.alloc(length);
      for (let done = 0; done < length; ) {
        const count = readSync(source, bytes, done, length - done, offset + done);
        if (count === 0) throw new Error(`${file} ends before byte ${offset + length}`);
        done += count;
      }
      return bytes;
    } finally {
      closeSync(source);
    }
  }

  write(bytes: NodeJS.ArrayBufferView): Place {
    this.#file ??= this.#open();
    const padding = Buffer.alloc((PAGE - (this.#end % PAGE)) % PAGE);
    this.#append(padding);
    const offset = this.#end;
    this.#append(bytes);
    return { file: this.#name, offset, length: bytes.byteLength };
  }

  /** Its sha256 once it is under its name; null when nothing was written. */
  finish(): string | null {
    if (this.#file === null) return null;
    closeSync(this.#file);
    this.#file = null;
    renameSync(this.#part, join(this.#folder, this.#name));
    return this.#hash.digest('hex');
  }

  /** What is not finished is gone. */
  discard(): void {
    if (this.#file === null) return;
    closeSync(this.#file);
    this.#file = null;
    rmSync(this.#part, { force: true });
  }

  get #part(): string {
    return join(this.#folder, `${this.#name}.${process.pid}${PART}`);
  }

  #open(): number {
    mkdirSync(this.#folder, { recursive: true });
    return openSync(this.#part, 'w');
  }

  #append(bytes: NodeJS.ArrayBufferView): void {
    for (let done = 0; done < bytes.byteLength; )
      done += writeSync(this.#file as number, bytes, done, bytes.byteLength - done);
    this.#hash.update(bytes);
    this.#end += bytes.byteLength;
  }
}
