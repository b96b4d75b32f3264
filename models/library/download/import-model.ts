/** "I have the files already": a model from a folder, where there is no network. */
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ContinuistError } from '@shared/errors.js';
import { type Device, filesFor, type ModelEntry, type ModelFile } from '../catalogue.js';
import { folderUnreadable } from '../folder-unreadable.js';
import { checkFiles } from './check-files.js';
import { type FreeSpace, mustFit, onDisk } from './disk-room.js';
import { type Lock, readLock, writeLock } from './lock-file.js';
import { oneAtATime } from './one-at-a-time.js';
import { beginPart, dropPart, finishPart, PartWriter } from './part-file.js';

export interface ImportProgress {
  readonly file: string;
  /** Bytes copied and bytes in all. */
  readonly done: number;
  readonly total: number;
}

export interface ImportOptions {
  /** Of the model's files; made when it is not there. */
  readonly folder: string;
  readonly device: Device;
  /** Where the files are: in the hub's layout, or all in one folder. They are copied and stay as they are. */
  readonly from: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ImportProgress) => void;
  readonly freeSpace?: FreeSpace;
}

interface Original extends ModelFile {
  readonly original: string;
  readonly bytes: number;
}

type Found = Lock['files'][string];

/**
 * Returns the bytes copied. A file that `from` lacks may be in its place already. Throws FOLDER_UNREADABLE,
 * FILES_REFUSED naming the file that is absent or not as published, DISK_FULL, and CANCELLED; what was in place stays.
 */
export async function importModel(entry: ModelEntry, options: ImportOptions): Promise<number> {
  const { source } = entry;
  if (source.kind !== 'hub')
    throw new ContinuistError('MODEL_UNKNOWN', `the files of ${entry.name} are where they belong`);
  const { folder, from, signal, onProgress } = options;
  await readdir(from).catch((cause) => {
    throw folderUnreadable(from, cause);
  });
  return oneAtATime(folder, async () => {
    const originals = await found(entry, options);
    const total = originals.reduce((sum, { bytes }) => sum + bytes, 0);
    await mustFit(folder, total, options.freeSpace);
    const { repository, revision } = source;
    let lock = readLock(folder) ?? { repository, revision, commit: null, files: {} };
    let before = 0;
    for (const { path, original, size, sha256 } of originals) {
      const known = lock.files[path];
      const target = join(folder, path);
      const onBytes = (bytes: number) => onProgress?.({ file: path, done: before + bytes, total });
      const copied = await copyChecked({ original, target, signal, onBytes }, (copy) => {
        const wantedSize = size ?? known?.size ?? copy.size;
        const wanted = sha256 ?? known?.sha256 ?? copy.sha256;
        if (copy.size > 0 && copy.size === wantedSize && copy.sha256 === wanted) return;
        const what =
          copy.size === wantedSize ? 'another sha256' : `${copy.size} bytes instead of ${wantedSize}`;
        throw refused(`${path} is not that of ${entry.name}, it has ${what}`, [path]);
      });
      lock = { ...lock, files: { ...lock.files, [path]: copied } };
      await writeLock(folder, lock);
      before += copied.size;
    }
    return before;
  });
}

/** The files to be copied. Throws FILES_REFUSED when one is neither in the folder nor, as it should be, in its place. */
async function found(
  entry: ModelEntry,
  { folder, device, from, signal }: ImportOptions,
): Promise<Original[]> {
  const files = filesFor(entry, device);
  const there = await Promise.all(files.map((file) => originalOf(file, from)));
  const notThere = files.filter((_, index) => !there[index]);
  const checked = await checkFiles(folder, notThere, signal ? { signal } : {});
  const absent = checked.filter(({ state }) => state === 'missing' || state === 'wrong');
  const paths = absent.map(({ path }) => path);
  if (paths.length > 0) throw refused(`“${basename(from)}” lacks ${paths.join(', ')}`, paths);
  return there.filter((one) => one !== null);
}

async function originalOf(file: ModelFile, from: string): Promise<Original | null> {
  for (const original of [join(from, file.path), join(from, basename(file.path))]) {
    const there = await stat(original).catch(() => null);
    if (there?.isFile()) return { ...file, original, bytes: there.size };
  }
  return null;
}

interface Copying {
  readonly original: string;
  readonly target: string;
  readonly signal: AbortSignal | undefined;
  readonly onBytes: (bytes: number) => void;
}

/**
 * A file in its place is always a whole one that `check` let pass. The copy grows beside what a download left of the
 * same file, which is dropped only when the copy has taken its place.
 */
async function copyChecked(
  { original, target, signal, onBytes }: Copying,
  check: (copy: Found) => void,
): Promise<Found> {
  const growing = `${target}.copy`;
  try {
    await beginPart(growing, { tag: null, total: null });
    const writer = await PartWriter.open(growing);
    try {
      for await (const chunk of chunksOf(original)) {
        if (signal?.aborted) throw new ContinuistError('CANCELLED');
        await writer.write(chunk);
        onBytes(writer.length);
      }
    } finally {
      await writer.close();
    }
    const copy = { size: writer.length, sha256: writer.digest() };
    check(copy);
    await finishPart(target, growing);
    return copy;
  } catch (thrown) {
    throw onDisk(thrown);
  } finally {
    await dropPart(growing);
  }
}

async function* chunksOf(file: string): AsyncGenerator<Buffer, void> {
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) yield chunk as Buffer;
  } catch (thrown) {
    const { code = 'it gives no answer' } = thrown as { code?: string };
    const name = basename(file);
    throw new ContinuistError('FILES_REFUSED', `${name} cannot be read, ${code}`, { files: [name] }, thrown);
  }
}

const refused = (detail: string, files: readonly string[]): ContinuistError =>
  new ContinuistError('FILES_REFUSED', detail, { files });
