import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ContinuistError } from '@shared/errors.js';
import type { ModelEntry } from '../catalogue.js';
import { type LibraryFolders, modelFolder } from '../library.js';
import { heldBy } from './one-at-a-time.js';

/**
 * Removes what was downloaded, every revision and every part of it, or the entry of a model the user added, whose
 * own files stay. Returns the bytes the disk gets back. Throws MODEL_UNKNOWN for a model that ships with the program.
 */
export async function removeModel(entry: ModelEntry, folders: LibraryFolders): Promise<number> {
  if (entry.source.kind === 'shipped' || folders.downloadsFolder === null)
    throw new ContinuistError('MODEL_UNKNOWN', `${entry.name} ships with Continuist and cannot be removed`);
  const holder = entry.source.kind === 'hub' ? await heldBy(modelFolder(entry, folders)) : null;
  if (holder !== null)
    throw new ContinuistError('DOWNLOAD_FAILED', `process ${holder} is downloading it`, { process: holder });
  const folder = join(folders.downloadsFolder, entry.id);
  const bytes = await bytesIn(folder);
  await rm(folder, { recursive: true, force: true });
  return bytes;
}

async function bytesIn(folder: string): Promise<number> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = found.filter((one) => one.isFile());
  const sizes = await Promise.all(
    files.map(async (one) => (await stat(join(one.parentPath, one.name))).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
