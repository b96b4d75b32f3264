/** A model of the user's own: a folder of a known architecture in the published layout, used in place. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { ContinuistError } from '@shared/errors.js';
import { type CatalogueEntry, onnxFile } from './catalogue.js';
import { externalData } from './external-data.js';
import { folderUnreadable } from './folder-unreadable.js';
import type { LibraryFolders } from './library.js';
import { dtypesIn, folderFor, keepOwnModel, recognised, refused, TEXTS, weightsOf } from './own-model.js';

/**
 * Writes the entry into the user's data and returns it. Throws MODEL_UNKNOWN saying what does not fit, and
 * FOLDER_UNREADABLE.
 */
export async function addModel(
  given: string,
  id: string,
  folders: LibraryFolders,
  name = basename(resolve(given)),
): Promise<CatalogueEntry> {
  const folder = resolve(given);
  const called = `“${basename(folder)}”`;
  folderFor(id, folders);
  await readdir(folder).catch((cause) => {
    throw folderUnreadable(folder, cause);
  });
  const absent = await missing(folder, TEXTS);
  if (absent.length > 0) throw refused(`${called} lacks ${absent.join(', ')}`);
  const known = recognised(await json(folder, 'config.json'), `config.json of ${called}`);
  const candidates = weightsOf(known.published);
  const without = new Set(await missing(folder, candidates));
  const present = new Set(candidates.filter((file) => !without.has(file)));
  const dtype = dtypesIn(present, known.published, 'cpu', called);
  const weights = Object.entries(dtype).map(([session, of]) => onnxFile(session, of));
  const external = (await Promise.all(weights.map((file) => externalData(folder, file)))).flat();
  const gone = await missing(folder, external);
  if (gone.length > 0) throw refused(`${called} lacks ${gone.join(', ')}`);
  const files = [...TEXTS, ...weights, ...external].map(async (path) => {
    const { size } = await stat(join(folder, path));
    return { path, size, sha256: null, about: null };
  });
  const entry = {
    id,
    name,
    licence: 'the user’s own',
    source: { kind: 'folder', folder },
    files: await Promise.all(files),
    devices: { cpu: { dtype, memory: null } },
  } as const;
  const preprocessor = await json(folder, 'preprocessor_config.json').catch(() => null);
  return keepOwnModel({ ...known, preprocessor, entry }, folders);
}

async function missing(folder: string, files: readonly string[]): Promise<string[]> {
  const there = await Promise.all(files.map((file) => stat(join(folder, file)).catch(() => null)));
  return files.filter((_, index) => !there[index]?.isFile() || there[index]?.size === 0);
}

async function json(folder: string, file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(join(folder, file), 'utf8'));
  } catch (thrown) {
    const detail = `${file} of “${basename(folder)}” is not valid JSON`;
    throw new ContinuistError('MODEL_UNKNOWN', detail, { file }, thrown);
  }
}
