import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type DriveQuestions, isNetworkMount, isNetworkType, isOnNetwork } from './network-drive.js';

it.each([
  ['nfs', 0x6969, true],
  ['smb2', 0xfe534d42, true],
  ['cifs, as a negative number', 0xff534d42 | 0, true],
  ['a drive of Windows inside WSL', 0x01021997, true],
  ['sshfs', 0x65735546, true],
  ['ext4', 0xef53, false],
  ['tmpfs', 0x01021994, false],
  ['btrfs', 0x9123683e, false],
  ['unknown', 0, false],
])('%s', (_name, type, expected) => expect(isNetworkType(type)).toBe(expected));

const MOUNTS = `/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
devfs on /dev (devfs, local, nobrowse)
//ada@nas._smb._tcp.local/art on /Volumes/art (smbfs, nodev, nosuid, mounted by ada)
/dev/disk5s1 on /Volumes/art (old) (msdos, local)
nas:/export on /Volumes/art/boards (nfs)
/dev/disk4s1 on /Volumes/art/local (apfs, local)
//nas/odd on /Volumes/odd (smbfs) and more
`;

it.each([
  ['/Volumes/art', true],
  ['/Volumes/art/pier', true],
  ['/Volumes/art/boards/pier', true],
  ['/Volumes/art/local/pier', false],
  ['/Volumes/art (old)/pier', false],
  ['/Volumes/artists', false],
  ['/Volumes/odd', false],
  ['/Users/ada/pier', false],
])('on macOS the innermost mount around %s decides', (folder, expected) =>
  expect(isNetworkMount(MOUNTS, folder)).toBe(expected),
);

it('takes what does not tell for a drive of this machine', () => {
  expect(isNetworkMount('', '/Users')).toBe(false);
  expect(isOnNetwork(join(tmpdir(), 'nowhere-at-all'))).toBe(false);
});

/** A system on which only what `answers` answers may be asked. */
const asking = (platform: NodeJS.Platform, answers: Partial<DriveQuestions>): DriveQuestions => {
  const never = () => {
    throw new Error('This is asked of another system');
  };
  return { platform, real: (folder) => folder, mounts: never, type: never, ...answers };
};

it('asks Windows for the real name of the folder, behind a drive letter too', () => {
  const real = (folder: string) => folder.replace(/^N:/, '\\\\nas\\art');
  expect(isOnNetwork('N:\\pier', asking('win32', { real }))).toBe(true);
  expect(isOnNetwork('C:\\pier', asking('win32', { real }))).toBe(false);
});

it('asks macOS what is mounted where the folder really lies', () => {
  const real = (folder: string) => folder.replace(/^[/]linked/, '/Volumes/art');
  const mac = asking('darwin', { real, mounts: () => MOUNTS });
  expect(isOnNetwork('/linked/pier', mac)).toBe(true);
  expect(isOnNetwork('/Users/ada/pier', mac)).toBe(false);
});

it('asks Linux for the kind of file system the folder really lies on', () => {
  const real = (folder: string) => folder.replace(/^[/]linked/, '/mnt/nas');
  const type = (folder: string) => (folder.startsWith('/mnt/nas') ? 0x6969 : 0xef53);
  expect(isOnNetwork('/linked/pier', asking('linux', { real, type }))).toBe(true);
  expect(isOnNetwork('/home/ada/pier', asking('linux', { real, type }))).toBe(false);
});

it('takes a drive of this machine where the system does not answer', () => {
  for (const platform of ['darwin', 'linux'] as const)
    expect(isOnNetwork('/', asking(platform, {}))).toBe(false);
});
