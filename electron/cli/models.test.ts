import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CATALOGUE, type CatalogueEntry, filesFor } from '@models/library/catalogue.js';
import { FaultServer } from '@testing/fault-server.js';
import { hubPath, revisionOf } from '@testing/hub-path.js';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { shell } from './testing/shell.js';

const llava = CATALOGUE.find(({ id }) => id === 'llava-onevision-0.5b') as CatalogueEntry;
const tiny = fileURLToPath(
  new URL('../../models/architectures/llava-onevision/test/fixture', import.meta.url),
);
let folder: string;
let server: FaultServer;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'continuist-cli-models-'));
  vi.stubEnv('CONTINUIST_DATA_FOLDER', folder);
  const files = filesFor(llava, 'cpu').map(({ path }) => [hubPath(llava, path), Buffer.alloc(50_000, path)]);
  server = await FaultServer.start(Object.fromEntries(files));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

it('downloads, verifies, repairs and removes a model, from the mirror of the settings', async () => {
  expect((await shell('models', 'list')).out).toMatch(
    /llava-onevision-0\.5b .*Apache-2\.0\n {2}cpu: not downloaded/,
  );
  // The published ones are all held to a commit.
  expect((await shell('models', 'list')).out).not.toContain('Its version is not fixed');
  await writeFile(join(folder, 'settings.json'), JSON.stringify({ mirror: server.address }));

  const got = await shell('models', 'download', llava.id);
  expect(got).toMatchObject({ code: 0, error: '' });
  expect(got.out).toContain('LLaVA-OneVision 0.5B is ready');
  expect(got.jobs.at(-1)).toMatchObject({ kind: 'download', state: 'done', progress: 1 });
  expect(got.jobs.some(({ doing }) => /onnx|config/.test(doing))).toBe(true);
  const { out } = await shell('models', 'list', '--json');
  expect(JSON.parse(out)).toContainEqual(expect.objectContaining({ id: llava.id, ready: true }));

  await writeFile(join(folder, 'models', llava.id, revisionOf(llava), 'config.json'), 'not this');
  const bad = await shell('models', 'verify', llava.id);
  expect([bad.code, bad.out.split('\n')[0]]).toEqual([1, expect.stringMatching(/^wrong +config\.json/)]);
  await shell('models', 'download', llava.id, '--mirror', server.address);
  expect((await shell('models', 'verify', llava.id)).code).toBe(0);

  expect((await shell('models', 'remove', llava.id)).out).toMatch(/are free again/);
  expect((await shell('models', 'list')).out).toContain('not downloaded');
});

it('says what small and fine weights take, and goes over to fine ones when it is told to', async () => {
  const fine = 'onnx/vision_encoder_fp16.onnx';
  server.files.set(hubPath(llava, fine), Buffer.alloc(60_000, fine));
  const from = ['--mirror', server.address];
  expect((await shell('models', 'list')).out).toMatch(
    /\n {4}small weights: 868 MB, 868 MB to download, chosen\n {4}fine weights: 1\.4 GB, 1\.4 GB to download\n/,
  );
  await shell('models', 'download', llava.id, ...from);
  expect((await shell('models', 'download', llava.id, ...from, '--weights', 'fine')).code).toBe(0);
  expect((await shell('models', 'list')).out).toMatch(
    /\n {4}small weights: 0\.3 MB, here\n {4}fine weights: 0\.3 MB, here, chosen\n/,
  );
  expect((await shell('models', 'download', llava.id, '--weights', 'coarse')).code).toBe(2);
  expect((await shell('models', 'download', 'phi-3.5-vision', '--weights', 'fine')).error).toContain(
    'one kind of weights',
  );
});

it('says what is wrong', async () => {
  expect(await shell('models', 'download', 'nobody')).toMatchObject({
    code: 1,
    error: expect.stringContaining('“nobody”'),
  });
  expect((await shell('models', 'download', llava.id, '--mirror', 'ftp://x')).code).toBe(2);
  expect((await shell('models', 'remove', 'storybook')).error).toContain('cannot be removed');
  expect((await shell('models', 'add', folder, '--id', 'own')).error).toContain('lacks config.json');
  const empty = await shell('models', 'download', llava.id, '--from', folder);
  expect(empty).toMatchObject({ code: 1, error: expect.stringContaining('lacks config.json') });
  server.files.clear();
  expect((await shell('models', 'download', llava.id, '--mirror', server.address)).error).toContain('404');
});

it('adds a repository of a hub, which is then downloaded, judged with and removed', async () => {
  const commit = 'a'.repeat(40);
  for (const session of ['vision_encoder', 'embed_tokens', 'decoder_model_merged'])
    await publish(commit, `onnx/${session}.onnx`);
  for (const path of ['config.json', 'tokenizer.json', 'tokenizer_config.json']) await publish(commit, path);
  server.repositories.set('someone/tiny', { commit, page: 3, cardData: { license: 'mit' } });
  const added = await shell('models', 'add', 'someone/tiny', '--id', 'tiny', '--mirror', server.address);
  expect(added).toMatchObject({ code: 0, out: expect.stringContaining('licence mit, about 0.4 MB') });
  expect(added.error).toMatch(/^No folder here is called “someone\/tiny”: asking 127\.0\.0\.1/);
  expect(server.gets().some(({ path }) => path.includes('onnx'))).toBe(false);
  expect((await shell('models', 'list')).out).toMatch(/^tiny {2}tiny {2}mit\n {2}cpu: not downloaded/m);

  expect((await shell('models', 'download', 'tiny', '--mirror', server.address)).code).toBe(0);
  const verified = await shell('models', 'verify', 'tiny');
  expect([verified.code, verified.out.match(/^ok /gm)]).toEqual([0, new Array(6).fill('ok ')]);
  const tried = await shell('models', 'bench', 'tiny', '--json');
  expect(JSON.parse(tried.out)).toMatchObject({ id: 'tiny', device: 'cpu' });

  expect((await shell('models', 'remove', 'tiny')).out).toMatch(/are free again/);
  expect((await shell('models', 'list')).out).not.toMatch(/^tiny\b/m);
});

it('says why a repository cannot be added, and when a name could be both', async () => {
  await writeFile(join(folder, 'settings.json'), JSON.stringify({ mirror: server.address }));
  const none = await shell('models', 'add', 'someone/nothing', '--id', 'own');
  expect(none).toMatchObject({ code: 1, error: expect.stringContaining('has no repository') });
  expect((await shell('models', 'add', folder, '--id', 'own', '--revision', 'v1')).error).toContain(
    'is a folder or file here; --revision and --mirror are for a repository of a hub',
  );
});

async function publish(commit: string, path: string): Promise<void> {
  server.files.set(`/someone/tiny/resolve/${commit}/${path}`, await readFile(join(tiny, path)));
}
