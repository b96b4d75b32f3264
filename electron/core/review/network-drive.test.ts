import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isNetworkMount, isNetworkType, isOnNetwork } from './network-drive.js';

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
