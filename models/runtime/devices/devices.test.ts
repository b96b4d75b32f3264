import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CATALOGUE, type CatalogueEntry, filesFor } from '../../library/catalogue.js';
import { type LibraryFolders, libraryFolders, modelFolder } from '../../library/library.js';
import { deviceChain, ensembleChain, type Machine, memberDevice } from './devices.js';

const llava = CATALOGUE.find(({ id }) => id === 'llava-onevision-0.5b') as CatalogueEntry;
const linux: Machine = { system: 'linux-x64', hasCard: true };
const windows: Machine = { system: 'win32-x64', hasCard: null };
let root: string;
let folders: LibraryFolders;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'continuist-devices-'));
  const modelsFolder = fileURLToPath(new URL('../..', import.meta.url));
  folders = libraryFolders({ modelsFolder, dataFolder: root });
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function have(device: 'cpu' | 'webgpu'): Promise<void> {
  for (const { path } of filesFor(llava, device)) {
    const file = join(modelFolder(llava, folders), path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, 'weights');
  }
}

describe('the devices to try', () => {
  it('are those of the system that the files are here for, fastest first, and the processor in the end', async () => {
    await have('cpu');
    expect(deviceChain(llava.id, folders, 'auto', linux)).toEqual({
      devices: ['cpu'],
      refused: [
        {
          device: 'webgpu',
          reason: expect.stringMatching(/lacks .*models download llava.* --device webgpu/),
        },
        { device: 'cuda', reason: expect.stringContaining('--device cuda') },
      ],
    });
    await have('webgpu');
    expect(deviceChain(llava.id, folders, 'auto', linux)).toEqual({
      devices: ['webgpu', 'cuda', 'cpu'],
      refused: [],
    });
    expect(deviceChain(llava.id, folders, 'auto', windows).devices).toEqual(['webgpu', 'dml', 'cpu']);
    expect(deviceChain(llava.id, folders, 'cpu', linux)).toEqual({ devices: ['cpu'], refused: [] });
  });

  it('are in an ensemble those that suit any member, each member on the one that it has files for', async () => {
    await have('webgpu');
    const members = ['storybook', llava.id];
    expect(ensembleChain(members, folders, 'auto', linux).devices).toEqual(['webgpu', 'cuda', 'cpu']);
    expect(members.map((id) => memberDevice(id, 'webgpu', folders))).toEqual(['cpu', 'webgpu']);
    expect(ensembleChain(['storybook'], folders, 'auto', linux).devices).toEqual(['cpu']);
    expect(ensembleChain(members, folders, 'auto', { ...linux, hasCard: false })).toMatchObject({
      devices: ['cpu'],
      refused: [{ device: 'webgpu' }, { device: 'cuda' }],
    });
  });

  it('are no software drivers, unless they are asked for by name', async () => {
    await have('webgpu');
    const bare: Machine = { system: 'linux-x64', hasCard: false };
    const { devices, refused } = deviceChain(llava.id, folders, 'auto', bare);
    expect(devices).toEqual(['cpu']);
    expect(refused[0]).toEqual({ device: 'webgpu', reason: expect.stringContaining('no graphics card') });
    expect(deviceChain(llava.id, folders, 'webgpu', bare).devices).toEqual(['webgpu', 'cpu']);
  });

  it('say why one that was asked for by name is not tried', () => {
    const on = (device: 'dml' | 'webgpu', system: string) =>
      deviceChain('storybook', folders, device, { system, hasCard: null }).refused;
    expect(on('dml', 'win32-x64')).toEqual([{ device: 'dml', reason: 'Storybook has no files for dml' }]);
    expect(on('webgpu', 'linux-arm64')).toEqual([
      { device: 'webgpu', reason: 'linux-arm64 has no support for it' },
    ]);
  });

  it('of the small model and of servers: the processor, unless told otherwise', () => {
    expect(deviceChain('storybook', folders, 'auto', linux)).toEqual({ devices: ['cpu'], refused: [] });
    expect(deviceChain('storybook', folders, 'webgpu', linux).devices).toEqual(['webgpu', 'cpu']);
    expect(deviceChain('openai-compatible', folders, 'webgpu', linux).devices).toEqual(['cpu']);
  });
});
