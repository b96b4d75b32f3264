/** Small copies of pictures, kept in one file from one start to the next. */
import { mkdirSync, rmSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PackedCopies, Unusable } from './packed-copies.js';

export interface VariantCache {
  /** The copy of this name, made once however many ask for it; made each time where the file cannot be written. */
  get(name: string, make: () => Promise<Buffer>): Promise<Buffer>;
  /** Writes what was made last. */
  close(): void;
}

const FILE = 'copies.sqlite';
/** The file, and those that SQLite puts beside it. */
const ENDINGS = ['', '-wal', '-shm'];
const LOOSE = /^[0-9a-f]{64}-(?:\d+|full)\.webp/;
/** Milliseconds in which copies are gathered before they are written, and bytes of which more are written at once. */
const GATHER = 250;
const MOST_GATHERED = 4 * 1024 * 1024;

/** At most `limit` bytes of copies in a file in `folder`; the least recently used are removed first. */
export function createVariantCache(folder: string, limit: number): VariantCache {
  const file = join(folder, FILE);
  let packed: PackedCopies | null = null;
  let isCleared = false;
  let isClosed = false;
  const making = new Map<string, Promise<Buffer>>();
  /** Names in the order of use, with the bytes of those that are not written yet. */
  const uses = new Map<string, Buffer | null>();
  let gathered = 0;
  let timer: NodeJS.Timeout | undefined;

  /** Null where the file cannot be used: a full or read-only disk must not keep pictures from being shown. */
  function withFile<T>(work: (packed: PackedCopies) => T): T | null {
    if (isClosed) return null;
    try {
      packed ??= open();
      return work(packed);
    } catch (thrown) {
      packed?.close();
      packed = null;
      if (thrown instanceof Unusable) for (const end of ENDINGS) rmSync(file + end, { force: true });
      return null;
    }
  }

  function open(): PackedCopies {
    mkdirSync(folder, { recursive: true });
    if (!isCleared) void removeLoose(folder);
    isCleared = true;
    return new PackedCopies(file);
  }

  function write(): void {
    clearTimeout(timer);
    timer = undefined;
    if (uses.size === 0) return;
    withFile((into) => into.write(uses, limit));
    uses.clear();
    gathered = 0;
  }

  function use(name: string, made: Buffer | null): void {
    const bytes = made ?? uses.get(name) ?? null;
    uses.delete(name);
    uses.set(name, bytes);
    gathered += made?.length ?? 0;
    if (gathered >= MOST_GATHERED) write();
    else timer ??= setTimeout(write, GATHER).unref();
  }

  async function find(name: string, make: () => Promise<Buffer>): Promise<Buffer> {
    const kept = uses.get(name) ?? withFile((from) => from.read(name));
    const bytes = kept ?? (await make());
    use(name, kept ? null : bytes);
    return bytes;
  }

  return {
    get(name, make) {
      const pending = making.get(name);
      if (pending) return pending;
      const started = find(name, make).finally(() => making.delete(name));
      making.set(name, started);
      return started;
    },
    close() {
      write();
      isClosed = true;
      packed?.close();
      packed = null;
    },
  };
}

/** Copies as an earlier version kept them, a file each. */
async function removeLoose(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => []))
    if (LOOSE.test(name)) await rm(join(folder, name), { force: true }).catch(() => undefined);
}
