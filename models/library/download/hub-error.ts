/** Why a hub gives nothing of a repository, in words that say what to do. */
import { ContinuistError } from '@shared/errors.js';

export interface Asked {
  readonly repository: string;
  /** Address of the hub or mirror. */
  readonly base: string;
  readonly revision: string;
  /** Null when it was the repository that was asked about. */
  readonly file: string | null;
}

/**
 * The hub answers 401 for what is not there, is private or is gated alike, and tells which by a code of its own; a
 * mirror may tell less. What was not thrown by a request is returned as it is.
 */
export function hubError(thrown: unknown, { repository, base, revision, file }: Asked): unknown {
  if (!(thrown instanceof ContinuistError) || thrown.code !== 'DOWNLOAD_FAILED') return thrown;
  const { status, reason } = thrown.data;
  const { host } = new URL(base);
  const unknown = (detail: string) =>
    new ContinuistError('MODEL_UNKNOWN', detail, { status, reason, repository }, thrown);
  if (reason === 'GatedRepo' || status === 403 || (status === 401 && file !== null))
    return unknown(
      `${host} gives ${repository} only to people who have accepted its terms. Accept them at ${base}/${repository}, download its files there, and add their folder`,
    );
  if (reason === 'RevisionNotFound')
    return unknown(
      `${repository} at ${host} has no revision “${revision}”. Name a branch, a tag or a commit`,
    );
  if (file !== null && status === 404) return unknown(`${repository} at ${host} lacks ${file}`);
  if (status === 404 || status === 401)
    return unknown(
      `${host} has no repository “${repository}”, or it is private or gated. Check the spelling, owner/name`,
    );
  return hubFailed(thrown.message.replace(/^[^:]*: /, ''), thrown);
}

export const hubFailed = (detail: string, cause?: unknown): ContinuistError =>
  new ContinuistError('HUB_FAILED', detail, {}, cause);
