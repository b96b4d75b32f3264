import { chmodSync } from 'node:fs';

/** A user whom permissions bind; an administrator's process, as in a container, they do not. */
const NOBODY = 65_534;

/** Permissions stop nobody on such a system. */
export const canRefuse = process.platform !== 'win32';

/** Does `work` while `folder` and what lies in it cannot be written. */
export function whileUnwritable<T>(folder: string, inside: readonly string[], work: () => T): T {
  const isRoot = process.geteuid?.() === 0;
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
