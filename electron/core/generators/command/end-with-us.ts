/** Ends a program whose host is gone, however that ended: also when nothing was left to do it by itself. */
import { spawn } from 'node:child_process';

export interface Guard {
  /** The program has ended. */
  release(): void;
}

/** Waits for the end of its stdin, which comes when the host is gone, and ends the group: asks, then makes it. */
const SCRIPT = 'read -r _; kill -TERM "-$1"; sleep 1; kill -KILL "-$1"';

const NONE: Guard = { release: () => undefined };

/** `group`: a process group by its leader's id. On Windows, which has none, nothing is guarded. */
export function endWithUs(group: number | undefined): Guard {
  if (group === undefined || process.platform === 'win32') return NONE;
  const guard = spawn('/bin/sh', ['-c', SCRIPT, 'guard', String(group)], {
    // Of a group of its own: what ends ours must not end it first.
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    env: { PATH: process.env.PATH },
  });
  guard.on('error', () => undefined);
  guard.unref();
  return { release: () => void guard.kill('SIGKILL') };
}
