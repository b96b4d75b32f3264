import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FaultServer } from '@testing/fault-server.js';
import { hubPath, revisionOf } from '@testing/hub-path.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadJudge } from '../../index.js';
import { CATALOGUE, type CatalogueEntry, filesFor } from '../catalogue.js';
import { type LibraryFolders, modelFolder, modelState } from '../library.js';
import { checkFiles } from './check-files.js';
import { type DownloadOptions, type DownloadProgress, downloadModel } from './download-model.js';
import { readLock } from './lock-file.js';
import { removeModel } from './remove-model.js';

const entry = CATALOGUE.find(({ id }) => id === 'llava-onevision-0.5b') as CatalogueEntry;
const paths = filesFor(entry, 'cpu').map(({ path }) => path);
const contents = new Map(paths.map((path, index) => [path, Buffer.alloc(1000 + index * 10_000, path)]));
const total = [...contents.values()].reduce((sum, { length }) => sum + length, 0);

let root: string;
let server: FaultServer;
let folders: LibraryFolders;
let folder: string;

const published = (of = entry) =>
  Object.fromEntries([...contents].map(([path, bytes]) => [hubPath(of, path), bytes]));

/** The same from a branch, which stands for some commit. */
const unpinned: CatalogueEntry = {
  ...entry,
  source: { kind: 'hub', repository: 'someone/seer', revision: 'main' },
};
const branchCommit = 'a'.repeat(40);
const ofBranch = () => ({
  ...published(unpinned),
  ...published({ ...unpinned, source: { ...unpinned.source, revision: branchCommit } as never }),
});

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'continuist-download-'));
  server = await FaultServer.start({ ...published(), ...ofBranch() });
  folders = { modelsFolder: join(root, 'program'), downloadsFolder: join(root, 'data') };
  folder = modelFolder(entry, folders);
});
afterEach(async () => {
  await server.close();
  await rm(root, { recursive: true, force: true });
});

const download = (change: Partial<DownloadOptions> = {}, of = entry) =>
  downloadModel(of, {
    folder: modelFolder(of, folders),
    device: 'cpu',
    mirror: `${server.address}/`,
    tries: 3,
    firstPause: 2,
    ...change,
  });
const whole = async () => {
  for (const [path, bytes] of contents)
    expect(bytes.equals(await readFile(join(folder, path))), path).toBe(true);
};
const getsOf = (path: string) => server.gets().filter((seen) => seen.path.endsWith(`/${path}`)).length;

describe('a model', () => {
  it('comes whole, tells how far it is, and records what came', async () => {
    const told: DownloadProgress[] = [];
    expect(modelState(entry, folders)).toMatchObject({ ready: false, bytes: 0 });
    const { fetched, bytes } = await download({ onProgress: (progress) => told.push(progress) });
    expect([fetched, bytes]).toEqual([paths, total]);
    await whole();
    expect(told.at(-1)).toMatchObject({ done: total, total });
    expect(told.map(({ done }) => done)).toEqual(told.map(({ done }) => done).sort((a, b) => a - b));
    expect(modelState(entry, folders)).toEqual({ ready: true, missing: [], bytes: total, expected: total });
    const lock = readLock(folder);
    const pin = revisionOf(entry);
    expect(lock).toMatchObject({ commit: pin, revision: pin });
    expect(Object.keys(lock?.files ?? {})).toEqual(paths);
    // Another device's weights are not fetched.
    expect(existsSync(join(folder, 'onnx/vision_encoder_q4f16.onnx'))).toBe(false);
  });

  it('is not asked for again when it is here, and is repaired where it is damaged', async () => {
    await download();
    const asked = server.gets().length;
    expect(await download()).toEqual({ fetched: [], bytes: 0 });
    expect(server.gets().length).toBe(asked);

    const [first = '', second = ''] = paths;
    await writeFile(join(folder, second), Buffer.alloc(contents.get(second)?.length ?? 0, 'x'));
    await rm(join(folder, first));
    const states = (await checkFiles(folder, filesFor(entry, 'cpu'))).map(({ state }) => state);
    expect(states.slice(0, 3)).toEqual(['missing', 'wrong', 'ok']);
    expect((await download()).fetched).toEqual([first, second]);
    await whole();
    expect(getsOf(paths[2] ?? '')).toBe(1);
  });

  it('is held to what was recorded the first time', async () => {
    server.head = 'size';
    await download();
    const [first = ''] = paths;
    await rm(join(folder, first));
    for (const path of server.files.keys())
      if (path.endsWith(`/${first}`))
        server.files.set(path, Buffer.alloc(contents.get(first)?.length ?? 0, 'y'));
    await expect(download()).rejects.toMatchObject({ code: 'MODEL_DAMAGED', data: { file: first } });
    expect(existsSync(join(folder, first))).toBe(false);
  });

  it('comes from a hub that redirects to signed addresses, and from a server that answers no HEAD', async () => {
    server.head = 'redirect';
    const from = { ...unpinned, id: 'seer' };
    await download({}, from);
    expect(readLock(modelFolder(from, folders))?.commit).toBe(branchCommit);
    await removeModel(from, folders);
    server.head = 'none';
    await download({}, from);
    expect(readLock(modelFolder(from, folders))?.commit).toBeNull();
    await download();
    await whole();
    expect(readLock(folder)?.commit).toBe(revisionOf(entry));
  });

  it('whose version is not fixed is held to the commit of the first download', async () => {
    await download({}, unpinned);
    const [first = ''] = paths;
    await rm(join(modelFolder(unpinned, folders), first));
    server.seen.length = 0;
    await download({}, unpinned);
    expect(server.gets().map(({ path }) => path)).toEqual([`/someone/seer/resolve/${branchCommit}/${first}`]);
  });

  it('whose version is fixed is taken from no server that gives another', async () => {
    const pin = 'b'.repeat(40);
    const other = { ...unpinned, source: { ...unpinned.source, revision: pin } as never };
    for (const [path, bytes] of contents) server.files.set(hubPath(other, path), bytes);
    server.commit = branchCommit;
    await expect(download({}, other)).rejects.toThrow(
      `gives version ${branchCommit} of someone/seer instead of ${pin}`,
    );
    expect(server.gets()).toEqual([]);
  });

  it('that an earlier program took from the branch stays, where that was the same commit', async () => {
    const earlier = { ...entry, source: { ...entry.source, revision: 'main' } as never };
    for (const [path, bytes] of contents) server.files.set(hubPath(earlier, path), bytes);
    server.commit = revisionOf(entry);
    await download({}, earlier);
    expect((await download()).fetched).toEqual([]);
    expect([existsSync(modelFolder(earlier, folders)), modelState(entry, folders).ready]).toEqual([
      false,
      true,
    ]);
    await removeModel(entry, folders);
    server.commit = branchCommit;
    for (const [path, bytes] of contents)
      server.files.set(
        hubPath({ ...entry, source: { ...entry.source, revision: branchCommit } as never }, path),
        bytes,
      );
    await download({}, earlier);
    server.commit = null;
    expect((await download()).fetched).toEqual(paths);
  });

  it('is not begun when the disk would not hold it, or the server lacks a file', async () => {
    const freeSpace = async () => total + 50_000_000;
    await expect(download({ freeSpace })).rejects.toMatchObject({ code: 'DISK_FULL' });
    for (const path of server.files.keys()) if (path.endsWith('q4.onnx')) server.files.delete(path);
    await expect(download()).rejects.toMatchObject({ code: 'DOWNLOAD_FAILED', data: { status: 404 } });
    expect(server.gets()).toEqual([]);
  });

  it('is not made of the pages of a network that asks for a login: they are named, and none is kept', async () => {
    server.always = 'page';
    const { host } = new URL(server.address);
    for (const head of ['told', 'none'] as const) {
      server.head = head;
      await expect(download()).rejects.toMatchObject({
        code: 'DOWNLOAD_FAILED',
        message: expect.stringContaining(`${host} answered with a web page`),
      });
    }
    expect(modelState(entry, folders, 'cpu').missing).toEqual(paths);
    server.always = 'none';
    expect((await download()).fetched).toEqual(paths);
  });

  it('is downloaded by one process at a time', async () => {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'downloading.pid'), String(process.ppid));
    await expect(download()).rejects.toMatchObject({ data: { process: process.ppid } });
    await expect(removeModel(entry, folders)).rejects.toMatchObject({ code: 'DOWNLOAD_FAILED' });
    await writeFile(join(folder, 'downloading.pid'), '2147483646');
    await download();
    await whole();
  });

  it('is cancelled between and within files, and then goes on', async () => {
    server.faults = ['none', 'none', 'slow'];
    const cancel = new AbortController();
    const onProgress = ({ file, done }: DownloadProgress) => {
      if (file === paths[2] && done > 13_000) cancel.abort();
    };
    await expect(download({ signal: cancel.signal, onProgress })).rejects.toMatchObject({
      code: 'CANCELLED',
    });
    expect((await download()).fetched).toEqual(paths.slice(2));
    await whole();
    expect(getsOf(paths[0] ?? '')).toBe(1);
  });

  it('gives its disk back when it is removed; one that ships with the program stays', async () => {
    await download();
    expect(await removeModel(entry, folders)).toBeGreaterThanOrEqual(total);
    expect(existsSync(join(root, 'data', entry.id))).toBe(false);
    const shipped = CATALOGUE.find(({ source }) => source.kind === 'shipped') as CatalogueEntry;
    await expect(removeModel(shipped, folders)).rejects.toMatchObject({ code: 'MODEL_UNKNOWN' });
  });

  it('that is not here, or was changed, is not loaded, and how to get it is said', async () => {
    const options = { ...folders, threads: 1 };
    await expect(loadJudge(entry.id, options)).rejects.toMatchObject({
      code: 'JUDGE_UNAVAILABLE',
      message: expect.stringContaining('continuist models download llava-onevision-0.5b'),
    });
    await download();
    const [first = ''] = paths;
    await writeFile(join(folder, first), Buffer.alloc(contents.get(first)?.length ?? 0, 'z'));
    await expect(loadJudge(entry.id, options)).rejects.toMatchObject({
      code: 'JUDGE_UNAVAILABLE',
      data: { file: first },
    });
  });
});
