/** What models there are, and the work of getting, checking and dropping one. */
import type { JobControl, Work } from '@core/jobs/index.js';
import {
  bytesOnDisk,
  CATALOGUE,
  cautionOf,
  checkFiles,
  choiceOf,
  DEVICES,
  type Device,
  downloadModel,
  dtypesOf,
  EYES,
  filesFor,
  findEntry,
  hasFineWeights,
  type ImportProgress,
  importModel,
  keepChoice,
  knownModels,
  type LibraryFolders,
  type ModelEntry,
  modelFolder,
  modelState,
  removeModel,
} from '@models/library/index.js';
import { offeredDevices, thisMachine } from '@models/runtime/devices/index.js';
import type { ModelCheck, ModelInfo } from '@shared/contract/index.js';
import { ContinuistError } from '@shared/errors.js';
import { megabytes } from '@shared/megabytes.js';
import { WEIGHTS_CHOICES, type WeightsChoice } from '@shared/weights-choice.js';

export interface Downloading {
  readonly id: string;
  readonly jobId: string;
}

export function modelInfos(folders: LibraryFolders, downloading: Downloading | null = null): ModelInfo[] {
  const judges = knownModels(folders).map((entry) => ({
    ...modelInfo(entry, folders, downloading),
    role: 'judge' as const,
    brings: '',
    added: !CATALOGUE.some(({ id }) => id === entry.id),
  }));
  const eyes = EYES.map((entry) => ({
    ...modelInfo(entry, folders, downloading),
    role: 'eye' as const,
    brings: entry.brings,
    added: false,
  }));
  return [...judges, ...eyes];
}

function modelInfo(
  entry: ModelEntry,
  folders: LibraryFolders,
  downloading: Downloading | null,
): Omit<ModelInfo, 'role' | 'brings' | 'added'> {
  const { id, name, licence, limits, source } = entry;
  const chosen = choiceOf(entry, folders);
  const offered = offeredDevices(thisMachine());
  // Where nothing runs, the files can still be had and looked after.
  const shown = DEVICES.filter((device) =>
    offered.length > 0 ? offered.includes(device) : device === 'cpu',
  );
  const devices = shown.flatMap((device) => {
    const on = entry.devices[device];
    if (!on) return [];
    const { missing, ...state } = stateOn(entry, device, folders);
    const weights = (on.fine ? WEIGHTS_CHOICES : []).map((choice) => {
      const { missing: _, ...of } = stateOn(modelOf(id, folders, choice), device, folders);
      return { choice, chosen: choice === chosen, ...of };
    });
    return [{ device, ...state, missing: [...missing], memory: on.memory, weights }];
  });
  const ready = devices.some((on) => on.ready);
  const disk = bytesOnDisk(entry, folders);
  const jobId = downloading?.id === id ? downloading.jobId : null;
  const caution = cautionOf(entry);
  return { id, name, licence, limits, origin: source.kind, caution, ready, disk, jobId, devices };
}

function stateOn(entry: ModelEntry, device: Device, folders: LibraryFolders) {
  const { ready, missing, bytes, expected } = modelState(entry, folders, device);
  return { dtype: dtypesOf(entry.devices[device]?.dtype ?? {}), ready, missing, bytes, expected };
}

/** `weights`: with those instead of the chosen ones. Throws MODEL_UNKNOWN. */
export function modelOf(id: string, folders: LibraryFolders, weights?: WeightsChoice): ModelEntry {
  const entry = findEntry(id, folders, weights);
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
  /** Chosen from now on, once they are here; absent = those that were chosen before. */
  readonly weights?: WeightsChoice | undefined;
}

/**
 * The work of a job: it counts in bytes, and says which file, how fast. Throws MODEL_UNKNOWN, also where there are no such
 * weights for the device.
 */
export function downloadWork(order: DownloadOrder, folders: LibraryFolders): Work {
  const { id, device, weights } = order;
  const entry = modelOf(id, folders, weights);
  if (weights !== undefined && !entry.devices[device]?.fine) {
    const detail = `${entry.name} comes with one kind of weights for ${device}: there is nothing to choose`;
    throw new ContinuistError('MODEL_UNKNOWN', detail, { model: id });
  }
  const fetched = fetching(entry, order, folders);
  return async (control) => {
    const summary = await fetched(control);
    if (weights !== undefined) await keepChoice(entry, weights, folders);
    return summary;
  };
}

function fetching(
  entry: ModelEntry,
  { device, mirror, from }: DownloadOrder,
  folders: LibraryFolders,
): (control: JobControl) => Promise<string> {
  const folder = modelFolder(entry, folders);
  return async ({ signal, progress }) => {
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

/** Of every device whose files are here, and of all weights there; or of the first device when none are. */
export async function checkModel(
  id: string,
  folders: LibraryFolders,
  signal?: AbortSignal,
): Promise<ModelCheck> {
  const entry = modelOf(id, folders);
  const kinds = hasFineWeights(entry) ? WEIGHTS_CHOICES.map((one) => modelOf(id, folders, one)) : [entry];
  const all = kinds.flatMap((of) => DEVICES.map((device) => ({ of, device })));
  const some = all.filter(({ of, device }) => modelState(of, folders, device).ready);
  const first = DEVICES.filter((device) => entry.devices[device]).map((device) => ({ of: entry, device }));
  const files = new Map(
    (some.length > 0 ? some : first.slice(0, 1))
      .flatMap(({ of, device }) => filesFor(of, device))
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
