/**
 * Whether a folder lies on a drive of the network. A write-ahead log needs memory that all who have the file open
 * share, which such drives do not give (https://sqlite.org/wal.html).
 */
import { execFileSync } from 'node:child_process';
import { realpathSync, statfsSync } from 'node:fs';

/** The magic numbers of statfs(2) on Linux, as in its manual and in linux/magic.h. */
const LINUX: ReadonlySet<number> = new Set([
  0x6969, // nfs
  0x517b, // smb
  0xff534d42, // cifs
  0xfe534d42, // smb2
  0x5346414f, // afs
  0x73757245, // coda
  0x01021997, // 9p, also the drives of Windows inside WSL
  0x00c36400, // ceph
  0x0bd00bd0, // lustre
  0x786f4256, // vboxsf
  0x65735546, // fuse: sshfs and what cloud drives are mounted with; others are merely slower for it
]);

/** As `mount` calls them on macOS. */
const MACOS: ReadonlySet<string> = new Set(['smbfs', 'nfs', 'afpfs', 'webdav', 'ftp', 'macfuse', 'osxfuse']);

/** `type`: of statfs, which some systems give as a negative number. */
export const isNetworkType = (type: number): boolean => LINUX.has(type >>> 0);

/** `mounts`: what `mount` prints on macOS, as “//ada@nas/art on /Volumes/art (smbfs, nodev)”. `folder` is absolute. */
export function isNetworkMount(mounts: string, folder: string): boolean {
  const around = [...mounts.matchAll(/^.+? on (.+) \(([^,)]+)[^)]*\)$/gm)].flatMap(
    ([, place = '', kind = '']) =>
      folder === place || folder.startsWith(place === '/' ? '/' : `${place}/`) ? [{ place, kind }] : [],
  );
  around.sort((a, b) => b.place.length - a.place.length);
  return MACOS.has(around[0]?.kind ?? '');
}

/** What is asked of the system. */
export interface DriveQuestions {
  readonly platform: NodeJS.Platform;
  /** The real path of a folder that is there. */
  real(folder: string): string;
  /** What `mount` prints on macOS. */
  mounts(): string;
  /** Of statfs, on Linux. */
  type(folder: string): number;
}

const SYSTEM: DriveQuestions = {
  platform: process.platform,
  real: (folder) => realpathSync.native(folder),
  mounts: () => execFileSync('/sbin/mount', { encoding: 'utf8', timeout: 2_000 }),
  type: (folder) => statfsSync(folder).type,
};

/** `folder` must be there. A system that does not tell has none. */
export function isOnNetwork(folder: string, { platform, real, mounts, type } = SYSTEM): boolean {
  try {
    const place = real(folder);
    // A drive letter that stands for one resolves to its UNC name.
    if (platform === 'win32') return place.startsWith('\\\\');
    if (platform === 'darwin') return isNetworkMount(mounts(), place);
    return isNetworkType(type(place));
  } catch {
    return false;
  }
}
