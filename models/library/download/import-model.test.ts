import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { CATALOGUE, type CatalogueEntry, filesFor } from '../catalogue.js';
import { modelFolder } from '../library.js';
import { type ImportOptions, type ImportProgress, importModel } from './import-model.js';
import { readLock } from './lock-file.js';
import { beginPart, PartWriter, readPart } from './part-file.js';
import { sha256Of } from './sha256.js';

const entry = CATALOGUE.find(({ id }) => id === 'llava-onevision-0.5b') as CatalogueEntry;
const paths = filesFor(entry, 'cpu').map(({ path }) => path);
const contents = new Map(paths.map((path, index) => [path, Buffer.alloc(1000 + index * 700_000, path)]));
const total = [...contents.values()].reduce((sum, { length }) => sum + length, 0);
const [first = '', second = ''] = paths;

let root: string;
let folder: string;
let from: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'continuist-import-'));
  folder = modelFolder(entry, { modelsFolder: join(root, 'program'), downloadsFolder: join(root, 'data') });
  from = join(root, 'stick');
  for (const [path, bytes] of contents) await put(join(from, path), bytes);
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function put(file: string, bytes: Buffer | string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, bytes);
}
const take = (change: Partial<ImportOptions> = {}) =>
  importModel(entry, { folder, device: 'cpu', from, ...change });
async function whole(): Promise<void> {
  for (const [path, bytes] of contents)
    expect(bytes.equals(await readFile(join(folder, path))), path).toBe(true);
}

it('copies every file, tells the bytes, and records what it copied', async () => {
  const told: ImportProgress[] = [];
  expect(await take({ onProgress: (progress) => told.push(progress) })).toBe(total);
  await whole();
  expect(Object.keys(readLock(folder)?.files ?? {}).sort()).toEqual([...paths].sort());
  expect(told.at(-1)).toEqual({ file: paths.at(-1), done: total, total });
  expect(told.length).toBeGreaterThan(paths.length);
  expect(told.every(({ done }, index) => done >= (told[index - 1]?.done ?? 0))).toBe(true);
});

it('finds them all in one folder too', async () => {
  const flat = join(root, 'flat');
  for (const [path, bytes] of contents) await put(join(flat, basename(path)), bytes);
  await take({ from: flat });
  await whole();
});

it('takes no file that is not as published, and what is in place stays', async () => {
  await take();
  await put(join(from, first), 'another file');
  await expect(take()).rejects.toMatchObject({
    code: 'FILES_REFUSED',
    message: expect.stringContaining(
      `${first} is not that of ${entry.name}, it has 12 bytes instead of 1000`,
    ),
  });
  await whole();
  await put(join(from, first), Buffer.alloc(1000, 'x'));
  await expect(take()).rejects.toThrow(/it has another sha256/);
  await whole();
});

it('needs no file again that is in its place, and names those that are nowhere', async () => {
  await take();
  await rm(join(from, first));
  await rm(join(folder, second));
  expect(await take()).toBe(total - 1000);
  await whole();
  await put(join(folder, first), 'damaged');
  await expect(take()).rejects.toMatchObject({
    message: expect.stringContaining(`“stick” lacks ${first}`),
    data: { files: [first] },
  });
});

it('says that the folder cannot be read', async () => {
  await expect(take({ from: join(root, 'gone') })).rejects.toMatchObject({
    code: 'FOLDER_UNREADABLE',
    message: expect.stringMatching(/“gone”, it is not there$/),
  });
});

it('copies nothing that would not fit', async () => {
  const freeSpace = async () => 100_000_000 + total - 1;
  await expect(take({ freeSpace })).rejects.toMatchObject({ code: 'DISK_FULL' });
  expect(readLock(folder)).toBeNull();
});

it('ends between two pieces when it is cancelled, and leaves what a download had of the file', async () => {
  const last = paths.at(-1) ?? '';
  const target = join(folder, last);
  await beginPart(target, { tag: '"one"', total: 5 });
  const part = await PartWriter.open(target);
  await part.write(Buffer.from('half'));
  await part.close();
  const cancel = new AbortController();
  const onProgress = ({ file }: ImportProgress) => {
    if (file === last) cancel.abort();
  };
  await expect(take({ signal: cancel.signal, onProgress })).rejects.toMatchObject({ code: 'CANCELLED' });
  expect(await readPart(target)).toEqual({ length: 4, version: { tag: '"one"', total: 5 } });
  await take();
  expect(await sha256Of(target)).toBe(readLock(folder)?.files[last]?.sha256);
  expect(await readPart(target)).toEqual({ length: 0, version: null });
});
