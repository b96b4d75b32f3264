/** Tuned graphs run without a disk. */
import { InferenceSession, type Tensor } from 'onnxruntime-node';
import type { ExternalData } from '../graph.js';
import type { Weights } from '../weights-file.js';

export const FILE = 'new.data';

/** A file of weights that is not on the disk. */
export class InMemory implements Weights {
  readonly written: Uint8Array[] = [];
  readonly #beside: Buffer;

  constructor(beside = Buffer.alloc(0)) {
    this.#beside = beside;
  }

  read({ offset, length }: ExternalData): Buffer {
    return this.#beside.subarray(offset, offset + length);
  }

  write(bytes: NodeJS.ArrayBufferView): ExternalData {
    const offset = this.all.length;
    this.written.push(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    return { file: FILE, offset, length: bytes.byteLength };
  }

  get all(): Uint8Array {
    return Buffer.concat(this.written);
  }
}

/** What a model with `weights` in the place of its file makes of `feeds`. */
export async function outputsOf(
  model: Buffer,
  feeds: Readonly<Record<string, Tensor>>,
  weights?: InMemory,
): Promise<Record<string, number[]>> {
  const externalData = weights?.written.length ? [{ path: FILE, data: weights.all }] : [];
  const session = await InferenceSession.create(model, { logSeverityLevel: 3, externalData });
  const found = await session.run(feeds);
  await session.release();
  return Object.fromEntries(
    Object.entries(found).map(([name, { data }]) => [name, Array.from(data as Float32Array)]),
  );
}
