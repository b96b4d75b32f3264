import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FaultServer } from '@testing/fault-server.js';
import type { PublishedRepository } from '@testing/hub-api.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addFromHub } from './add-from-hub.js';
import { filesFor } from './catalogue.js';
import { type HubOptions, isHubName } from './download/hub-repository.js';
import { removeModel } from './download/remove-model.js';
import { findModel, type LibraryFolders, modelFolder, modelState } from './library.js';

const commit = 'a'.repeat(40);
const texts = {
  'config.json': '{"model_type": "llava_onevision", "vision_config": {"image_size": 96}}',
  'tokenizer.json': '{}',
  'tokenizer_config.json': '{}',
};
const llava = {
  ...texts,
  'README.md': 'not needed',
  'preprocessor_config.json': '{"image_mean": [0.1, 0.2, 0.3], "image_std": [1, 1, 1]}',
  'onnx/vision_encoder.onnx': 'v32',
  'onnx/vision_encoder_fp16.onnx': 'v16',
  'onnx/embed_tokens_fp16.onnx': 'e16',
  'onnx/embed_tokens_q4.onnx': 'e4',
  'onnx/decoder_model_merged_q4.onnx': 'd4',
  'onnx/decoder_model_merged_q4.onnx_data': 'weights of d4',
  'onnx/decoder_model_merged_q4.onnx_data_1': 'more weights of d4',
  'onnx/decoder_model_merged_q4f16.onnx': 'd416',
  'onnx/decoder_model_merged_q4f16.onnx_database': 'no weights',
  'onnx/decoder_model_merged.onnx': 'd32',
  'onnx/decoder_model_merged.onnx_data': 'weights of d32',
};

let root: string;
let server: FaultServer;
let folders: LibraryFolders;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'continuist-add-from-hub-'));
  folders = { modelsFolder: join(root, 'program'), downloadsFolder: join(root, 'data') };
  server = await FaultServer.start({});
});
afterEach(async () => {
  await server.close();
  await rm(root, { recursive: true, force: true });
});

function publish(files: Record<string, string>, change: Partial<PublishedRepository> = {}): void {
  server.files.clear();
  for (const revision of ['main', commit])
    for (const [path, text] of Object.entries(files))
      server.files.set(`/someone/Seer/resolve/${revision}/${path}`, Buffer.from(text));
  server.repositories.set('someone/Seer', { commit, ...change });
}

const add = (
  change: { repository?: string; revision?: string; id?: string } = {},
  options: HubOptions = {},
) =>
  addFromHub({ repository: 'someone/Seer', revision: 'main', id: 'seer', ...change }, folders, {
    mirror: `${server.address}/`,
    tries: 3,
    firstPause: 2,
    ...options,
  });

describe('a repository of a hub', () => {
  it('becomes a model with the best files it has for each device, pinned to its commit', async () => {
    publish(llava, { page: 4, cardData: { license: 'apache-2.0' } });
    const entry = await add();
    expect(entry).toMatchObject({
      name: 'Seer',
      licence: 'apache-2.0',
      source: { kind: 'hub', repository: 'someone/Seer', revision: commit },
      image: { size: 96, mean: [0.1, 0.2, 0.3] },
      devices: {
        cpu: {
          dtype: { vision_encoder: 'fp32', embed_tokens: 'fp16', decoder_model_merged: 'q4' },
        },
        webgpu: {
          dtype: { vision_encoder: 'fp16', embed_tokens: 'fp16', decoder_model_merged: 'q4f16' },
        },
      },
    });
    expect(filesFor(entry, 'cpu').map(({ path }) => path)).toEqual([
      ...Object.keys(texts),
      'onnx/vision_encoder.onnx',
      'onnx/embed_tokens_fp16.onnx',
      'onnx/decoder_model_merged_q4.onnx',
      'onnx/decoder_model_merged_q4.onnx_data',
      'onnx/decoder_model_merged_q4.onnx_data_1',
    ]);
    const files = new Map(entry.files.map((file) => [file.path, file]));
    expect(files.get('onnx/decoder_model_merged_q4.onnx_data')).toMatchObject({
      size: 13,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(files.get('tokenizer.json')).toMatchObject({ size: 2, sha256: null });
    expect(files.has('README.md')).toBe(false);
    expect(files.has('onnx/decoder_model_merged_q4f16.onnx_database')).toBe(false);
    expect(files.has('onnx/decoder_model_merged.onnx')).toBe(false);
  });

  it('is asked for small JSON alone, page by page, and is known and forgotten like any other model', async () => {
    publish(llava, { page: 4 });
    const entry = await add();
    const asked = server.seen.map(({ path }) => path.replace(/^.*Seer/, ''));
    expect(asked.filter((path) => path.includes('/tree/'))).toHaveLength(5);
    expect(asked.filter((path) => path.includes('/resolve/'))).toEqual([
      `/resolve/${commit}/config.json`,
      `/resolve/${commit}/preprocessor_config.json`,
    ]);
    expect(entry.licence).toBe('not stated');
    expect(findModel('seer', folders)).toEqual(entry);
    expect(modelState(entry, folders)).toMatchObject({ ready: false, bytes: 0, expected: 113 });
    expect(existsSync(modelFolder(entry, folders))).toBe(false);
    await removeModel(entry, folders);
    expect(findModel('seer', folders)).toBeNull();
    expect(await readdir(folders.downloadsFolder ?? '')).toEqual([]);
  });

  it('may be a Phi-3.5-vision, a revision with a slash, or on a mirror that tells no commit', async () => {
    publish({
      ...texts,
      'config.json': '{"model_type": "phi3_v"}',
      'preprocessor_config.json': '{"image_mean": [0.1, 0.2, 0.3], "image_std": [1, 1, 1], "num_crops": 16}',
      'onnx/vision_encoder_q4.onnx': 'v',
      'onnx/prepare_inputs_embeds_q4f16.onnx': 'e',
      'onnx/model_q4.onnx': 'm',
      'onnx/model_q4.onnx_data': 'weights',
    });
    expect(await add({ revision: 'refs/pr/1' })).toMatchObject({
      architecture: 'phi-3.5-vision',
      source: { revision: commit },
      image: { resize: 'hd', tiles: 16 },
      devices: { cpu: { dtype: { prepare_inputs_embeds: 'q4f16' } }, webgpu: { dtype: { model: 'q4' } } },
    });
    publish(llava, { tellsCommit: false, cardData: { license: ['other'], license_name: 'seer-1' } });
    expect(await add({ id: 'second' })).toMatchObject({ licence: 'seer-1', source: { revision: 'main' } });
    await expect(add({ id: 'third', revision: 'refs/pr/1' })).rejects.toThrow(/give the commit/);
  });

  it('is asked again where the hub is busy or the connection breaks', async () => {
    publish(llava);
    server.faults = ['busy', 'none', 'cut', 'busy'];
    expect(await add()).toMatchObject({ id: 'seer' });
  });
});

describe('a repository that cannot be a model says so, and leaves nothing', () => {
  const refusedWith = async (told: RegExp, order: Parameters<typeof add>[0] = {}) => {
    await expect(add(order)).rejects.toMatchObject({
      code: 'MODEL_UNKNOWN',
      message: expect.stringMatching(told),
    });
    expect(existsSync(folders.downloadsFolder ?? '')).toBe(false);
  };

  it('where there is none, no such revision, or no way in', async () => {
    publish(llava);
    await refusedWith(/has no repository “someone\/else”/, { repository: 'someone/else' });
    await refusedWith(/has no revision “v9”/, { revision: 'v9' });
    await refusedWith(/owner\/name/, { repository: '../up' });
    await refusedWith(/already/, { id: 'phi-3.5-vision' });
    await refusedWith(/id: /, { id: '../up' });
    publish(llava, { gated: true });
    await refusedWith(/only to people who have accepted its terms.*http:\/\/127\.0\.0\.1:\d+\/someone\/Seer/);
  });

  it('where it is of another architecture, or lacks files', async () => {
    publish({ ...llava, 'config.json': '{"model_type": "qwen2_vl"}' });
    await refusedWith(
      /config\.json of someone\/Seer, model_type: not a llava_onevision or phi3_v or qwen3_5 model/,
    );
    publish({ ...llava, 'config.json': 'no json' });
    await refusedWith(/config\.json of someone\/Seer is not valid JSON/);
    publish({ 'config.json': texts['config.json'], 'model.safetensors': 'x' });
    await refusedWith(/lacks tokenizer\.json, tokenizer_config\.json$/);
    publish({ ...texts, 'model.safetensors': 'x' });
    await refusedWith(
      /lacks onnx\/vision_encoder\.onnx, onnx\/embed_tokens\.onnx, onnx\/decoder.*fp32, fp16/,
    );
    const { 'onnx/embed_tokens_fp16.onnx': _, 'onnx/embed_tokens_q4.onnx': __, ...rest } = llava;
    publish({ ...rest, 'onnx/embed_tokens_fp16.onnx': '' });
    await refusedWith(/lacks onnx\/embed_tokens\.onnx, in any of/);
  });

  it('where the hub does not answer, or is none', async () => {
    publish(llava);
    server.always = 'busy';
    const failed = { code: 'HUB_FAILED', message: expect.stringContaining('127.0.0.1') };
    await expect(add()).rejects.toMatchObject(failed);
    await expect(add({}, { mirror: 'http://127.0.0.1:1' })).rejects.toMatchObject(failed);
    server.always = 'none';
    publish(llava, { page: 0 });
    await expect(add()).rejects.toMatchObject({ code: 'HUB_FAILED' });
    const cancel = new AbortController();
    cancel.abort();
    await expect(add({}, { signal: cancel.signal })).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(existsSync(folders.downloadsFolder ?? '')).toBe(false);
  });
});

it('the name of a repository is an owner and a name', () => {
  for (const name of ['a/b', 'llava-hf/llava-onevision-qwen2-0.5b-ov-hf', 'o_o/A.b'])
    expect(isHubName(name), name).toBe(true);
  for (const name of ['a', 'a/b/c', './a', 'a/..', '../a', 'a/', '/a', 'a/b?c', 'a\\b', 'a /b', 'a/-b'])
    expect(isHubName(name), name).toBe(false);
});
