/** A model from a hub, or a mirror of it, into its folder: what is right stays, what is missing or wrong is fetched. */
import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ContinuistError } from '@shared/errors.js';
import { type Device, filesFor, type ModelEntry, type ModelFile, pinOf } from '../catalogue.js';
import { checkFiles } from './check-files.js';
import { type FreeSpace, mustFit } from './disk-room.js';
import { type FetchOptions, fetchFile } from './fetch-file.js';
import { hubAddress } from './hub-address.js';
import { type Lock, readLock, writeLock } from './lock-file.js';
import { Meter } from './meter.js';
import { oneAtATime } from './one-at-a-time.js';
import { partLength } from './part-file.js';
import { probe } from './probe.js';
import { createDispatcher } from './request.js';

export interface DownloadProgress {
  readonly file: string;
  /** Bytes here and bytes in all, of every file that this download brings. */
  readonly done: number;
  readonly total: number;
  /** Bytes a second over the last seconds; null until known. */
  readonly speed: number | null;
  readonly secondsLeft: number | null;
}

export interface DownloadOptions {
  /** Of the model's files; made when it is not there. */
  readonly folder: string;
  readonly device: Device;
  /** Address that stands in for the hub's; '' = the hub. */
  readonly mirror?: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: DownloadProgress) => void;
  /** Milliseconds of silence after which a connection is cut. */
  readonly stall?: number;
  readonly tries?: number;
  /** Milliseconds before the second try. */
  readonly firstPause?: number;
  readonly freeSpace?: FreeSpace;
}

export interface Downloaded {
  /** Files that were fetched, and bytes they have. */
  readonly fetched: readonly string[];
  readonly bytes: number;
}

interface Order extends ModelFile {
  readonly address: string;
}

/**
 * Also repairs: everything is verified first. Throws DISK_FULL before anything is fetched when it would not fit,
 * and what `fetchFile` throws. Only ever called on the artist's word.
 */
export async function downloadModel(entry: ModelEntry, options: DownloadOptions): Promise<Downloaded> {
  const { source } = entry;
  if (source.kind !== 'hub')
    throw new ContinuistError('MODEL_UNKNOWN', `${entry.name} is not downloaded from anywhere`);
  const { folder, stall = 30_000, tries = 6, firstPause = 1000, signal } = options;
  const dispatcher = createDispatcher(hubAddress(options.mirror), stall);
  try {
    await adoptEarlier(folder, source.revision);
    return await oneAtATime(folder, async () => {
      const fetching: FetchOptions = { dispatcher, tries, firstPause, signal };
      const lock = readLock(folder) ?? { ...source, commit: pinOf(source.revision), files: {} };
      const wanted = await lacking(folder, filesFor(entry, options.device), options);
      const orders = await surveyed(wanted, { ...lock, ...source }, options, fetching);
      await fits(folder, orders, options);
      return await fetchAll(orders, options, fetching);
    });
  } catch (thrown) {
    if (signal?.aborted) throw new ContinuistError('CANCELLED', '', {}, thrown);
    throw thrown;
  } finally {
    await dispatcher.destroy();
  }
}

/** What an earlier program fetched under the name of the branch, when that stood for this commit, need not come again. */
async function adoptEarlier(folder: string, revision: string): Promise<void> {
  const earlier = join(dirname(folder), 'main');
  if (pinOf(revision) === null || existsSync(folder) || readLock(earlier)?.commit !== revision) return;
  await rename(earlier, folder);
}

/** Files that are absent, or not what they should be; those are removed. */
async function lacking(
  folder: string,
  files: ModelFile[],
  { signal }: DownloadOptions,
): Promise<ModelFile[]> {
  const checked = await checkFiles(folder, files, signal ? { signal } : {});
  for (const { path, state } of checked) if (state === 'wrong') await rm(join(folder, path), { force: true });
  return files.filter((_, index) => checked[index]?.state !== 'ok');
}

/** Asks the server about each file, so that a missing one or a full disk shows before hundreds of megabytes. */
async function surveyed(
  files: readonly ModelFile[],
  lock: Lock,
  { mirror, folder }: DownloadOptions,
  fetching: FetchOptions,
): Promise<Order[]> {
  const base = hubAddress(mirror);
  const orders: Order[] = [];
  let { commit } = lock;
  for (const file of files) {
    const revision = commit ?? lock.revision;
    const address = `${base}/${lock.repository}/resolve/${revision}/${file.path}`;
    const probed = await probe(file.path, address, fetching);
    const pin = pinOf(lock.revision);
    if (pin !== null && probed.commit !== null && probed.commit !== pin)
      throw new ContinuistError(
        'DOWNLOAD_FAILED',
        `${new URL(base).host} gives version ${probed.commit} of ${lock.repository} instead of ${pin}`,
      );
    commit ??= probed.commit;
    const known = lock.files[file.path];
    orders.push({
      ...file,
      address,
      size: file.size ?? known?.size ?? probed.size,
      sha256: file.sha256 ?? known?.sha256 ?? probed.sha256,
    });
  }
  await writeLock(folder, { ...lock, commit });
  return orders;
}

async function fits(folder: string, orders: readonly Order[], { freeSpace }: DownloadOptions): Promise<void> {
  const parts = await Promise.all(orders.map(({ path }) => partLength(join(folder, path))));
  const needed = orders.reduce((sum, order, index) => sum + sizeOf(order) - (parts[index] ?? 0), 0);
  await mustFit(folder, needed, freeSpace);
}

async function fetchAll(
  orders: readonly Order[],
  { folder, onProgress }: DownloadOptions,
  fetching: FetchOptions,
): Promise<Downloaded> {
  const meter = new Meter();
  const sizes = orders.map(sizeOf);
  let before = 0;
  for (const [index, order] of orders.entries()) {
    const later = sizes.slice(index + 1).reduce((sum, size) => sum + size, 0);
    const target = join(folder, order.path);
    const onBytes = (bytes: number) => {
      const done = before + bytes;
      const total = before + Math.max(bytes, sizes[index] ?? 0) + later;
      meter.add(done, performance.now());
      const { speed } = meter;
      onProgress?.({ file: order.path, done, total, speed, secondsLeft: meter.secondsFor(total - done) });
    };
    const fetched = await fetchFile({ ...order, target }, { ...fetching, onBytes });
    before += fetched.size;
    const lock = readLock(folder);
    if (lock) await writeLock(folder, { ...lock, files: { ...lock.files, [order.path]: fetched } });
  }
  return { fetched: orders.map(({ path }) => path), bytes: before };
}

const sizeOf = ({ size, about }: ModelFile): number => size ?? about ?? 0;
