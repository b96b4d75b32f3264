/** The user's settings file: changed as a whole or not at all, and never while something in it cannot be read. */
import { isDeepStrictEqual } from 'node:util';
import { replaceFile, setAside } from '@core/files/index.js';
import { ContinuistError } from '@shared/errors.js';
import type { Settings } from '@shared/settings.js';
import PQueue from 'p-queue';
import { checkedSettings } from './check.js';
import { merged } from './generators.js';
import { readSettingsFile, type SettingsFile, told } from './settings-file.js';

/** Two changes at once would each take back the other. */
const saving = new PQueue({ concurrency: 1 });

/**
 * Adds `change` to the file; where it already says so, the file is left as it is. Throws BAD_SETTING for a value that
 * is not valid, and SETTINGS_UNREADABLE as long as something in the file cannot be read.
 */
export async function saveSettings(userFile: string, change: Partial<Settings>): Promise<void> {
  const checked = checkedSettings(change, 'this change');
  await saving.add(async () => {
    const file = await readSettingsFile(userFile);
    const problem = problemOf(file, userFile);
    if (problem) throw problem;
    const next = merged(file.values, checked);
    if (!isDeepStrictEqual(next, file.values))
      await replaceFile(userFile, `${JSON.stringify(next, null, 2)}\n`);
  });
}

/**
 * Puts the file aside, so that the next change begins a new one. Returns where the old one lies now, null when there
 * is none. Throws SAVE_FAILED.
 */
export const startFresh = (userFile: string, now: Date): Promise<string | null> =>
  saving.add(() => setAside(userFile, now));

/** Null when all of the file can be used. */
export function problemOf({ defects }: SettingsFile, userFile: string): ContinuistError | null {
  const [first, ...others] = defects;
  if (!first) return null;
  const more = others.length > 0 ? `; and ${others.length} more` : '';
  return new ContinuistError('SETTINGS_UNREADABLE', `${told(userFile)}, ${first.message}${more}`, {
    ...first,
  });
}
