/** The models' calls as the page makes them, answered by the application in this process. */
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Application } from '@core/application.js';
import { type AppRouter, createRouter } from '@core/router/index.js';
import { Storyboards } from '@core/storyboards/index.js';
import { forkChild, startNodeChild } from '@inference/index.js';
import { CATALOGUE, type CatalogueEntry, filesFor } from '@models/library/catalogue.js';
import { libraryFolders, preparedFolder } from '@models/library/library.js';
import { createRouterClient, type RouterClient } from '@orpc/server';
import type { OpenEntry } from '@shared/contract/index.js';
import type { Settings } from '@shared/settings.js';
import { FaultServer } from '@testing/fault-server.js';
import { hubPath } from '@testing/hub-path.js';
import { PretendServer } from '@testing/pretend-server.js';
import { drawStoryboard } from '@testing/storyboard.js';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startApplication } from '../testing/application.js';

const modelsFolder = fileURLToPath(new URL('../../../models', import.meta.url));
const tiny = join(modelsFolder, 'architectures', 'llava-onevision', 'test', 'fixture');
const fragile = fileURLToPath(new URL('../../../testing/fragile-child.ts', import.meta.url));
const llava = CATALOGUE.find(({ id }) => id === 'llava-onevision-0.5b') as CatalogueEntry;
type Api = RouterClient<AppRouter>;
const open: { close(): Promise<void> }[] = [];
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'continuist-models-contract-'));
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
  await rm(folder, { recursive: true, force: true });
});

async function started(flags: Partial<Settings>, startChild = startNodeChild): Promise<Application> {
  const application = await startApplication(folder, {
    flags,
    startChild,
    startingFolders: [{ name: 'Here', path: folder }],
    threads: 2,
    log: () => undefined,
  });
  open.push(application);
  return application;
}

it('a download belongs to its model while it runs, and its disk is known', async () => {
  const files = filesFor(llava, 'cpu').map(({ path }) => [hubPath(llava, path), Buffer.alloc(50_000, path)]);
  const server = await FaultServer.start(Object.fromEntries(files));
  open.push(server);
  const application = await started({ mirror: server.address });
  const api = createRouterClient(createRouter(new Storyboards(application).sit('test')));
  const model = async () => (await api.models.list()).find(({ id }) => id === llava.id);
  expect(await model()).toMatchObject({ jobId: null, disk: 0 });
  server.faults = ['stall'];
  const { jobId } = await api.models.download({ id: llava.id, device: 'cpu' });
  expect(await model()).toMatchObject({ jobId });
  expect((await api.models.list()).filter((one) => one.jobId !== null)).toHaveLength(1);
  await expect.poll(() => server.gets().length, { timeout: 60_000 }).toBe(1);
  await api.job.cancel({ jobId });
  await application.jobs.ended(jobId);
  expect(await model()).toMatchObject({ jobId: null });
  const again = await api.models.download({ id: llava.id, device: 'cpu' });
  await application.jobs.ended(again.jobId);
  expect(await model()).toMatchObject({ jobId: null, ready: true, disk: 300_000 });
  expect((await api.info()).judges).toContainEqual(expect.objectContaining({ id: llava.id, ready: true }));
  const made = preparedFolder(llava, libraryFolders({ modelsFolder, dataFolder: join(folder, 'data') }));
  expect(application.models.loadingWords(llava.id)).toBe('Preparing the model, once');
  await mkdir(join(made, 'a-version'), { recursive: true });
  await writeFile(join(made, 'a-version', 'weights'), Buffer.alloc(1000));
  expect(await model()).toMatchObject({ disk: 301_000 });
  expect(application.models.loadingWords(llava.id)).toBeUndefined();
  expect(application.models.loadingWords('storybook')).toBeUndefined();
  expect((await api.models.remove({ id: llava.id })).freed).toBeGreaterThanOrEqual(301_000);
  expect(await model()).toMatchObject({ disk: 0, ready: false });
});

/** The token that the page holds after browsing to a folder. */
async function tokenOf(api: Api, ...names: string[]): Promise<string> {
  let token: string | null = null;
  for (const name of ['Here', ...names]) {
    const { entries }: { entries: OpenEntry[] } = await api.open.list({ token });
    token = entries.find((entry) => entry.name === name)?.token ?? null;
    if (token === null) throw new Error(`${name} is not listed`);
  }
  return token ?? '';
}

it('a folder joins the list under its name, judges, and keeps its files when it is forgotten', async () => {
  for (const path of ['Mine!', 'other/mine-']) await cp(tiny, join(folder, path), { recursive: true });
  const api = createRouterClient(createRouter(new Storyboards(await started({})).sit('test')));
  const before = await readdir(join(folder, 'Mine!'), { recursive: true });
  const token = await tokenOf(api, 'Mine!');
  expect(await api.models.add({ token })).toEqual({ id: 'mine-' });
  const model = async (id: string) => (await api.models.list()).find((one) => one.id === id);
  expect(await model('mine-')).toMatchObject({ name: 'Mine!', origin: 'folder', added: true, ready: true });
  expect(JSON.stringify(await api.models.list())).not.toContain(folder);
  // Another folder of that name gets a number; the same one is not taken twice.
  expect(await api.models.add({ token: await tokenOf(api, 'other', 'mine-') })).toEqual({ id: 'mine--2' });
  expect(await model('mine--2')).toMatchObject({ name: 'mine- (2)' });
  await expect(api.models.add({ token })).rejects.toMatchObject({
    code: 'MODEL_UNKNOWN',
    message: expect.stringContaining('in the list already, as mine-'),
  });
  const test = await api.models.test({ id: 'mine-', device: 'cpu' });
  expect(test.answers.every(({ p }) => p !== null && p >= 0 && p <= 1)).toBe(true);
  await api.models.remove({ id: 'mine-' });
  expect(await model('mine-')).toBeUndefined();
  expect(await readdir(join(folder, 'Mine!'), { recursive: true })).toEqual(before);
});

it('a folder that is no model is refused in words, without its path', async () => {
  await mkdir(join(folder, 'empty'));
  await cp(tiny, join(folder, 'strange'), { recursive: true });
  await writeFile(join(folder, 'strange', 'config.json'), '{"model_type": "qwen2_vl"}');
  await cp(tiny, join(folder, 'half'), { recursive: true });
  await rm(join(folder, 'half', 'onnx', 'embed_tokens.onnx'));
  await mkdir(join(folder, 'going'));
  const api = createRouterClient(createRouter(new Storyboards(await started({})).sit('test')));
  const refusal = async (name: string) => {
    const token = await tokenOf(api, name);
    if (name === 'going') await rm(join(folder, name), { recursive: true });
    return (await api.models.add({ token }).catch((thrown: unknown) => thrown)) as Error;
  };
  const refusals = new Map<string, Error>();
  for (const name of ['empty', 'strange', 'half', 'going']) refusals.set(name, await refusal(name));
  const words = (name: string) => refusals.get(name)?.message;
  expect(words('empty')).toContain('“empty” lacks config.json, tokenizer.json, tokenizer_config.json');
  expect(words('strange')).toContain('config.json of “strange”, model_type: not a llava_onevision or phi3_v');
  expect(words('half')).toContain('“half” lacks onnx/embed_tokens.onnx');
  expect(words('going')).toBe('This folder cannot be read: “going”, it is not there');
  expect([...refusals.values()].map(({ message }) => message).join()).not.toContain(folder);
  await expect(api.models.add({ token: folder })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect((await api.models.list()).some(({ added }) => added)).toBe(false);
});

it('files that are here already are copied as a download is, and refused in words when they are wrong', async () => {
  for (const { path } of filesFor(llava, 'cpu')) {
    await mkdir(dirname(join(folder, 'stick', path)), { recursive: true });
    await writeFile(join(folder, 'stick', path), Buffer.alloc(50_000, path));
  }
  const application = await started({});
  const api = createRouterClient(createRouter(new Storyboards(application).sit('test')));
  const from = await tokenOf(api, 'stick');
  const order = { id: llava.id, device: 'cpu', from } as const;
  const { jobId } = await api.models.download(order);
  expect(await application.jobs.ended(jobId)).toMatchObject({
    kind: 'download',
    state: 'done',
    total: 300_000,
    summary: 'LLaVA-OneVision 0.5B is ready: 0.3 MB copied.',
  });
  expect(await api.models.verify({ id: llava.id })).toMatchObject({ ok: true });
  await writeFile(join(folder, 'stick', 'config.json'), 'another');
  const again = await api.models.download(order);
  const ended = await application.jobs.ended(again.jobId);
  expect(ended).toMatchObject({ state: 'failed', error: { code: 'FILES_REFUSED' } });
  expect(ended?.error?.message).not.toContain(folder);
  expect(await api.models.verify({ id: llava.id })).toMatchObject({ ok: true });
  await expect(api.models.download({ id: llava.id, device: 'cpu', from: 'no token' })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});

it('a repository of a hub joins the list under its name, and leaves it when it is removed', async () => {
  const commit = 'a'.repeat(40);
  const texts = {
    'config.json': '{"model_type": "phi3_v"}',
    'tokenizer.json': '{}',
    'tokenizer_config.json': '{}',
  };
  const weights = ['vision_encoder', 'prepare_inputs_embeds', 'model'].map((of) => [`onnx/${of}.onnx`, of]);
  const files = [...Object.entries(texts), ...weights].map(([path, text = '']) => [
    `/someone/Far_Seer/resolve/${commit}/${path}`,
    Buffer.from(text),
  ]);
  const server = await FaultServer.start(Object.fromEntries(files));
  open.push(server);
  server.repositories.set('someone/Far_Seer', { commit });
  const api = createRouterClient(
    createRouter(new Storyboards(await started({ mirror: server.address })).sit('test')),
  );
  await expect(api.models.add({ repository: 'someone/else' })).rejects.toMatchObject({
    code: 'MODEL_UNKNOWN',
  });
  const { id } = await api.models.add({ repository: 'someone/Far_Seer' });
  expect(id).toBe('far-seer');
  const model = async () => (await api.models.list()).find((one) => one.id === id);
  expect(await model()).toMatchObject({ origin: 'hub', added: true, ready: false, licence: 'not stated' });
  expect((await api.models.list())[0]).toMatchObject({ added: false });
  await api.models.remove({ id });
  expect(await model()).toBeUndefined();
});

it('the machine tells each device, each server, and what is in memory and why there', async () => {
  const server = await new PretendServer({ models: ['seer'] }).start();
  const gone = await new PretendServer().start();
  await gone.kill();
  const servers = [server, gone].map(({ url }) => ({ url, model: '', inFlight: 1 }));
  const application = await started({ servers, device: 'dml' });
  const api = createRouterClient(createRouter(new Storyboards(application).sit('test')));
  await application.open(await drawStoryboard(join(folder, 'board'), { shots: 1 }));
  const { id } = application.analyse({ shotIds: null, again: false });
  const job = await application.jobs.ended(id);
  const reason = process.platform === 'win32' ? /no files/ : /no support/;
  const refused = [{ device: 'dml', reason: expect.stringMatching(reason) }];
  expect(job?.summary).toMatch(/, on cpu; refused: dml$/);
  const machine = await api.models.machine({ again: false });
  expect(machine.loaded).toEqual({ id: 'storybook', name: 'Storybook', device: 'cpu', refused });
  expect(machine.devices[0]).toMatchObject({ device: 'cpu', works: true });
  for (const { works, note } of machine.devices) expect(works || note !== '').toBe(true);
  expect(machine.servers).toEqual([
    { host: server.host, model: 'seer', reason: '' },
    { host: gone.host, model: '', reason: expect.stringMatching(/./) },
  ]);
  await server.kill();
});

it('a self-test answers as data, and says what is not there', async () => {
  const api = createRouterClient(createRouter(new Storyboards(await started({})).sit('test')));
  expect(await api.models.test({ id: 'storybook', device: 'cpu' })).toMatchObject({ sane: true });
  await expect(api.models.test({ id: 'nobody', device: 'cpu' })).rejects.toMatchObject({
    code: 'MODEL_UNKNOWN',
  });
  await expect(api.models.test({ id: llava.id, device: 'cpu' })).rejects.toMatchObject({
    code: 'JUDGE_UNAVAILABLE',
  });
});

it('answers of two versions are not mixed: what another version began is judged anew', async () => {
  // Its version is its process: killed half-way, it comes back as another.
  const application = await started({ judge: 'test' }, () => forkChild(fragile));
  await application.open(await drawStoryboard(join(folder, 'board'), { shots: 6 }));
  let killed = 0;
  application.jobs.onChange(({ done }) => {
    if (done !== 2 || killed !== 0) return;
    killed = application.inferencePid ?? 0;
    process.kill(killed, 'SIGKILL');
  });
  const { id } = application.analyse({ shotIds: null, again: false });
  expect(await application.jobs.ended(id)).toMatchObject({ state: 'done', done: 6 });
  const { board } = application;
  const versions = Object.values(board.review.records.take).map(
    (take) => board.judgement(take)?.judgeVersion ?? '',
  );
  expect(killed).toBeGreaterThan(0);
  expect([...new Set(versions)]).toEqual([`pid-${application.inferencePid}`]);
  expect(versions).not.toContain(`pid-${killed}`);
});
