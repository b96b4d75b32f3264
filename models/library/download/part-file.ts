/**
 * A file on its way: its bytes in `<target>.part`, and in `<target>.part.json` which version of it they are of, so
 * that a later run, also after a kill, goes on only with the same version.
 */
import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';

const version = z.object({ tag: z.string().nullable(), total: z.number().int().nonnegative().nullable() });
/** Entity tag and size of the file the bytes belong to. */
export type PartVersion = z.infer<typeof version>;

export interface Part {
  readonly length: number;
  /** Null when it is not known what the bytes belong to. */
  readonly version: PartVersion | null;
}

export const partPath = (target: string): string => `${target}.part`;
const versionPath = (target: string): string => `${target}.part.json`;
/** Where a file goes whose bytes were wrong. */
export const asidePath = (target: string): string => `${target}.wrong`;

export async function readPart(target: string): Promise<Part> {
  const length = await partLength(target);
  try {
    return { length, version: version.parse(JSON.parse(await readFile(versionPath(target), 'utf8'))) };
  } catch {
    return { length, version: null };
  }
}

export const partLength = (target: string): Promise<number> =>
  stat(partPath(target)).then(
    ({ size }) => size,
    () => 0,
  );

/** Begins anew with bytes of another version. */
export async function beginPart(target: string, of: PartVersion): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  await rm(partPath(target), { force: true });
  await writeFile(versionPath(target), JSON.stringify(of));
}

export async function dropPart(target: string): Promise<void> {
  await rm(partPath(target), { force: true });
  await rm(versionPath(target), { force: true });
}

/** Puts the finished bytes in their place, in one step, and clears what an earlier try left. `of`: whose part they are. */
export async function finishPart(target: string, of = target): Promise<void> {
  await rename(partPath(of), target);
  await dropPart(target);
  await rm(asidePath(target), { force: true });
}

/** Sets wrong bytes aside, where they can be looked at and nothing loads them. */
export async function setPartAside(target: string): Promise<void> {
  await rename(partPath(target), asidePath(target)).catch(() => undefined);
  await rm(versionPath(target), { force: true });
}

/** Appends to a part and hashes the whole of it. Close it. */
export class PartWriter {
  readonly #file: Awaited<ReturnType<typeof open>>;
  readonly #hash: Hash;
  #length: number;

  private constructor(file: Awaited<ReturnType<typeof open>>, hash: Hash, length: number) {
    this.#file = file;
    this.#hash = hash;
    this.#length = length;
  }

  /** Reads what is there already into the hash: it is the file on the disk that is checked, not a memory of it. */
  static async open(target: string): Promise<PartWriter> {
    await mkdir(dirname(target), { recursive: true });
    const file = await open(partPath(target), 'a');
    const hash = createHash('sha256');
    let length = 0;
    for await (const chunk of createReadStream(partPath(target), { highWaterMark: 1 << 20 })) {
      hash.update(chunk as Buffer);
      length += (chunk as Buffer).length;
    }
    return new PartWriter(file, hash, length);
  }

  get length(): number {
    return this.#length;
  }

  async write(chunk: Buffer): Promise<void> {
    await this.#file.appendFile(chunk);
    this.#hash.update(chunk);
    this.#length += chunk.length;
  }

  /** Of everything written; ends the hash. */
  digest(): string {
    return this.#hash.digest('hex');
  }

  /** On the disk, not only handed over, when this returns. */
  async close(): Promise<void> {
    try {
      await this.#file.sync();
    } finally {
      await this.#file.close();
    }
  }
}
