import { chmodSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/** A user whom permissions bind; an administrator's process, as in a container, they do not. */
const NOBODY = 65_534;

const isRoot = process.geteuid?.() === 0;

/** Permissions stop nobody on Windows, and a thread of an administrator's process cannot become somebody else. */
export const canRefuse = process.platform !== 'win32' && (isMainThread || !isRoot);

/** Does `work` while `folder` and what lies in it cannot be written. */
export function whileUnwritable<T>(folder: string, inside: readonly string[], work: () => T): T {
  const modes = [folder, ...inside];
  for (const path of modes) chmodSync(path, 0o555);
  if (isRoot) process.seteuid?.(NOBODY);
  try {
    return work();
  } finally {
    if (isRoot) process.seteuid?.(0);
    for (const path of modes) chmodSync(path, 0o777);
  }
}
