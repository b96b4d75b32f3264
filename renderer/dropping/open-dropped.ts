/**
 * Opens what was dropped onto a page in a browser. The page learns no paths; the host finds it by its names and lengths, as far as
 * it lies near where the open dialog begins.
 */
import type { Dropped } from '@shared/contract/index.js';
import { CONTEXT, openBoard, runAction } from '../actions/index.js';
import { tryCall } from '../link/index.js';
import { say } from '../stores/index.js';

/** More entries of a folder tell nothing more. */
const ENTRIES = 30;

type Entry = Dropped['entries'][number];

const entryOf = (entry: FileSystemEntry): Promise<Entry> =>
  new Promise((resolve, reject) => {
    const { name } = entry;
    if (entry.isDirectory) resolve({ name, size: null });
    else (entry as FileSystemFileEntry).file(({ size }) => resolve({ name, size }), reject);
  });

/** A browser hands them out a hundred at a time. */
const inside = (folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> =>
  new Promise((resolve, reject) => folder.createReader().readEntries(resolve, reject));

/** Null where the browser tells nothing of it. The entries are there only while the drop is handled. */
export async function droppedOf(entries: readonly FileSystemEntry[]): Promise<Dropped | null> {
  const [first] = entries;
  if (!first) return null;
  if (!first.isDirectory) {
    const files = entries.filter(({ isFile }) => isFile).slice(0, ENTRIES);
    return { folder: null, entries: await Promise.all(files.map(entryOf)) };
  }
  const all = await inside(first as FileSystemDirectoryEntry);
  return {
    folder: first.name,
    entries: await Promise.all(all.slice(0, ENTRIES).map(entryOf)),
  };
}

export async function openDropped(entries: readonly FileSystemEntry[]): Promise<void> {
  const dropped = await droppedOf(entries).catch(() => null);
  const asked = dropped && (await tryCall((api) => api.open.find(dropped)));
  const found = asked && 'value' in asked ? asked.value : null;
  if (found) return void (await openBoard(CONTEXT, found.token));
  say(
    'error',
    'What you dropped was not found.',
    'A browser does not say where it lies, and nothing of these names and lengths is near your own folder, or more than one is. Nothing was opened or changed: choose it here instead.',
  );
  runAction('open');
}
