/** Where models lie on this machine, and whether each can be used. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { megabytes } from '@shared/megabytes.js';
import type { WeightsChoice } from '@shared/weights-choice.js';
import {
  CATALOGUE,
  type CatalogueEntry,
  catalogueEntry,
  type Device,
  filesFor,
  type ModelEntry,
  multipliesHalves,
} from './catalogue.js';
import { readLock } from './download/lock-file.js';
import { EYES } from './eyes.js';
import { choiceIn, hasFineWeights, keepChoiceIn, withWeights } from './weights-choice.js';

export interface LibraryFolders {
  /** The program's own `models/` folder. */
  readonly modelsFolder: string;
  /** The user's: downloads, and entries for models the user added. Null = there are none. */
  readonly downloadsFolder: string | null;
}

/** Of a program whose own models lie in `modelsFolder`, for a user whose data lies in `dataFolder`. */
export const libraryFolders = (of: { modelsFolder: string; dataFolder: string }): LibraryFolders => ({
  modelsFolder: of.modelsFolder,
  downloadsFolder: join(of.dataFolder, 'models'),
});

export interface ModelState {
  /** Every file is there with its size; hashes are checked when it is loaded or verified. */
  readonly ready: boolean;
  /** Files that are absent, empty or of another size. */
  readonly missing: readonly string[];
  /** Bytes on the disk, of the files `device` needs. */
  readonly bytes: number;
  /** Bytes of all the files `device` needs, so far as that is known: what is published, or what is here. */
  readonly expected: number;
}

/** Describes a model the user added, in a folder of its own among the downloads. */
export const ENTRY_FILE = 'entry.json';

/**
 * The judges of the catalogue, then what the user added, each with the weights that were chosen. An added entry that cannot be read is
 * left out: the rest still works.
 */
export const knownModels = (folders: LibraryFolders): CatalogueEntry[] =>
  listed(folders).map((entry) => withWeights(entry, choiceOf(entry, folders)));

function listed({ downloadsFolder }: LibraryFolders): CatalogueEntry[] {
  const added = foldersIn(downloadsFolder).flatMap((id) => {
    try {
      const text = readFileSync(join(downloadsFolder ?? '', id, ENTRY_FILE), 'utf8');
      const entry = catalogueEntry.parse(JSON.parse(text));
      return entry.id === id && !CATALOGUE.some((known) => known.id === id) ? [entry] : [];
    } catch {
      return [];
    }
  });
  return [...CATALOGUE, ...added];
}

/** `weights`: with those instead of the chosen ones. */
export function findModel(
  id: string,
  folders: LibraryFolders,
  weights?: WeightsChoice,
): CatalogueEntry | null {
  const entry = listed(folders).find((one) => one.id === id);
  return entry ? withWeights(entry, weights ?? choiceOf(entry, folders)) : null;
}

export const choiceOf = (entry: ModelEntry, folders: LibraryFolders): WeightsChoice =>
  hasFineWeights(entry) ? choiceIn(join(downloadsOf(folders), entry.id)) : 'small';

/** The model is used with those weights from now on. What was made of the others goes: it is made anew when they return. */
export async function keepChoice(
  entry: ModelEntry,
  weights: WeightsChoice,
  folders: LibraryFolders,
): Promise<void> {
  if (weights === choiceOf(entry, folders)) return;
  await keepChoiceIn(join(downloadsOf(folders), entry.id), weights);
  // Windows removes nothing that a process has open; then the next start does.
  await rm(preparedFolder(entry, folders), { recursive: true, force: true }).catch(() => undefined);
}

/** A judge or an eye; of a judge as `findModel`. */
export const findEntry = (id: string, folders: LibraryFolders, weights?: WeightsChoice): ModelEntry | null =>
  EYES.find((eye) => eye.id === id) ?? findModel(id, folders, weights);

/** The folder of a model's files, there or not yet. */
export function modelFolder({ id, source }: ModelEntry, folders: LibraryFolders): string {
  if (source.kind === 'shipped') return join(folders.modelsFolder, source.folder);
  if (source.kind === 'folder') return source.folder;
  return join(downloadsOf(folders), id, source.revision);
}

const downloadsOf = ({ downloadsFolder, modelsFolder }: LibraryFolders): string =>
  downloadsFolder ?? join(modelsFolder, 'downloads');

/** Reads sizes, not contents: fast enough to ask whenever it is shown. */
export function modelState(entry: ModelEntry, folders: LibraryFolders, device: Device = 'cpu'): ModelState {
  const folder = modelFolder(entry, folders);
  const recorded = readLock(folder)?.files ?? {};
  const files = filesFor(entry, device).map(({ path, size, about }) => {
    const there = statSync(join(folder, path), { throwIfNoEntry: false });
    const bytes = there?.isFile() ? there.size : 0;
    const wanted = size ?? recorded[path]?.size ?? null;
    return {
      path,
      bytes,
      ok: bytes > 0 && (wanted === null || wanted === bytes),
      expected: wanted ?? (bytes || (about ?? 0)),
    };
  });
  const missing = files.filter(({ ok }) => !ok).map(({ path }) => path);
  return {
    ready: files.length > 0 && missing.length === 0,
    missing,
    bytes: files.reduce((sum, file) => sum + file.bytes, 0),
    expected: files.reduce((sum, file) => sum + file.expected, 0),
  };
}

/** The folder of what was made of a model's files for a device; it goes when the model is removed. */
export const preparedFolder = ({ id }: ModelEntry, folders: LibraryFolders): string =>
  join(downloadsOf(folders), id, 'prepared');

/** Whether its first start on the processor is still to come: that takes longer than others. */
export function isToBePrepared(entry: CatalogueEntry, folders: LibraryFolders): boolean {
  const { dtype = {} } = entry.devices.cpu ?? {};
  return (
    (Object.values(dtype).includes('q4') || multipliesHalves(dtype)) &&
    filesIn(preparedFolder(entry, folders)).length === 0
  );
}

/** Of all its files that are here, for whatever device, and of what was made of them. */
export function bytesOnDisk(entry: ModelEntry, folders: LibraryFolders): number {
  const folder = modelFolder(entry, folders);
  const made = preparedFolder(entry, folders);
  const files = [
    ...entry.files.map(({ path }) => join(folder, path)),
    ...filesIn(made).map((path) => join(made, path)),
  ];
  return files.reduce((sum, file) => {
    const there = statSync(file, { throwIfNoEntry: false });
    return sum + (there?.isFile() ? there.size : 0);
  }, 0);
}

/** Why a model cannot be used, and how to get it; '' when it can. */
export function whyNotReady(
  entry: ModelEntry,
  { ready, missing, expected }: ModelState,
  device: Device = 'cpu',
): string {
  if (ready) return '';
  if (!entry.devices[device]) return `${entry.name} has no files for ${device}`;
  const files =
    missing.length === 1 ? `its file ${missing[0]}` : `${missing.length} of its files, as ${missing[0]}`;
  const how = {
    shipped: 'It ships with Continuist: install it again',
    hub: `Get it (about ${megabytes(expected)}) with: continuist models download ${entry.id}${device === 'cpu' ? '' : ` --device ${device}`}`,
    folder: `Put the files back into ${entry.source.kind === 'folder' ? entry.source.folder : ''}`,
  }[entry.source.kind];
  return `${entry.name} lacks ${files}. ${how}`;
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch {
    return [];
  }
}

function foldersIn(folder: string | null): string[] {
  if (folder === null) return [];
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((found) => found.isDirectory())
      .map(({ name }) => name)
      .sort();
  } catch {
    return [];
  }
}
