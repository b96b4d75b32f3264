/** What a model of the user's own is called here when the user does not say. */
import { ENSEMBLE_JUDGE, SERVER_JUDGE } from './judge-ids.js';
import { findEntry, type LibraryFolders } from './library.js';

/** The name of a folder or of a hub's repository, in what an id may have. */
export const idFor = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9.-]/g, '-')
    .replace(/^[.-]+/, '')
    .slice(0, 64) || 'model';

/** By another model, an eye too, or by a judge that is none. */
export const isTaken = (id: string, folders: LibraryFolders): boolean =>
  id === ENSEMBLE_JUDGE || id === SERVER_JUDGE || findEntry(id, folders) !== null;

/** As its folder is called; with a number where another model has that id: `mine`, then `mine-2`, “mine (2)”. */
export function ownName(folder: string, folders: LibraryFolders): { id: string; name: string } {
  const id = idFor(folder);
  if (!isTaken(id, folders)) return { id, name: folder };
  for (let number = 2; ; number++) {
    const suffix = `-${number}`;
    const numbered = id.slice(0, 64 - suffix.length) + suffix;
    if (!isTaken(numbered, folders)) return { id: numbered, name: `${folder} (${number})` };
  }
}
