import { basename } from 'node:path';
import { ContinuistError } from '@shared/errors.js';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'it is not there',
  ENOTDIR: 'it is not a folder',
  EACCES: 'its owner does not allow it',
  EPERM: 'the system does not allow it',
};

/** Names the folder without its path: the sentence is for the page too. */
export function folderUnreadable(folder: string, cause: unknown): ContinuistError {
  const { code = '' } = cause as { code?: string };
  const reason = REASONS[code] ?? (code || 'it gives no answer');
  return new ContinuistError('FOLDER_UNREADABLE', `“${basename(folder) || folder}”, ${reason}`, {}, cause);
}
