/** Whether there is room for a model's files, and the error for a disk that is full. */
import { statfs } from 'node:fs/promises';
import { ContinuistError } from '@shared/errors.js';

/** Bytes free where a folder lies. */
export type FreeSpace = (folder: string) => Promise<number>;

/** Left free, so that a review can still be saved. */
const SPACE_TO_SPARE = 100_000_000;

/** Throws DISK_FULL when `needed` bytes more would not fit where `folder` lies. */
export async function mustFit(folder: string, needed: number, free: FreeSpace = freeSpace): Promise<void> {
  const there = await free(folder);
  if (needed <= 0 || needed + SPACE_TO_SPARE <= there) return;
  const detail = `the model needs ${Math.ceil(needed / 1e6)} MB more, ${Math.floor(there / 1e6)} MB are free`;
  throw new ContinuistError('DISK_FULL', detail, { needed, free: there });
}

/** A write found the disk, or a user's share of it, full. */
export function isDiskFull(thrown: unknown): boolean {
  const { code } = thrown as { code?: string };
  return code === 'ENOSPC' || code === 'EDQUOT';
}

/** What a write threw; a full disk as DISK_FULL. */
export const onDisk = (thrown: unknown): unknown =>
  isDiskFull(thrown) ? new ContinuistError('DISK_FULL', '', {}, thrown) : thrown;

async function freeSpace(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
