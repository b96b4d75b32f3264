import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface VariantCache {
  /** The cached file of this name, made once however many ask for it; its bytes where the folder cannot be written. */
  get(name: string, make: () => Promise<Buffer>): Promise<{ file: string } | { bytes: Buffer }>;
}

/** Files in one folder, at most `limit` bytes together; the least recently used are removed first. */
export function createVariantCache(folder: string, limit: number): VariantCache {
  /** Sizes by name, least recently used first. */
  let sizes: Promise<Map<string, number>> | null = null;
  const making = new Map<string, Promise<{ file: string } | { bytes: Buffer }>>();

  function sizesSoFar(): Promise<Map<string, number>> {
    sizes ??= sizesIn(folder);
    return sizes;
  }

  async function store(name: string, bytes: Buffer): Promise<{ file: string } | { bytes: Buffer }> {
    const file = join(folder, name);
    const draft = `${file}.${randomUUID()}.part`;
    try {
      const known = await sizesSoFar();
      await writeFile(draft, bytes);
      await rename(draft, file);
      known.set(name, bytes.length);
      await trim(known, name);
      return { file };
    } catch {
      // A full or read-only disk must not keep pictures from being shown.
      sizes = null;
      await rm(draft, { force: true }).catch(() => undefined);
      return { bytes };
    }
  }

  async function trim(known: Map<string, number>, keep: string): Promise<void> {
    let total = [...known.values()].reduce((a, b) => a + b, 0);
    for (const [name, size] of known) {
      if (total <= limit) return;
      if (name === keep) continue;
      known.delete(name);
      total -= size;
      await rm(join(folder, name), { force: true });
    }
  }

  async function find(
    name: string,
    make: () => Promise<Buffer>,
  ): Promise<{ file: string } | { bytes: Buffer }> {
    const file = join(folder, name);
    const there = await stat(file).catch(() => null);
    if (!there || there.size === 0) return store(name, await make());
    const known = await sizesSoFar().catch(() => null);
    known?.delete(name);
    known?.set(name, there.size);
    // The order of use outlives this process in the files' own times.
    const now = new Date();
    await utimes(file, now, now).catch(() => undefined);
    return { file };
  }

  return {
    get(name, make) {
      const pending = making.get(name);
      if (pending) return pending;
      const started = find(name, make).finally(() => making.delete(name));
      making.set(name, started);
      return started;
    },
  };
}

async function sizesIn(folder: string): Promise<Map<string, number>> {
  await mkdir(folder, { recursive: true });
  const files = await Promise.all(
    (await readdir(folder)).map(async (name) => {
      const { size, mtimeMs } = await stat(join(folder, name));
      return { name, size, mtimeMs };
    }),
  );
  // Drafts left by a process that was killed go with the first trim, oldest as they are.
  return new Map(files.sort((a, b) => a.mtimeMs - b.mtimeMs).map(({ name, size }) => [name, size]));
}
