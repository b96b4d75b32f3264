import fs, { chmodSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { sep } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { vi } from 'vitest';

/** A user whom permissions bind; an administrator's process, as in a container, they do not. */
const NOBODY = 65_534;

const isRoot = process.geteuid?.() === 0;

/** Permissions stop nobody on Windows. */
export const canRefuse = process.platform !== 'win32';

/** Does `work` while `folder` and what lies in it cannot be written. */
export function whileUnwritable<T>(folder: string, inside: readonly string[], work: () => T): T {
  // A thread of an administrator's process cannot become somebody else.
  if (isRoot && !isMainThread) return asOnReadOnlyDisk(folder, work);
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

/** What a disk that may only be read refuses, by what is changed: the first path or the second. */
const CHANGES = { writeFileSync: 0, mkdirSync: 0, rmSync: 0, renameSync: 0, accessSync: 0, copyFileSync: 1 };

function asOnReadOnlyDisk<T>(folder: string, work: () => T): T {
  const spies = (Object.keys(CHANGES) as (keyof typeof CHANGES)[]).map((name) => {
    const real = fs[name] as (...args: unknown[]) => unknown;
    return vi.spyOn(fs, name).mockImplementation((...args: unknown[]) => {
      if (!`${args[CHANGES[name]]}${sep}`.startsWith(folder + sep)) return real(...args) as never;
      throw Object.assign(new Error(`read-only file system, ${name}`), { code: 'EROFS' });
    });
  });
  syncBuiltinESMExports();
  try {
    return work();
  } finally {
    for (const spy of spies) spy.mockRestore();
    syncBuiltinESMExports();
  }
}
