/** "I have the files already": a model from a folder, where there is no network. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ContinuistError } from '@shared/errors.js';
import { type CatalogueEntry, type Device, filesFor } from '../catalogue.js';
import { readLock, writeLock } from './lock-file.js';
import { oneAtATime } from './one-at-a-time.js';
import { beginPart, dropPart, finishPart, PartWriter } from './part-file.js';

export interface ImportOptions {
  /** Of the model's files; made when it is not there. */
  readonly folder: string;
  readonly device: Device;
  /** Where the files are: in the hub's layout, or all in one folder. They are copied and stay as they are. */
  readonly from: string;
  readonly signal?: AbortSignal;
  readonly onFile?: (path: string) => void;
}

/** Returns the bytes copied. Throws MODEL_DAMAGED naming the file that is absent or not as published. */
export async function importModel(entry: CatalogueEntry, options: ImportOptions): Promise<number> {
  const { source } = entry;
  if (source.kind !== 'hub')
    throw new ContinuistError('MODEL_UNKNOWN', `the files of ${entry.name} are where they belong`);
  const { folder, device, from, signal } = options;
  return oneAtATime(folder, async () => {
    const files = await Promise.all(
      filesFor(entry, device).map(async (file) => ({ ...file, original: await foundIn(from, file.path) })),
    );
    const absent = files.filter(({ original }) => original === null).map(({ path }) => path);
    if (absent.length > 0)
      throw new ContinuistError('MODEL_DAMAGED', `${from} lacks ${absent.join(', ')}`, { files: absent });
    let lock = readLock(folder) ?? {
      repository: source.repository,
      revision: source.revision,
      commit: null,
      files: {},
    };
    let bytes = 0;
    for (const { path, original, size, sha256 } of files) {
      options.onFile?.(path);
      const copied = await copyChecked(original ?? '', join(folder, path), signal, (found) => {
        const known = lock.files[path];
        const wantedSize = size ?? known?.size ?? found.size;
        const wanted = sha256 ?? known?.sha256 ?? found.sha256;
        if (found.size > 0 && found.size === wantedSize && found.sha256 === wanted) return;
        throw new ContinuistError('MODEL_DAMAGED', `${original} is not the ${path} of ${entry.name}`, {
          file: path,
        });
      });
      lock = { ...lock, files: { ...lock.files, [path]: copied } };
      await writeLock(folder, lock);
      bytes += copied.size;
    }
    return bytes;
  });
}

async function foundIn(folder: string, path: string): Promise<string | null> {
  for (const candidate of [join(folder, path), join(folder, basename(path))])
    if ((await stat(candidate).catch(() => null))?.isFile()) return candidate;
  return null;
}

/** Copies through a part, so that a file in its place is always a whole one that `check` let pass. */
async function copyChecked(
  original: string,
  target: string,
  signal: AbortSignal | undefined,
  check: (found: { size: number; sha256: string }) => void,
): Promise<{ size: number; sha256: string }> {
  await beginPart(target, { tag: null, total: null });
  const writer = await PartWriter.open(target);
  try {
    try {
      for await (const chunk of createReadStream(original, { highWaterMark: 1 << 20 })) {
        if (signal?.aborted) throw new ContinuistError('CANCELLED');
        await writer.write(chunk as Buffer);
      }
    } finally {
      await writer.close();
    }
    const found = { size: writer.length, sha256: writer.digest() };
    check(found);
    await finishPart(target);
    return found;
  } catch (thrown) {
    await dropPart(target);
    throw thrown;
  }
}
