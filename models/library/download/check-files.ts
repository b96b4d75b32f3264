import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ModelFile } from '../catalogue.js';
import { readLock } from './lock-file.js';
import { sha256Of } from './sha256.js';

export interface CheckedFile {
  readonly path: string;
  /** `unknown`: it is there, and nothing says what it should be. */
  readonly state: 'ok' | 'missing' | 'wrong' | 'unknown';
  readonly size: number;
  /** Of what is there; null when nothing is. */
  readonly sha256: string | null;
}

/** Reads every file whole and holds it to the catalogue, or else to what was recorded when it came. */
export async function checkFiles(
  folder: string,
  files: readonly ModelFile[],
  options: { readonly signal?: AbortSignal; readonly onFile?: (path: string) => void } = {},
): Promise<CheckedFile[]> {
  const recorded = readLock(folder)?.files ?? {};
  const checked: CheckedFile[] = [];
  for (const { path, size, sha256 } of files) {
    options.signal?.throwIfAborted();
    options.onFile?.(path);
    const file = join(folder, path);
    const there = await stat(file).catch(() => null);
    if (!there?.isFile()) {
      checked.push({ path, state: 'missing', size: 0, sha256: null });
      continue;
    }
    const found = await sha256Of(file, options.signal);
    const wantedSize = size ?? recorded[path]?.size ?? null;
    const wanted = sha256 ?? recorded[path]?.sha256 ?? null;
    const wrong =
      there.size === 0 || (wantedSize ?? there.size) !== there.size || (wanted ?? found) !== found;
    const state = wrong ? 'wrong' : wanted === null ? 'unknown' : 'ok';
    checked.push({ path, state, size: there.size, sha256: found });
  }
  return checked;
}
