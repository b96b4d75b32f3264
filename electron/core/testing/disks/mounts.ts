/** Real file systems for a test: small ones, ones that fail, ones that go. Only an administrator of Linux may mount. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const run = (program: string, ...args: string[]): string =>
  execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

const folder = (): string => mkdtempSync(join(tmpdir(), 'continuist-disk-'));

export interface Disk {
  readonly folder: string;
  /** Takes it away under whoever has files open on it. */
  pull(): void;
}

const mounted: string[] = [];

function diskAt(at: string): Disk {
  mounted.push(at);
  return { folder: at, pull: () => void run('umount', '-l', at) };
}

/** In memory, of so many mebibytes. */
export function smallDisk(mebibytes: number): Disk {
  const at = folder();
  run('mount', '-t', 'tmpfs', '-o', `size=${mebibytes}m`, 'continuist-test', at);
  return diskAt(at);
}

export interface FailingDisk extends Disk {
  /** An error is met on it, upon which the system lets nobody write any more. */
  fail(): void;
}

/** Of eight mebibytes, in a file. */
export function failingDisk(): FailingDisk {
  const at = folder();
  const image = `${at}.img`;
  writeFileSync(image, Buffer.alloc(8 * 1024 * 1024));
  run('mkfs.ext4', '-q', image);
  run('mount', '-o', 'loop,errors=remount-ro', image, at);
  const [device = ''] = run('losetup', '-j', image).split(':');
  rmSync(image);
  return {
    ...diskAt(at),
    fail: () => {
      try {
        writeFileSync(`/sys/fs/ext4/${basename(device)}/trigger_fs_error`, '1');
      } catch {
        // It says that the disk is read-only now.
      }
    },
  };
}

/** The same folder at another path. */
export function shownAgain(what: string): Disk {
  const at = folder();
  run('mount', '--bind', what, at);
  return diskAt(at);
}

/** `readOnly`: nobody may write from now on; nobody has a file open for that. */
export const remount = (at: string, readOnly: boolean): void =>
  void run('mount', '-o', `remount,${readOnly ? 'ro' : 'rw'}`, at);

/** Call it after each test. */
export function unmountAll(): void {
  for (const at of mounted.splice(0).reverse()) {
    try {
      run('umount', '-l', at);
    } catch {
      // It was pulled.
    }
    rmSync(at, { recursive: true, force: true });
  }
}

/** Why none of this can be tried here; null where it can. */
export const whyNoMount: string | null = (() => {
  if (process.platform !== 'linux' || process.geteuid?.() !== 0)
    return 'only an administrator of Linux may mount';
  try {
    failingDisk();
    smallDisk(1);
    return null;
  } catch (thrown) {
    return `this machine does not mount: ${String(thrown).split('\n')[0]}`;
  } finally {
    unmountAll();
  }
})();
