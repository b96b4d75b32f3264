/** What models there are, and the work of getting, checking and dropping one. */
import type { JobControl, Work } from '@core/jobs/index.js';
import {
  bytesOnDisk,
  CATALOGUE,
  type CatalogueEntry,
  cautionOf,
  checkFiles,
  DEVICES,
  type Device,
  downloadModel,
  dtypesOf,
  filesFor,
  findModel,
  type ImportProgress,
  importModel,
  knownModels,
  type LibraryFolders,
  modelFolder,
  modelState,
  removeModel,
} from '@models/library/index.js';
import { offeredDevices, thisMachine } from '@models/runtime/devices/index.js';
import type { ModelCheck, ModelInfo } from '@shared/contract/index.js';
import { ContinuistError } from '@shared/errors.js';
import { megabytes } from '@shared/megabytes.js';

export interface Downloading {
  readonly id: string;
  readonly jobId: string;
}

export function modelInfos(folders: LibraryFolders, downloading: Downloading | null = null): ModelInfo[] {
  return knownModels(folders).map((entry) => modelInfo(entry, folders, downloading));
}

function modelInfo(
  entry: CatalogueEntry,
  folders: LibraryFolders,
  downloading: Downloading | null,
): ModelInfo {
  const { id, name, licence, limits, source } = entry;
  const offered = offeredDevices(thisMachine());
  // Where nothing runs, the files can still be had and looked after.
  const shown = DEVICES.filter((device) =>
    offered.length > 0 ? offered.includes(device) : device === 'cpu',
  );
  const devices = shown.flatMap((device) => {
    const on = entry.devices[device];
    if (!on) return [];
    const { ready, missing, bytes, expected } = modelState(entry, folders, device);
    const dtype = dtypesOf(on.dtype);
    return [{ device, dtype, ready, missing: [...missing], bytes, expected, memory: on.memory }];
  });
  const ready = devices.some((on) => on.ready);
  const disk = bytesOnDisk(entry, folders);
  const jobId = downloading?.id === id ? downloading.jobId : null;
  const added = !CATALOGUE.includes(entry);
  const caution = cautionOf(entry);
  return { id, name, licence, limits, origin: source.kind, added, caution, ready, disk, jobId, devices };
}

/** Throws MODEL_UNKNOWN. */
export function modelOf(id: string, folders: LibraryFolders): CatalogueEntry {
  const entry = findModel(id, folders);
  if (!entry) throw new ContinuistError('MODEL_UNKNOWN', `no model is called “${id}”`, { model: id });
  return entry;
}

export interface DownloadOrder {
  readonly id: string;
  readonly device: Device;
  /** Address that stands in for the hub's; '' = the hub. */
  readonly mirror: string;
  /** A folder that holds the files already: nothing is downloaded. */
  readonly from: string | null;
}

/** The work of a job: it counts in bytes, and says which file, how fast. */
export function downloadWork({ id, device, mirror, from }: DownloadOrder, folders: LibraryFolders): Work {
  const entry = modelOf(id, folders);
  const folder = modelFolder(entry, folders);
  return async ({ signal, progress }: JobControl) => {
    if (from !== null) {
      const onProgress = atMostEvery(100, ({ file, done, total }: ImportProgress) =>
        progress(done, total, `${file}: ${megabytes(done)} of ${megabytes(total)}`),
      );
      const bytes = await importModel(entry, { folder, device, from, signal, onProgress });
      return `${entry.name} is ready: ${megabytes(bytes)} copied.`;
    }
    const { fetched, bytes } = await downloadModel(entry, {
      folder,
      device,
      mirror,
      signal,
      onProgress: atMostEvery(100, ({ file, done, total, speed }) => {
        const pace = speed === null ? '' : `, ${megabytes(speed)}/s`;
        progress(done, total, `${file}: ${megabytes(done)} of ${megabytes(total)}${pace}`);
      }),
    });
    return fetched.length === 0
      ? `${entry.name} is ready: every file is here and right.`
      : `${entry.name} is ready: ${megabytes(bytes)} downloaded.`;
  };
}

/** Of every device whose files are here, or of the first when none are. */
export async function checkModel(
  id: string,
  folders: LibraryFolders,
  signal?: AbortSignal,
): Promise<ModelCheck> {
  const entry = modelOf(id, folders);
  const some = DEVICES.filter((device) => modelState(entry, folders, device).ready);
  const [first] = DEVICES.filter((device) => entry.devices[device]);
  const files = new Map(
    (some.length > 0 ? some : first ? [first] : [])
      .flatMap((device) => filesFor(entry, device))
      .map((file) => [file.path, file]),
  );
  const checked = await checkFiles(
    modelFolder(entry, folders),
    [...files.values()],
    signal ? { signal } : {},
  );
  return {
    ok: checked.every(({ state }) => state === 'ok' || state === 'unknown'),
    files: checked.map(({ path, state, size, sha256 }) => ({ path, state, size, sha256 })),
  };
}

/** Bytes the disk gets back. */
export async function forgetModel(id: string, folders: LibraryFolders): Promise<number> {
  return removeModel(modelOf(id, folders), folders);
}

function atMostEvery<T>(milliseconds: number, tell: (value: T) => void): (value: T) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (value) => {
    const now = performance.now();
    if (now - last < milliseconds) return;
    last = now;
    tell(value);
  };
}
