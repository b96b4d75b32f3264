/** Small weights and fine ones, of a tiny model with random weights that a hub of bad manners has. */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Jobs } from '@core/jobs/index.js';
import { loadJudge } from '@models/index.js';
import {
  CATALOGUE,
  type CatalogueEntry,
  findModel,
  isToBePrepared,
  type LibraryFolders,
  libraryFolders,
  modelFolder,
  preparedFolder,
} from '@models/library/index.js';
import { deviceChain } from '@models/runtime/devices/index.js';
import type { WeightsChoice } from '@shared/weights-choice.js';
import { FaultServer } from '@testing/fault-server.js';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { addFromHub, checkModel, downloadWork, forgetModel, modelInfos } from './index.js';

const tiny = fileURLToPath(
  new URL('../../../models/architectures/llava-onevision/test/fixture', import.meta.url),
);
const COMMIT = 'a'.repeat(40);
const FINE = 'onnx/vision_encoder_fp16.onnx';
const SMALL = 'onnx/vision_encoder_q4.onnx';
const OTHERS = [
  'config.json',
  'tokenizer.json',
  'tokenizer_config.json',
  'onnx/embed_tokens.onnx',
  'onnx/decoder_model_merged.onnx',
];

let root: string;
let folders: LibraryFolders;
let server: FaultServer;
const bytes = new Map<string, number>();

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'continuist-weights-'));
  folders = libraryFolders({ modelsFolder: join(root, 'program'), dataFolder: join(root, 'data') });
  await mkdir(folders.downloadsFolder ?? '', { recursive: true });
  server = await FaultServer.start({});
  server.repositories.set('someone/tiny', { commit: COMMIT, page: 9, cardData: { license: 'mit' } });
  for (const path of [...OTHERS, SMALL, FINE]) {
    const content = await readFile(join(tiny, path));
    bytes.set(path, content.length);
    server.files.set(`/someone/tiny/resolve/${COMMIT}/${path}`, content);
  }
  await addFromHub({ repository: 'someone/tiny', revision: 'main', id: 'tiny' }, folders, {
    mirror: server.address,
  });
});
afterEach(async () => {
  await server.close();
  await rm(root, { recursive: true, force: true });
});

async function download(weights?: WeightsChoice, mirror = server.address, from: string | null = null) {
  const jobs = new Jobs(() => undefined);
  const work = downloadWork({ id: 'tiny', device: 'cpu', mirror, from, weights }, folders);
  return jobs.ended(jobs.start('download', work).id);
}
const fetched = () => server.gets().map(({ path }) => path.slice(path.indexOf(COMMIT) + COMMIT.length + 1));
const weights = () => modelInfos(folders).find(({ id }) => id === 'tiny')?.devices[0]?.weights ?? [];
const chosen = () => weights().find((one) => one.chosen)?.choice;
const entry = () => findModel('tiny', folders) as CatalogueEntry;

/** What the tower makes of a picture, and who judged. */
async function judged() {
  const judge = await loadJudge('tiny', { ...folders, threads: 1 });
  const { features } = await judge.judge({ file: join(tiny, 'wide.png'), questions: [] });
  await judge.close();
  return { features: features as number[], version: judge.description.version };
}

it('small ones come first, fine ones on the artist’s word, and are used from then on', async () => {
  const others = OTHERS.reduce((sum, path) => sum + (bytes.get(path) ?? 0), 0);
  const sizes = weights().map(({ choice, expected }) => [choice, expected]);
  expect(sizes).toEqual([
    ['small', others + (bytes.get(SMALL) ?? 0)],
    ['fine', others + (bytes.get(FINE) ?? 0)],
  ]);
  expect((await download())?.state).toBe('done');
  expect([chosen(), fetched().includes(FINE)]).toEqual(['small', false]);
  const small = await judged();
  expect(isToBePrepared(entry(), folders)).toBe(false);

  server.seen.length = 0;
  server.faults = ['cut', 'too-many', 'busy', 'no-range'];
  expect((await download('fine'))?.state).toBe('done');
  expect([...new Set(fetched())]).toEqual([FINE]);
  expect(chosen()).toBe('fine');
  expect(deviceChain('tiny', folders, 'cpu').fine).toEqual(['tiny']);
  // What was made of the small ones is gone, and the next start makes it of the fine ones.
  expect(existsSync(preparedFolder(entry(), folders))).toBe(false);
  expect(isToBePrepared(entry(), folders)).toBe(true);
  const fine = await judged();
  expect(fine.version).not.toBe(small.version);

  const exact = await exactly();
  expect(errorOf(fine.features, exact)).toBeLessThan(errorOf(small.features, exact) / 2);
  expect(errorOf(fine.features, exact)).toBeLessThan(0.05);
}, 60_000);

it('what is here is not fetched again when the artist goes back, or on once more', async () => {
  await download();
  await download('fine');
  server.files.clear();
  server.seen.length = 0;
  for (const choice of ['small', 'fine', 'small'] as const) {
    expect((await download(choice))?.state).toBe('done');
    expect([chosen(), weights().every(({ ready }) => ready)]).toEqual([choice, true]);
  }
  expect(server.seen).toEqual([]);
  // A plain repair keeps to what was chosen.
  await download('fine');
  await download();
  expect(chosen()).toBe('fine');
});

it('fine ones that did not come whole leave the small ones in use, and go on where they were left', async () => {
  await download();
  server.always = 'gone';
  expect((await download('fine'))?.state).toBe('failed');
  expect([chosen(), (await judged()).features.length > 0]).toEqual(['small', true]);
  server.always = 'wrong-bytes';
  expect((await download('fine'))?.state).toBe('failed');
  expect(chosen()).toBe('small');
  server.always = 'none';
  expect((await download('fine'))?.state).toBe('done');
  expect(chosen()).toBe('fine');
});

it('fine ones come from a folder, too, and each is checked', async () => {
  expect((await download('fine', '', tiny))?.state).toBe('done');
  expect([chosen(), server.gets().some(({ path }) => path.includes('onnx'))]).toEqual(['fine', false]);
  expect(weights().map(({ ready }) => ready)).toEqual([false, true]);
  await download('small', '', tiny);
  const { ok, files } = await checkModel('tiny', folders);
  expect([ok, files.map(({ path }) => path).filter((path) => path.includes('vision'))]).toEqual([
    true,
    [SMALL, FINE],
  ]);
  await writeFile(join(modelFolder(entry(), folders), FINE), Buffer.alloc(bytes.get(FINE) ?? 0));
  expect((await checkModel('tiny', folders)).files).toContainEqual(
    expect.objectContaining({ path: FINE, state: 'wrong' }),
  );
});

it('removing the model frees both, and forgets what was chosen', async () => {
  await download();
  await download('fine');
  await judged();
  const all = [...bytes.values()].reduce((sum, size) => sum + size, 0);
  expect(await forgetModel('tiny', folders)).toBeGreaterThan(all);
  expect(await readdir(folders.downloadsFolder ?? '')).toEqual([]);
});

it('there is nothing to choose of a model with one kind of weights', () => {
  const order = { id: 'phi-3.5-vision', device: 'cpu', mirror: '', from: null } as const;
  expect(() => downloadWork({ ...order, weights: 'fine' }, folders)).toThrow('one kind of weights');
  const onCard = { ...order, id: 'llava-onevision-0.5b', device: 'webgpu', weights: 'fine' } as const;
  expect(() => downloadWork(onCard, folders)).toThrow('one kind of weights for webgpu');
});

it('the published LLaVA-OneVision 0.5B has both, and says what each takes', () => {
  const model = modelInfos(folders).find(({ id }) => id === 'llava-onevision-0.5b');
  const [small, fine] = model?.devices.find(({ device }) => device === 'cpu')?.weights ?? [];
  expect([small, fine].map((one) => (one?.expected ?? 0) / 1e9)).toEqual([
    expect.closeTo(0.87, 2),
    expect.closeTo(1.41, 2),
  ]);
  expect(CATALOGUE.filter(({ devices }) => devices.cpu?.fine).map(({ id }) => id)).toEqual([model?.id]);
});

/** The same in single precision. */
async function exactly(): Promise<number[]> {
  const own = join(root, 'exact');
  const exact = libraryFolders({ modelsFolder: own, dataFolder: own });
  const folder = join(exact.downloadsFolder ?? '', 'exact');
  await mkdir(folder, { recursive: true });
  const { fine: _, ...cpu } = entry().devices.cpu as NonNullable<CatalogueEntry['devices']['cpu']>;
  const single = {
    ...entry(),
    id: 'exact',
    source: { kind: 'folder', folder: tiny },
    files: [...OTHERS, 'onnx/vision_encoder.onnx'],
    devices: { cpu: { ...cpu, dtype: { ...cpu.dtype, vision_encoder: 'fp32' } } },
  };
  await writeFile(join(folder, 'entry.json'), JSON.stringify(single));
  const judge = await loadJudge('exact', { ...exact, threads: 1 });
  const { features } = await judge.judge({ file: join(tiny, 'wide.png'), questions: [] });
  await judge.close();
  return features as number[];
}

function errorOf(found: readonly number[], wanted: readonly number[]): number {
  const size = (values: readonly number[]) => Math.hypot(...values);
  return size(found.map((value, at) => value - (wanted[at] as number))) / size(wanted);
}
