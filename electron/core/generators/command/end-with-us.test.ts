import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { bundleOf } from '@testing/bundle-of.js';
import { expect, it, vi } from 'vitest';

const host = fileURLToPath(new URL('testing/host.ts', import.meta.url));

it.runIf(process.platform !== 'win32')(
  'no program outlives a host that is killed, and nothing that it started',
  async () => {
    const child = spawn(process.execPath, [bundleOf(host)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
    const pids = line.split(' ').map(Number);
    expect(pids).toHaveLength(2);
    for (const pid of pids) expect(process.kill(pid, 0)).toBe(true);
    child.kill('SIGKILL');
    await vi.waitFor(
      () => {
        for (const pid of pids) expect(() => process.kill(pid, 0)).toThrow(/ESRCH/);
      },
      { timeout: 20_000, interval: 50 },
    );
  },
);
