import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Jobs } from '@core/jobs/index.js';
import { CATALOGUE, type CatalogueEntry, filesFor } from '@models/library/catalogue.js';
import { EYES, type EyeEntry } from '@models/library/eyes.js';
import { type LibraryFolders, libraryFolders } from '@models/library/library.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addModel, checkModel, downloadWork, forgetModel, modelInfos } from './index.js';

const modelsFolder = fileURLToPath(new URL('../../../models', import.meta.url));
const llava = CATALOGUE.find(({ id }) => id === 'llava-onevision-0.5b') as CatalogueEntry;

let root: string;
let folders: LibraryFolders;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'continuist-models-'));
  folders = libraryFolders({ modelsFolder, dataFolder: join(root, 'data') });
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function written(folder: string, files: Record<string, string>): Promise<string> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}
const own = (config = '{"model_type": "llava_onevision", "vision_config": {"image_size": 96}}') => ({
  'config.json': config,
  'tokenizer.json': '{}',
  'tokenizer_config.json': '{}',
  'preprocessor_config.json': '{"image_mean": [0.1, 0.2, 0.3], "image_std": [1, 1, 1]}',
  'onnx/vision_encoder.onnx': 'v',
  'onnx/embed_tokens_fp16.onnx': 'e',
  'onnx/decoder_model_merged_q4.onnx': '\n\u0008locationdecoder_model_merged_q4.onnx_data\u0012',
  'onnx/decoder_model_merged_q4.onnx_data': 'weights',
});
const info = (id: string) => modelInfos(folders).find((model) => model.id === id);

describe('the models', () => {
  it('say what is here and what is not', () => {
    expect(info('storybook')).toMatchObject({ origin: 'shipped', ready: true });
    const model = info(llava.id);
    expect(model).toMatchObject({ origin: 'hub', ready: false, licence: 'Apache-2.0' });
    expect(model?.devices.map(({ device }) => device)).toContain('cpu');
    expect(model?.devices[0]?.expected).toBeGreaterThan(5e8);
  });

  it('come from a folder as a job, are verified, and give their disk back', async () => {
    const from = await written(
      join(root, 'stick'),
      Object.fromEntries(filesFor(llava, 'cpu').map(({ path }) => [path, `bytes of ${path}`])),
    );
    const jobs = new Jobs((thrown) => {
      throw thrown;
    });
    const order = { id: llava.id, device: 'cpu', mirror: '', from } as const;
    const { id } = jobs.start('download', downloadWork(order, folders));
    expect(await jobs.ended(id)).toMatchObject({ state: 'done', progress: 1 });
    expect(info(llava.id)?.ready).toBe(true);
    expect(await checkModel(llava.id, folders)).toMatchObject({ ok: true });

    const { revision } = llava.source as { revision: string };
    const kept = join(folders.downloadsFolder ?? '', llava.id, revision, 'config.json');
    await writeFile(kept, 'bytes of config.jso?');
    const { ok, files } = await checkModel(llava.id, folders);
    expect([ok, files.filter(({ state }) => state === 'wrong').map(({ path }) => path)]).toEqual([
      false,
      ['config.json'],
    ]);
    expect(await forgetModel(llava.id, folders)).toBeGreaterThan(100);
    expect(info(llava.id)?.ready).toBe(false);
  });

  it('that are eyes come, are verified and go as judges do, and take no other’s name', async () => {
    const eye = EYES.find(({ id }) => id === 'dinov2-small') as EyeEntry;
    expect(info(eye.id)).toMatchObject({ role: 'eye', ready: false, disk: 0, added: false });
    expect(info(eye.id)?.brings).toMatch(/^Tells whether .*[.]$/);
    const from = await written(join(root, 'stick'), { 'model_quantized.onnx': 'weights' });
    const jobs = new Jobs((thrown) => {
      throw thrown;
    });
    const order = { id: eye.id, device: 'cpu', mirror: '', from } as const;
    expect(await jobs.ended(jobs.start('download', downloadWork(order, folders)).id)).toMatchObject({
      state: 'done',
    });
    expect(info(eye.id)).toMatchObject({ ready: true, disk: 7 });
    expect(await checkModel(eye.id, folders)).toMatchObject({ ok: true });
    const mine = await written(join(root, 'mine'), own());
    await expect(addModel(mine, eye.id, folders)).rejects.toThrow(`a model is called “${eye.id}” already`);
    expect(await forgetModel(eye.id, folders)).toBeGreaterThan(6);
    expect(info(eye.id)?.ready).toBe(false);
  });

  it('may be the user’s own, and only their entry is removed again', async () => {
    const folder = await written(join(root, 'mine'), own());
    const entry = await addModel(folder, 'mine', folders);
    expect(entry).toMatchObject({
      image: { size: 96, mean: [0.1, 0.2, 0.3] },
      devices: {
        cpu: {
          dtype: { vision_encoder: 'fp32', embed_tokens: 'fp16', decoder_model_merged: 'q4' },
        },
      },
    });
    expect(entry.files.map(({ path }) => path)).toContain('onnx/decoder_model_merged_q4.onnx_data');
    expect(info('mine')).toMatchObject({ origin: 'folder', ready: true });
    await rm(join(folder, 'onnx/decoder_model_merged_q4.onnx_data'));
    expect(info('mine')?.devices[0]?.missing).toEqual(['onnx/decoder_model_merged_q4.onnx_data']);
    await forgetModel('mine', folders);
    expect(info('mine')).toBeUndefined();
    await expect(addModel(folder, 'mine', folders)).rejects.toThrow(/lacks onnx\/decoder.*onnx_data/);
  });

  it('may be the user’s own Phi-3.5-vision', async () => {
    const folder = await written(join(root, 'phi'), {
      'config.json': '{"model_type": "phi3_v"}',
      'tokenizer.json': '{}',
      'tokenizer_config.json': '{}',
      'preprocessor_config.json': '{"image_mean": [0.1, 0.2, 0.3], "image_std": [1, 1, 1], "num_crops": 16}',
      'onnx/vision_encoder_q4.onnx': 'v',
      'onnx/prepare_inputs_embeds_q4f16.onnx': 'e',
      'onnx/model_q4.onnx': '\n\u0008locationmodel_q4.onnx_data\u0012 model_q4.onnx_data_1\u0012',
      'onnx/model_q4.onnx_data': 'weights',
      'onnx/model_q4.onnx_data_1': 'weights',
    });
    const entry = await addModel(folder, 'mine', folders);
    expect(entry).toMatchObject({
      architecture: 'phi-3.5-vision',
      image: { resize: 'hd', size: 336, tiles: 16, mean: [0.1, 0.2, 0.3] },
      devices: { cpu: { dtype: { vision_encoder: 'q4', prepare_inputs_embeds: 'q4f16', model: 'q4' } } },
    });
    expect(entry.files.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['onnx/model_q4.onnx_data', 'onnx/model_q4.onnx_data_1']),
    );
    expect(info('mine')).toMatchObject({ origin: 'folder', ready: true });
    await rm(join(folder, 'onnx/prepare_inputs_embeds_q4f16.onnx'));
    await expect(addModel(folder, 'again', folders)).rejects.toThrow(/prepare_inputs_embeds/);
  });

  it('are refused when they are of another kind, or their name is taken or cannot be one', async () => {
    const folder = await written(join(root, 'mine'), own());
    await expect(addModel(folder, 'storybook', folders)).rejects.toMatchObject({ code: 'MODEL_UNKNOWN' });
    for (const judge of ['ensemble', 'openai-compatible'])
      await expect(addModel(folder, judge, folders)).rejects.toThrow(/is called .* already/);
    await expect(addModel(folder, '../up', folders)).rejects.toMatchObject({ code: 'MODEL_UNKNOWN' });
    const other = await written(join(root, 'other'), own('{"model_type": "qwen2_vl"}'));
    await expect(addModel(other, 'other', folders)).rejects.toThrow(/model_type/);
    await expect(forgetModel('nobody', folders)).rejects.toMatchObject({ code: 'MODEL_UNKNOWN' });
  });
});
