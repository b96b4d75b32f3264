import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ExternalData } from './graph.js';

/** Where a graph's weights are read from, and where new ones go. */
export interface Weights {
  read(external: ExternalData): Buffer;
  write(bytes: NodeJS.ArrayBufferView): ExternalData;
}

/** Offsets of a file that is mapped into memory begin a page. */
const PAGE = 4096;

/**
 * A file of weights for ONNX Runtime to map: so it holds no second copy beside the one that it packs for the
 * processor.
 */
export class WeightsFile implements Weights {
  readonly #beside: string;
  readonly #path: string;
  readonly #name: string;
  readonly #hash = createHash('sha256');
  #file: number | null = null;
  #end = 0;

  /**
   * `beside`: the folder of the graph, to read from. `path`: of the new file, made with the first write, as is its
   * folder. `name`: what the graph calls it.
   */
  constructor(beside: string, path: string, name: string) {
    this.#beside = beside;
    this.#path = path;
    this.#name = name;
  }

  read({ file, offset, length }: ExternalData): Buffer {
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

  write(bytes: NodeJS.ArrayBufferView): ExternalData {
    this.#file ??= this.#open();
    const padding = Buffer.alloc((PAGE - (this.#end % PAGE)) % PAGE);
    this.#append(padding);
    const offset = this.#end;
    this.#append(bytes);
    return { file: this.#name, offset, length: bytes.byteLength };
  }

  /** The sha256 of what was written; null when nothing was, or it was closed before. */
  close(): string | null {
    if (this.#file === null) return null;
    const file = this.#file;
    this.#file = null;
    closeSync(file);
    return this.#hash.digest('hex');
  }

  #open(): number {
    mkdirSync(dirname(this.#path), { recursive: true });
    return openSync(this.#path, 'w');
  }

  #append(bytes: NodeJS.ArrayBufferView): void {
    for (let done = 0; done < bytes.byteLength; )
      done += writeSync(this.#file as number, bytes, done, bytes.byteLength - done);
    this.#hash.update(bytes);
    this.#end += bytes.byteLength;
  }
}
